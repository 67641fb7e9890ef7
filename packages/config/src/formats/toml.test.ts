import { describe, expect, it } from "vitest";
import { parseSource } from "../source/parse-source.ts";
import type { SourceScalar } from "../source/source-node.ts";
import { describeTree, nodesOf } from "../testing/describe-tree.ts";
import { problemsOf } from "../testing/problems-of.ts";

const read = (content: string): ReturnType<typeof parseSource> =>
  parseSource({ path: "/etc/dpm/pmd.toml", content });
const scalars = (content: string): SourceScalar[] =>
  nodesOf(read(content).root).filter((node) => node.kind === "scalar");

describe("parseToml", () => {
  it("puts together what tables, lists of tables, dotted keys and inline tables say", () => {
    const content = [
      "x.y = 1",
      "[a.b]",
      "c = 2",
      "[a]",
      "d = [3, {e = 4}]",
      "[[process]]",
      'id = "p"',
      "environment.PORT = 80",
      "[process.limits]",
      "nofile = 5",
      "[[process]]",
      'id = "q"',
    ].join("\n");
    expect(describeTree(read(content).root)).toEqual({
      map: [
        ["x", { map: [["y", "1"]] }],
        [
          "a",
          {
            map: [
              ["b", { map: [["c", "2"]] }],
              ["d", ["3", { map: [["e", "4"]] }]],
            ],
          },
        ],
        [
          "process",
          [
            {
              map: [
                ["id", "p"],
                ["environment", { map: [["PORT", "80"]] }],
                ["limits", { map: [["nofile", "5"]] }],
              ],
            },
            { map: [["id", "q"]] },
          ],
        ],
      ],
    });
  });

  it.each([
    ['a = "x\\ty"', "x\ty", "x\ty"],
    ["a = 'x\\ty'", "x\\ty", "x\\ty"],
    ['a = """\nx\n"y" # z"""', 'x\n"y" # z', 'x\n"y" # z'],
    ["a = '''\nx'y'''", "x'y", "x'y"],
    ["a = 1_000", 1000, "1000"],
    ["a = 0x10", 16, "0x10"],
    ["a = 1.50", 1.5, "1.50"],
    ["a = true", true, "true"],
    ["a = 2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"],
    ["a = 07:32:00", "07:32:00", "07:32:00"],
  ])("reads %j and keeps what was written", (content, value, text) => {
    expect(scalars(content)).toMatchObject([{ value, text }]);
  });

  it("knows the place of every key and value", () => {
    const { text, root } = read(`# 😀\n[[process]] # one\nid = 'a'\n"quoted key".b = [1, "2"]\r\n`);
    const places = nodesOf(root)
      .filter(({ kind }) => kind !== "map")
      .map(({ at, range }) => `${at.line}:${at.column} ${text.slice(range.start, range.end)}`);
    expect(places.slice(1)).toEqual(["3:6 'a'", '4:18 [1, "2"]', "4:19 1", '4:22 "2"']);
    const keys = nodesOf(root).flatMap((node) => (node.kind === "map" ? node.entries : []));
    expect(
      keys.map(
        ({ keyAt, keyRange }) =>
          `${keyAt.line}:${keyAt.column} ${text.slice(keyRange.start, keyRange.end)}`,
      ),
    ).toEqual(["2:3 process", "3:1 id", '4:1 "quoted key"', "4:14 b"]);
  });

  it.each([
    ["a = 1\na = 2", "2:1: not valid TOML: Defining a key multiple times is invalid"],
    ["[a]\n[b]\n[a]", "3:2: not valid TOML: Defining a key multiple times is invalid"],
    ["a = 'x'\n[a]", "2:2: not valid TOML: Defining a key multiple times is invalid"],
    ["__proto__ = 1", "1:1: the key __proto__ is refused"],
    ["a.constructor.b = 1", "1:3: the key constructor is refused"],
    ["[prototype]\na = 1", "1:2: the key prototype is refused"],
    ["a = ", "1:5: not valid TOML: Unspecified values are invalid"],
    ['a = "x\nb = 1', "1:7: not valid TOML: Unterminated string constant"],
    ["a = 1 b = 2", "1:7: not valid TOML: Must be a newline\n"],
    ["a = debug", "1:5: not valid TOML: Unexpected character (a text needs quotes)"],
    ["[p]\na = sleep 5", "2:5: not valid TOML: Unexpected character (a text needs quotes)"],
    ["a = 5s", "1:6: not valid TOML: Must be a newline (a text needs quotes)"],
    ["a = [x]", "1:6: not valid TOML: Unexpected character (a text needs quotes)"],
  ])("refuses %j", (content, problem) => {
    expect(`${problemsOf("a.toml", content)}\n`).toContain(`a.toml:${problem}`);
  });

  it("refuses a text too long for the library instead of breaking", () => {
    expect(problemsOf("a.toml", `a = "${"x".repeat(3_000_000)}"`)).toContain(
      "too long for the TOML reader",
    );
  });
});
