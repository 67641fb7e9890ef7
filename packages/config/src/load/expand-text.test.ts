import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { expandText } from "./expand-text.ts";

const variables: Readonly<Record<string, string>> = {
  A: "1",
  B: "two words",
  EMPTY: "",
  MONEY: "$5 ${A}",
};
const expand = (text: string): unknown => {
  const expansion = expandText(text, (name) => variables[name]);
  return expansion.kind === "expanded" ? expansion.text : expansion;
};

describe("expanding", () => {
  test.each([
    ["nothing", "nothing"],
    ["${A}", "1"],
    ["<${A}${B}>", "<1two words>"],
    ["$$", "$"],
    ["$${A}", "${A}"],
    ["$$$${A}$$${A}", "$${A}$1"],
    ["$A $1 $( $", "$A $1 $( $"],
    ["a$$b$c", "a$b$c"],
    ["${EMPTY}", ""],
    ["${EMPTY:-x}", "x"],
    ["${NONE:-}", ""],
    ["${NONE:-x y}z", "x yz"],
    ["${NONE:-${A}}", "1"],
    ["${NONE:-a${NONE:-b}c}", "abc"],
    ["${NONE:-{}", "{"],
    ["${A:-${NONE}}", "1"],
    ["${MONEY}", "$5 ${A}"],
  ])("%s gives %s", (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  test.each([
    ["${NONE}", { kind: "unset", name: "NONE" }],
    ["${NONE:-${NONE_EITHER}}", { kind: "unset", name: "NONE_EITHER" }],
    ["${", { kind: "malformed", part: "${" }],
    ["${A", { kind: "malformed", part: "${A" }],
    ["${}", { kind: "malformed", part: "${}" }],
    ["${1A}", { kind: "malformed", part: "${1A}" }],
    ["${A-x}", { kind: "malformed", part: "${A-x}" }],
    ["${A:?x}", { kind: "malformed", part: "${A:?x}" }],
    ["${NONE:-${A}", { kind: "malformed", part: "${NONE:-${A}" }],
  ])("%s is %j", (text, expected) => {
    expect(expand(text)).toEqual(expected);
  });

  test("never ends in a defect and takes bounded time, whatever the text", () => {
    const pieces = constantFrom("$", "{", "}", ":-", "A", "NONE", "${A}", "$$", " ");
    assert(
      property(string({ unit: pieces, maxLength: 200 }), (text) => {
        expect(["expanded", "unset", "malformed"]).toContain(
          expandText(text, (name) => variables[name]).kind,
        );
      }),
    );
    expect(expand("${NONE:-".repeat(100_000))).toMatchObject({ kind: "malformed" });
    expect(expand(`${"${NONE:-".repeat(100)}${"}".repeat(100)}`)).toMatchObject({
      kind: "malformed",
    });
  });

  test("doubling every dollar sign gives the text itself", () => {
    assert(
      property(string(), (text) => {
        expect(expand(text.replaceAll("$", "$$$$"))).toBe(text);
      }),
    );
  });
});
