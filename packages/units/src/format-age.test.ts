import { describe, expect, it } from "vitest";
import { formatAge } from "./index.ts";

describe("formatAge", () => {
  it.each([
    [0, "0s"],
    [999, "0s"],
    [8400, "8s"],
    [725_000, "12m 5s"],
    [3_600_000, "1h"],
    [3_605_000, "1h"],
    [273_600_000, "3d 4h"],
    [-1000, "0s"],
    [Number.NaN, "0s"],
    [Infinity, "infinity"],
  ])("prints %d milliseconds as %j", (ms, text) => {
    expect(formatAge(ms)).toBe(text);
  });
});
