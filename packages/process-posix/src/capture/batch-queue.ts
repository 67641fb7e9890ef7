/** Work that is done in batches: what comes while one is done makes up the next. */
export interface BatchQueue<T> {
  /** Resolves when the batch with it is done, rejects when that failed as a whole. */
  add(item: T): Promise<void>;
  /** Whether nothing is being done or waits. */
  isIdle(): boolean;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/** Makes one; batches never overlap. */
export function createBatchQueue<T>(work: (items: readonly T[]) => Promise<void>): BatchQueue<T> {
  let items: T[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();
  let undone = 0;
  const run = async (before: Promise<void>): Promise<void> => {
    await before;
    const batch = items;
    [items, next] = [[], null];
    try {
      await work(batch);
    } finally {
      undone -= batch.length;
    }
  };
  return {
    add: (item) => {
      items.push(item);
      undone++;
      if (next === null) {
        next = run(last);
        last = next.catch(() => {});
      }
      return next;
    },
    isIdle: () => undone === 0,
    idle: async () => {
      for (let seen: Promise<void> | null = null; seen !== last;) {
        seen = last;
        await seen;
      }
    },
  };
}
