/** Lets things through once it is open; what came before waits in order. */
export interface Gate {
  pass(work: () => void): void;
  open(): void;
}

/** Makes a closed gate. */
export function createGate(): Gate {
  let waiting: (() => void)[] | null = [];
  return {
    pass(work) {
      if (waiting === null) work();
      else waiting.push(work);
    },
    open() {
      const ready = waiting ?? [];
      waiting = null;
      for (const work of ready) work();
    },
  };
}
