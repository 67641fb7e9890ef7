import { expect, test } from "vitest";
import { firstChangedLine } from "./first-changed-line.ts";

test.each([
  ["a\nb\nc", "a\nB\nc", 2],
  ["a\nb", "a\nb\nc", 3],
  ["a\nc", "a\nb\nc", 2],
  ["a\nb\nc", "a\nb", 2],
  ["same", "same", 1],
])("between %j and %j it is line %j %i", (before, after, line) => {
  expect(firstChangedLine(before, after)).toBe(line);
});
