import type { Clock } from "./clock.ts";

/** A moment at which something is called back. Made by {@link createDeadlines}. */
export interface Deadline {
  readonly atMs: number;
  readonly callback: () => void;
  /** Where it is in the heap; -1 when it is not there any more. */
  position: number;
}

/** Very many deadlines on one timer. Adding and removing one costs no timer. */
export interface Deadlines {
  /** Calls back once `waitMs` have passed, unless removed before. */
  add(waitMs: number, callback: () => void): Deadline;
  /** Does nothing when it has passed or was removed. */
  remove(deadline: Deadline): void;
  readonly size: number;
  /** Forgets all of them. */
  clear(): void;
}

/** Makes an empty set of deadlines: a binary heap whose entries know their position, and one timer for its top. */
export function createDeadlines(clock: Clock): Deadlines {
  let heap: Deadline[] = [];
  let armedAtMs = Number.POSITIVE_INFINITY;
  let disarm: (() => void) | undefined;

  const place = (entry: Deadline, position: number): void => {
    heap[position] = entry;
    entry.position = position;
  };

  const atMsOf = (position: number): number => heap[position]?.atMs ?? Number.POSITIVE_INFINITY;

  const rise = (entry: Deadline, from: number): void => {
    let position = from;
    while (position > 0) {
      const above = (position - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || parent.atMs <= entry.atMs) break;
      place(parent, position);
      position = above;
    }
    place(entry, position);
  };

  const sink = (entry: Deadline, from: number): void => {
    let position = from;
    for (;;) {
      const left = 2 * position + 1;
      const below = atMsOf(left + 1) < atMsOf(left) ? left + 1 : left;
      const child = heap[below];
      if (child === undefined || child.atMs >= entry.atMs) break;
      place(child, position);
      position = below;
    }
    place(entry, position);
  };

  const remove = (entry: Deadline): void => {
    const { position } = entry;
    if (position < 0) return;
    entry.position = -1;
    const last = heap.pop();
    if (last !== undefined && last !== entry) {
      if (position > 0 && last.atMs < atMsOf((position - 1) >> 1)) rise(last, position);
      else sink(last, position);
    }
    // A timer without a deadline would keep an otherwise finished program alive.
    if (heap.length === 0) stop();
  };

  const stop = (): void => {
    disarm?.();
    disarm = undefined;
    armedAtMs = Number.POSITIVE_INFINITY;
  };

  const arm = (): void => {
    const top = heap[0];
    if (top === undefined || top.atMs >= armedAtMs) return;
    disarm?.();
    armedAtMs = top.atMs;
    disarm = clock.callAt(armedAtMs, expire);
  };

  const expire = (): void => {
    disarm = undefined;
    armedAtMs = Number.POSITIVE_INFINITY;
    const nowMs = clock.monotonicMs();
    for (let top = heap[0]; top !== undefined && top.atMs <= nowMs; top = heap[0]) {
      remove(top);
      top.callback();
    }
    arm();
  };

  return {
    add: (waitMs, callback) => {
      const entry: Deadline = {
        atMs: clock.monotonicMs() + waitMs,
        callback,
        position: heap.length,
      };
      heap.push(entry);
      rise(entry, entry.position);
      arm();
      return entry;
    },
    remove,
    get size() {
      return heap.length;
    },
    clear: () => {
      for (const entry of heap) entry.position = -1;
      heap = [];
      stop();
    },
  };
}
