/** Runs blocking pieces of work one after the other, a few in each turn of the event loop. */
export interface TurnQueue {
  run<T>(work: () => T): Promise<T>;
}

/** Makes a queue that lets the event loop go on after `budgetMs` of work, so that clients are answered while many processes start. */
export function createTurnQueue(budgetMs: number): TurnQueue {
  const waiting: (() => void)[] = [];
  let next = 0;
  let scheduled = false;

  const workOff = (): void => {
    const end = performance.now() + budgetMs;
    do waiting[next++]?.();
    while (next < waiting.length && performance.now() < end);
    scheduled = next < waiting.length;
    if (scheduled) setImmediate(workOff);
    else {
      waiting.length = 0;
      next = 0;
    }
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(work());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
        if (scheduled) return;
        scheduled = true;
        setImmediate(workOff);
      }),
  };
}
