import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSize, parseSize } from "./index.ts";

describe("parseSize", () => {
  it.each([
    ["0", 0],
    ["512", 512],
    ["512B", 512],
    ["1K", 1024],
    ["1k", 1024],
    ["50MB", 52_428_800],
    ["50mb", 52_428_800],
    ["16MiB", 16_777_216],
    ["16 MiB", 16_777_216],
    ["1.5G", 1_610_612_736],
    ["2T", 2_199_023_255_552],
    ["infinity", Infinity],
  ])("reads %j", (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each([
    "",
    "-1",
    "1e3",
    "0x10",
    "1iB",
    "1X",
    "MB",
    "1.K",
    ".5K",
    "1.2.3K",
    "1.5",
    "0.3K",
    "1K 2K",
    "9999999999T",
    "1".repeat(101),
  ])("refuses %j", (text) => {
    expect(parseSize(text)).toBeNull();
  });

  it("gives back what formatSize printed", () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (bytes) => {
        expect(parseSize(formatSize(bytes))).toBe(bytes);
      }),
    );
  });
});

describe("formatSize", () => {
  it.each([
    [0, "0B"],
    [1500, "1500B"],
    [1024, "1KiB"],
    [52_428_800, "50MiB"],
    [1024 ** 4, "1TiB"],
    [Infinity, "infinity"],
    [-1, "0B"],
  ])("prints %d as %j", (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });
});
