import { createFakeClock } from "@dpm/process-core/testing";
import type { StoredEvent } from "@dpm/process-core";
import { expect, test } from "vitest";
import { collectGarbage } from "@dpm/process-posix";
import { type MemoryRelease, releaseMemoryAtRest } from "./release-memory.ts";

const event = {} as StoredEvent;

function world(): {
  readonly clock: ReturnType<typeof createFakeClock>;
  readonly happen: (events: number) => void;
  readonly times: number[];
  readonly release: MemoryRelease;
} {
  const clock = createFakeClock();
  const listeners = new Set<(event: StoredEvent) => void>();
  const times: number[] = [];
  const begin = clock.monotonicMs();
  const release = releaseMemoryAtRest({
    clock,
    supervisor: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    release: () => times.push(clock.monotonicMs() - begin),
  });
  const happen = (events: number): void => {
    for (let index = 0; index < events; index += 1) for (const listen of listeners) listen(event);
  };
  return { clock, happen, times, release };
}

test("memory is given back when it has been quiet for a second after the start", async () => {
  const { clock, happen, times } = world();
  await clock.advance(900);
  happen(1);
  await clock.advance(10_000);
  expect(times).toEqual([1_900]);
});

test("it is given back again after much has happened, and not for a little", async () => {
  const { clock, happen, times, release } = world();
  await clock.advance(1_000);
  happen(999);
  await clock.advance(5_000);
  expect(times).toEqual([1_000]);
  happen(1);
  await clock.advance(5_000);
  expect(times).toEqual([1_000, 7_000]);
  release.afterMuch();
  await clock.advance(5_000);
  expect(times).toEqual([1_000, 7_000, 12_000]);
  happen(5_000);
  release.stop();
  await clock.advance(5_000);
  expect(times).toHaveLength(3);
});

test("a collection gives the heap's room back", () => {
  const before = process.memoryUsage().heapTotal;
  let garbage: unknown = Array.from({ length: 500_000 }, (_, index) => ({ index }));
  expect(process.memoryUsage().heapTotal).toBeGreaterThan(before + 10e6);
  expect(garbage).toHaveLength(500_000);
  garbage = null;
  collectGarbage();
  expect(process.memoryUsage().heapTotal).toBeLessThan(before + 10e6);
});
