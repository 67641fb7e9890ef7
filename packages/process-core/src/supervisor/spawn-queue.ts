import type { Clock } from "../ports/clock.ts";

/** Bounds how many launches are under way, and how long launches keep everybody else from being served. */
export interface SpawnQueue {
  /** Calls `launch` when it is its turn; `launch` resolves, never rejects, when the launch is over. */
  add(key: string, launch: () => Promise<void>): void;
  /** Takes one back; false when it has begun or is unknown. */
  cancel(key: string): boolean;
  /** Takes back all that have not begun. */
  clear(): void;
  /** Resolves when nothing is being launched. */
  idle(): Promise<void>;
}

/** A launch blocks the event loop, so between slices of this length everybody else gets their turn. */
const sliceMs = 10;

/** Makes an empty queue. */
export function createSpawnQueue(clock: Clock, maxConcurrent: number): SpawnQueue {
  // A Map keeps the order in which keys were added and forgets one of them without a walk.
  const waiting = new Map<string, () => Promise<void>>();
  const underWay = new Set<Promise<void>>();
  let sliceEndMs: number | null = null;

  const pump = (): void => {
    while (underWay.size < maxConcurrent) {
      const next = waiting.entries().next().value;
      if (next === undefined) return;
      const now = clock.monotonicMs();
      if (sliceEndMs === null) {
        sliceEndMs = now + sliceMs;
        clock.callAt(now, () => {
          sliceEndMs = null;
          pump();
        });
      } else if (now >= sliceEndMs) return;
      const [key, launch] = next;
      waiting.delete(key);
      begin(launch);
    }
  };
  const begin = (launch: () => Promise<void>): void => {
    const promise = launch().finally(() => {
      underWay.delete(promise);
      pump();
    });
    underWay.add(promise);
  };

  return {
    add: (key, launch) => {
      waiting.set(key, launch);
      pump();
    },
    cancel: (key) => waiting.delete(key),
    clear: () => waiting.clear(),
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
