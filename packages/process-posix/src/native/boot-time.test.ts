import { readProcEntry } from "@dpm/launch";
import { expect, test } from "vitest";
import { bootMoment, startTicksBetween } from "./boot-time.ts";
import { spawnProcess } from "./spawn.ts";
import { reapChild } from "./wait.ts";

test("the start time of a process is known without a look at it, or it is said that it isn't", () => {
  const told = Array.from({ length: 50 }, () => {
    const before = bootMoment();
    const child = spawnProcess({
      path: "/bin/true",
      argv: ["true"],
      environment: [],
      directory: "/",
      stdio: [null, null, null],
    });
    const ticks = startTicksBetween(before, bootMoment());
    // A zombie keeps its start time until it is reaped.
    const shown = readProcEntry(child.pid ?? 0)?.startTicks;
    while (reapChild(child.pid ?? 0) === null);
    return { ticks: ticks ?? shown, shown };
  });
  expect(told.filter(({ ticks, shown }) => ticks !== shown)).toEqual([]);
});

test("a hundredth that ends meanwhile is never guessed", () => {
  const at = (seconds: number, ns: number): { seconds: number; ns: number } => ({ seconds, ns });
  expect(startTicksBetween(at(12, 34_100_000), at(12, 39_900_000))).toBe("1203");
  expect(startTicksBetween(at(12, 39_900_000), at(12, 40_100_000))).toBeNull();
  expect(startTicksBetween(at(12, 30_000_000), at(12, 31_000_000))).toBeNull();
  expect(startTicksBetween(at(12, 999_900_000), at(13, 100))).toBeNull();
});
