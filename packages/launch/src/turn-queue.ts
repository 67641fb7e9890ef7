/** Runs blocking pieces of work one after the other, a few in each turn of the event loop. */
export interface TurnQueue {
  /** Runs it at once while the turn has time left, else in its order in a later one. */
  run<T>(work: () => T): Promise<T>;
}

/** Makes a queue that lets the event loop go on after `budgetMs` of work, so that clients are answered while many processes start. */
export function createTurnQueue(budgetMs: number): TurnQueue {
  const waiting: (() => void)[] = [];
  let next = 0;
  // When the time of this turn is used up; null: nothing has been run in it.
  let turnEndMs: number | null = null;

  const begin = (): number => {
    setImmediate(goOn);
    return (turnEndMs = performance.now() + budgetMs);
  };
  const goOn = (): void => {
    turnEndMs = null;
    if (next === waiting.length) return;
    const end = begin();
    do waiting[next++]?.();
    while (next < waiting.length && performance.now() < end);
    if (next < waiting.length) return;
    waiting.length = 0;
    next = 0;
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        const job = (): void => {
          try {
            resolve(work());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        const isFree = waiting.length === 0 && performance.now() < (turnEndMs ?? begin());
        if (isFree) job();
        else waiting.push(job);
      }),
  };
}
