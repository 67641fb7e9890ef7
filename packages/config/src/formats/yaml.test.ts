import { describe, expect, it } from "vitest";
import { parseSource } from "../source/parse-source.ts";
import type { SourceScalar } from "../source/source-node.ts";
import { describeTree, nodesOf } from "../testing/describe-tree.ts";
import { problemsOf } from "../testing/problems-of.ts";

const read = (content: string): ReturnType<typeof parseSource> =>
  parseSource({ path: "/etc/dpm/pmd.yaml", content });
const scalars = (content: string): SourceScalar[] =>
  nodesOf(read(content).root).filter((node) => node.kind === "scalar");

describe("parseYaml", () => {
  it("reads maps and lists in block and in flow form", () => {
    expect(describeTree(read("a:\n  - b: 1\n    c: [x, {d: y}]\n  - z\n").root)).toEqual({
      map: [
        [
          "a",
          [
            {
              map: [
                ["b", "1"],
                ["c", ["x", { map: [["d", "y"]] }]],
              ],
            },
            "z",
          ],
        ],
      ],
    });
  });

  it.each([
    ["a: info", "info", "info"],
    ["a: 0022", 22, "0022"],
    ["a: 1.50", 1.5, "1.50"],
    ["a: 0x10", 16, "0x10"],
    ["a: true", true, "true"],
    ["a: yes", "yes", "yes"],
    ["a: 12:30:45", "12:30:45", "12:30:45"],
    ["a:", null, ""],
    ["a: ~", null, ""],
    ["a: null", null, ""],
    ["a: '1'", "1", "1"],
    ["a: 'it''s'", "it's", "it's"],
    ['a: "x\\ty"', "x\ty", "x\ty"],
    ["a: |\n  b\n  c\n", "b\nc\n", "b\nc\n"],
    ["a: >-\n  b\n  c\n", "b c", "b c"],
    ["a: b\n  c", "b c", "b c"],
    ["{a}", null, ""],
  ])("reads %j as YAML 1.2 means it, and keeps what was written", (content, value, text) => {
    expect(scalars(content)).toMatchObject([{ value, text }]);
  });

  it("takes an empty file or one of comments for an empty map", () => {
    expect(describeTree(read("").root)).toEqual({ map: [] });
    expect(describeTree(read("# nothing\n---\n# here\n").root)).toEqual({ map: [] });
  });

  it("knows the place of every key and value", () => {
    const { text, root } = read(
      `# 😀\nprocess: # list\n  - id: 'a'\n    "arg": [x, "y"]\r\n    empty:\n`,
    );
    const places = nodesOf(root).map(
      ({ at, range }) => `${at.line}:${at.column} ${text.slice(range.start, range.end)}`,
    );
    expect(places.slice(3)).toEqual(["3:9 'a'", '4:12 [x, "y"]', "4:13 x", '4:16 "y"', "5:11 "]);
    const keys = nodesOf(root).flatMap((node) => (node.kind === "map" ? node.entries : []));
    expect(
      keys.map(
        ({ keyAt, keyRange }) =>
          `${keyAt.line}:${keyAt.column} ${text.slice(keyRange.start, keyRange.end)}`,
      ),
    ).toEqual(["2:1 process", "3:5 id", '4:5 "arg"', "5:5 empty"]);
  });

  it.each([
    ["a: &x 1", "1:4: an anchor is refused"],
    ["a: *x", "1:4: an alias is refused"],
    ["a: !!binary eA==", "1:4: a tag is refused"],
    ["a: !x 1", "1:4: a tag is refused"],
    ["%YAML 1.1\n---\na: yes", "1:1: a directive is refused"],
    ["a:\n  <<: {b: 1}", "2:3: merge keys are refused"],
    ["a: 1\n---\nb: 1", "2:1: a second document in one file is refused"],
    ["a: 1\nb: 2\na: 3", "3:1: the key a stands twice, first in line 1"],
    ["{a: 1, a: 2}", "1:8: the key a stands twice, first in line 1"],
    ["__proto__: 1", "1:1: the key __proto__ is refused"],
    ["a: {constructor: 1}", "1:5: the key constructor is refused"],
    ["- a", "1:1: the file must hold keys and values"],
    ["text", "1:1: the file must hold keys and values"],
    ["? [a]\n: 1", "1:3: a key must be a plain text"],
    ["a:\n\tb: 1", "2:1: not valid YAML: Tabs are not allowed as indentation"],
    ["a: [1", "1:6: not valid YAML"],
    ["a: 'x", "1:4: a quote opened here is never closed"],
    ['a: "it\'s"\nb: "x\n', "2:4: a quote opened here is never closed"],
    ['a:\n  b: "x\n  c: "1"\n', "2:6: a quote opened here is never closed"],
    ['a: ["x\\\\", "y\\", z]', "1:12: a quote opened here is never closed"],
    ["a: { b: 'it''s', c: 'x }\n", "1:21: a quote opened here is never closed"],
    ["a: b: c", "1:4: not valid YAML: Nested mappings"],
  ])("refuses %j", (content, problem) => {
    expect(problemsOf("a.yaml", content)).toContain(`a.yaml:${problem}`);
  });

  it("lets texts begin with the characters that mark what is refused", () => {
    expect(describeTree(read(`a: "*x"\nb: '&y'\nc: |\n  *z\n  !t\nd: a*b&c!d\n`).root)).toEqual({
      map: [
        ["a", "*x"],
        ["b", "&y"],
        ["c", "*z\n!t\n"],
        ["d", "a*b&c!d"],
      ],
    });
  });
});
