import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration, parseDuration } from "./index.ts";

describe("parseDuration", () => {
  it.each([
    ["500ms", 500],
    ["10s", 10_000],
    ["10sec", 10_000],
    ["5min 20s", 320_000],
    ["5min20s", 320_000],
    ["3m", 180_000],
    ["1h", 3_600_000],
    ["2d", 172_800_000],
    ["1w", 604_800_000],
    ["7", 7000],
    ["0", 0],
    ["1.5", 1500],
    ["1.1s", 1100],
    ["0.25h", 900_000],
    [" 10s ", 10_000],
    ["infinity", Infinity],
  ])("reads %j", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each([
    ["", "nothing"],
    ["-1s", "a sign"],
    ["+1s", "a sign"],
    ["1e3", "an exponent"],
    ["0x10", "hexadecimal"],
    ["10 s", "a space before the unit"],
    ["10S", "a unit in upper case"],
    ["10y", "an unknown unit"],
    ["s", "a unit alone"],
    [".5s", "no digit before the point"],
    ["5.s", "no digit after the point"],
    ["20s 5min", "the smaller unit first"],
    ["1s 1s", "a unit twice"],
    ["5min 20", "a second part without unit"],
    ["1,5s", "a comma"],
    ["0.0001s", "less than a millisecond"],
    ["Infinity", "another spelling of infinity"],
    ["NaN", "no number"],
    ["99999999999999999d", "more than can be counted exactly"],
    ["1".repeat(101), "an absurd length"],
    ["1s\n2ms", "a line break inside"],
  ])("refuses %j: %s", (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it("answers at once for a long hostile text", () => {
    const startedAt = performance.now();
    expect(parseDuration(`${"1s".repeat(500_000)}!`)).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(200);
  });

  it("gives back what formatDuration printed", () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (ms) => {
        expect(parseDuration(formatDuration(ms))).toBe(ms);
      }),
    );
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0s"],
    [500, "500ms"],
    [320_000, "5min 20s"],
    [90_061_001, "1d 1h 1min 1s 1ms"],
    [Infinity, "infinity"],
    [-5, "0s"],
    [Number.NaN, "0s"],
    [1499.6, "1s 500ms"],
  ])("prints %d as %j", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});
