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
  let current: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    await current;
    const batch = items;
    [items, next] = [[], null];
    await work(batch);
  };
  const begin = (): Promise<void> => {
    const begun = run();
    const settled: Promise<void> = begun.then(
      () => {},
      () => {},
    );
    const over = settled.then(() => {
      if (current === over) current = null;
    });
    current = over;
    return begun;
  };
  return {
    add: (item) => {
      items.push(item);
      return (next ??= begin());
    },
    isIdle: () => current === null,
    idle: async () => {
      while (current !== null) await current;
    },
  };
}
