import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { escapeJson, escapeLine, escapeLines } from "./escape.ts";

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe("foreign text", () => {
  it.each([
    ["a clipboard write", "\u001b]52;c;cm0gLXJm\u0007", String.raw`\x1b]52;c;cm0gLXJm\x07`],
    ["a cleared screen", "\u001b[2J", String.raw`\x1b[2J`],
    ["a C1 control", "\u009b2J", String.raw`\x9b2J`],
    ["a changed direction", "a\u202Eb", String.raw`a\u{202e}b`],
    ["an isolate", "\u2066a\u2069", String.raw`\u{2066}a\u{2069}`],
    ["a line separator", "a\u2028b", String.raw`a\u{2028}b`],
    ["a tag", "\u{E0041}", String.raw`\u{e0041}`],
    ["half a surrogate pair", "\uD800", String.raw`\u{d800}`],
    ["a delete", "\u007f", String.raw`\x7f`],
    ["a zero", "\0", String.raw`\x00`],
    ["line breaks", "a\r\nb\tc", String.raw`a\x0d\nb\tc`],
  ])("with %s is shown as text", (_, text, shown) => {
    expect(escapeLine(text)).toBe(shown);
  });

  it("of people's own languages stays as it is", () => {
    expect(escapeLine("Grüße, 日本, ok ✓")).toBe("Grüße, 日本, ok ✓");
  });

  it("keeps its lines and tabs where several lines are wanted", () => {
    expect(escapeLines("a\n\tb\u001b\r")).toBe(String.raw`a${"\n\t"}b\x1b\x0d`);
  });

  it("of any kind holds nothing that steers a terminal, afterwards", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeLine(text)).not.toMatch(unsafe);
        expect(escapeLines(text).replaceAll(/[\n\t]/gu, "")).not.toMatch(unsafe);
      }),
    );
  });

  it("means the same in JSON, and steers no terminal from there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = escapeJson(JSON.stringify({ text }, undefined, 2));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.replaceAll("\n", "")).not.toMatch(unsafe);
      }),
    );
  });
});
