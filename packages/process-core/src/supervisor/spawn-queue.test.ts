import { describe, expect, it } from "vitest";
import type { Clock } from "../ports/clock.ts";
import { createFakeClock } from "../testing/index.ts";
import { createSpawnQueue } from "./spawn-queue.ts";

interface Launches {
  readonly begun: string[];
  readonly finish: Map<string, () => void>;
  launch(key: string): () => Promise<void>;
}

function createLaunches(): Launches {
  const begun: string[] = [];
  const finish = new Map<string, () => void>();
  return {
    begun,
    finish,
    launch: (key) => () => {
      begun.push(key);
      const { promise, resolve } = Promise.withResolvers<void>();
      finish.set(key, resolve);
      return promise;
    },
  };
}

describe("the queue of launches", () => {
  it("has at most so many under way, and goes on in order as they end", async () => {
    const clock = createFakeClock();
    const queue = createSpawnQueue(clock, 2);
    const launches = createLaunches();
    for (const key of ["a", "b", "c", "d"]) queue.add(key, launches.launch(key));
    expect(launches.begun).toEqual(["a", "b"]);
    launches.finish.get("b")?.();
    await clock.settle();
    expect(launches.begun).toEqual(["a", "b", "c"]);
    launches.finish.get("a")?.();
    launches.finish.get("c")?.();
    await clock.settle();
    expect(launches.begun).toEqual(["a", "b", "c", "d"]);
  });

  it("takes back only what has not begun", async () => {
    const clock = createFakeClock();
    const queue = createSpawnQueue(clock, 1);
    const launches = createLaunches();
    queue.add("a", launches.launch("a"));
    queue.add("b", launches.launch("b"));
    expect(queue.cancel("a")).toBe(false);
    expect(queue.cancel("b")).toBe(true);
    expect(queue.cancel("b")).toBe(false);
    expect(queue.cancel("never added")).toBe(false);
    launches.finish.get("a")?.();
    await clock.settle();
    expect(launches.begun).toEqual(["a"]);
  });

  it("is idle when what is under way has ended; what was cleared never begins", async () => {
    const clock = createFakeClock();
    const queue = createSpawnQueue(clock, 1);
    const launches = createLaunches();
    queue.add("a", launches.launch("a"));
    queue.add("b", launches.launch("b"));
    queue.clear();
    let isIdle = false;
    void queue.idle().then(() => {
      isIdle = true;
    });
    await clock.settle();
    expect(isIdle).toBe(false);
    launches.finish.get("a")?.();
    await clock.settle();
    expect(isIdle).toBe(true);
    expect(launches.begun).toEqual(["a"]);
  });

  it("goes on after a launch that broke", async () => {
    const clock = createFakeClock();
    const queue = createSpawnQueue(clock, 1);
    const launches = createLaunches();
    queue.add("broken", async () => undefined);
    queue.add("b", launches.launch("b"));
    await clock.settle();
    expect(launches.begun).toEqual(["b"]);
  });

  it("lets everybody else have their turn after ten milliseconds of launching", async () => {
    let nowMs = 0;
    const later: (() => void)[] = [];
    // A clock that goes on while a launch blocks, as posix_spawn does.
    const clock: Clock = {
      monotonicMs: () => nowMs,
      wallMs: () => nowMs,
      callAt: (_atMs, callback) => {
        later.push(callback);
        return () => undefined;
      },
    };
    const queue = createSpawnQueue(clock, 1000);
    const begun: number[] = [];
    for (let index = 0; index < 100; index += 1) {
      queue.add(`p${index}`, async () => {
        begun.push(index);
        nowMs += 0.7;
      });
    }
    for (let round = 0; round < 50; round += 1) await Promise.resolve();
    expect(begun.length).toBeGreaterThan(10);
    expect(begun.length).toBeLessThan(17);
    let turns = 0;
    for (let next = later.shift(); next !== undefined; next = later.shift()) {
      turns += 1;
      next();
      for (let round = 0; round < 50; round += 1) await Promise.resolve();
    }
    expect(begun).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(turns).toBeGreaterThan(5);
  });
});
