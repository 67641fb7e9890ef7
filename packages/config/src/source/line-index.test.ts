import { describe, expect, it } from "vitest";
import { createLineIndex } from "./line-index.ts";

function places(text: string): string[] {
  const index = createLineIndex("f", text);
  return Array.from({ length: text.length + 1 }, (_, offset) => {
    const { line, column } = index.position(offset);
    return `${line}:${column}`;
  });
}

describe("createLineIndex", () => {
  it("counts lines and columns from 1", () => {
    expect(places("ab\n\nc")).toEqual(["1:1", "1:2", "1:3", "2:1", "3:1", "3:2"]);
  });

  it("takes CR LF, CR and LF for one line break each", () => {
    expect(places("a\r\nb\rc")).toEqual(["1:1", "1:2", "1:3", "2:1", "2:2", "3:1", "3:2"]);
  });

  it("counts a character beyond the basic plane once", () => {
    expect(createLineIndex("f", "😀😀x").position(4)).toEqual({ file: "f", line: 1, column: 3 });
    expect(createLineIndex("f", "😀\n😀x").position(5)).toEqual({ file: "f", line: 2, column: 2 });
  });

  it("gives a byte order mark no column", () => {
    expect(createLineIndex("f", "\uFEFFab").position(1)).toEqual({ file: "f", line: 1, column: 1 });
    expect(createLineIndex("f", "\uFEFFab").position(2).column).toBe(2);
  });

  it("finds a hundred thousand places in one long line at once", () => {
    const text = "😀x".repeat(500_000);
    const index = createLineIndex("f", text);
    const startedAt = performance.now();
    for (let offset = 0; offset < text.length; offset += 15) {
      index.position(offset);
    }
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(index.position(text.length).column).toBe(1_000_001);
  });
});
