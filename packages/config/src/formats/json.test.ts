import { describe, expect, it } from "vitest";
import { parseSource } from "../source/parse-source.ts";
import { describeTree, nodesOf } from "../testing/describe-tree.ts";
import { problemsOf } from "../testing/problems-of.ts";

const read = (content: string): ReturnType<typeof parseSource> =>
  parseSource({ path: "/etc/dpm/pmd.json", content });

describe("parseJson", () => {
  it("reads objects, lists and every kind of value", () => {
    const { root } = read(`{"a": [1.50, true, null, "x\\u0041"], "b": {"": {}}, "c": []}`);
    expect(describeTree(root)).toEqual({
      map: [
        ["a", ["1.50", "true", "", "xA"]],
        ["b", { map: [["", { map: [] }]] }],
        ["c", []],
      ],
    });
    const values = nodesOf(root).flatMap((node) => (node.kind === "scalar" ? [node.value] : []));
    expect(values).toEqual([1.5, true, null, "xA"]);
  });

  it("knows the place of every key and value", () => {
    const { text, root } = read(`{\n  "a😀": [1, "2"],\r\n  "b": {"c": false}\n}`);
    const places = nodesOf(root).map(
      ({ at, range }) => `${at.line}:${at.column} ${text.slice(range.start, range.end)}`,
    );
    expect(places.slice(1)).toEqual([
      '2:9 [1, "2"]',
      "2:10 1",
      '2:13 "2"',
      '3:8 {"c": false}',
      "3:14 false",
    ]);
    const keys = nodesOf(root).flatMap((node) => (node.kind === "map" ? node.entries : []));
    expect(
      keys.map(
        ({ keyAt, keyRange }) =>
          `${keyAt.line}:${keyAt.column} ${text.slice(keyRange.start, keyRange.end)}`,
      ),
    ).toEqual(['2:3 "a😀"', '3:3 "b"', '3:9 "c"']);
  });

  it.each([
    ["", "1:1: a value is expected here"],
    ["[]", "1:1: the file must hold one object"],
    ["null", "1:1: the file must hold one object"],
    ["// c\n{}", "1:1: JSON has no comments (YAML and TOML have them)"],
    ['{"a": 1 /* c */}', "1:9: JSON has no comments"],
    ['{"a": 1,}', "1:9: a comma before the end (JSON has no trailing commas)"],
    ['{"a": [1,]}', "1:10: a comma before the end (JSON has no trailing commas)"],
    ['{"a": 1,\n "b": 2,\n "a": 3}', "3:2: the key a stands twice, first in line 1"],
    ['{"__proto__": 1}', "1:2: the key __proto__ is refused"],
    ['{"a": {"\\u0070rototype": 1}}', "1:8: the key prototype is refused"],
    ["{a: 1}", "1:2: this is no JSON value (keys and texts stand in double quotes)"],
    ["{'a': 1}", "1:2: this is no JSON value"],
    ['{"a": tru}', "1:7: this is no JSON value"],
    ['{"a": 01}', "1:8: a comma is expected here"],
    ['{"a" 1}', "1:6: a colon is expected here"],
    ['{"a": "x', "1:7: a text that never ends"],
    ['{"a": "\\x"}', "1:7: an unknown escape"],
    ['{"a": "\t"}', "1:7: a control character"],
    ['{"a": 1', "1:8: the object is never closed"],
    ['{"a": [1', "1:9: the list is never closed"],
    ["{} {}", "1:4: something follows after the end of the object"],
  ])("refuses %j", (content, problem) => {
    expect(problemsOf("a.json", content)).toContain(`a.json:${problem}`);
  });
});
