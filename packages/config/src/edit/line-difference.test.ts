import { expect, it } from "vitest";
import { lineDifference } from "./line-difference.ts";

it("shows the lines that left and those that came, with their numbers", () => {
  expect(lineDifference("a\nb\nc\nd\n", "a\nB\nB2\nd\n")).toBe("-2: b\n-3: c\n+2: B\n+3: B2");
});

it("shows only what came when nothing left", () => {
  expect(lineDifference("a\nc\n", "a\nb\nc\n")).toBe("+2: b");
});

it("shortens a long difference", () => {
  const difference = lineDifference("a\n", `a\n${"b\n".repeat(100)}`);
  expect(difference.split("\n")).toHaveLength(21);
  expect(difference).toContain("+ and 80 more lines");
});

it("says so when only line breaks differ", () => {
  expect(lineDifference("a\nb\n", "a\r\nb\r\n")).toBe(
    "only the line breaks or the byte order mark differ",
  );
});
