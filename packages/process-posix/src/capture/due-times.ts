/** Something that has to be done at a time. */
export interface Due {
  /** Monotonic milliseconds; Infinity: never. */
  dueMs: number;
  /** Does it and sets the next time. */
  due(nowMs: number): void;
}

/** What is due when, for a thread that sleeps until the earliest. Costs nothing while nothing is due. */
export interface DueTimes {
  /** Says that something is due at its time, or earlier than before. */
  set(item: Due, dueMs: number): void;
  forget(item: Due): void;
  /** For epoll_wait: milliseconds until the earliest, -1 when there is none. */
  timeoutMs(nowMs: number): number;
  /** Does what is due. */
  run(nowMs: number): void;
}

/** Makes one in which nothing is due. */
export function createDueTimes(): DueTimes {
  const items = new Set<Due>();
  let earliest = Number.POSITIVE_INFINITY;
  return {
    set: (item, dueMs) => {
      item.dueMs = dueMs;
      if (dueMs === Number.POSITIVE_INFINITY) {
        items.delete(item);
        return;
      }
      items.add(item);
      if (dueMs < earliest) earliest = dueMs;
    },
    forget: (item) => void items.delete(item),
    timeoutMs: (nowMs) => {
      if (earliest === Number.POSITIVE_INFINITY) return -1;
      return Math.min(Math.max(0, Math.ceil(earliest - nowMs)), 0x7fffffff);
    },
    run: (nowMs) => {
      if (nowMs < earliest) return;
      for (const item of items) if (item.dueMs <= nowMs) item.due(nowMs);
      earliest = Number.POSITIVE_INFINITY;
      for (const item of items) {
        if (item.dueMs === Number.POSITIVE_INFINITY) items.delete(item);
        else if (item.dueMs < earliest) earliest = item.dueMs;
      }
    },
  };
}
