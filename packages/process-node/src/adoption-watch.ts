import type { ProcessWatch } from "@dpm/launch";

/** Notices the end of processes that are not children of this one. */
export interface AdoptionWatch {
  /** Calls back once when the process with that start is gone or a zombie. The answer stops watching. */
  add(pid: number, startTicks: string, gone: () => void): () => void;
  close(): void;
}

/** Looks at all adopted processes by one timer; nothing tells a process about the end of one that it did not start. */
export function createAdoptionWatch(watch: ProcessWatch, intervalMs: number): AdoptionWatch {
  const watched = new Set<{
    readonly pid: number;
    readonly startTicks: string;
    readonly gone: () => void;
  }>();
  let timer: NodeJS.Timeout | null = null;

  const stopWhenIdle = (): void => {
    if (watched.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };

  const lookAtAll = (): void => {
    for (const one of watched) {
      const now = watch.look(one.pid);
      if (now !== null && !now.dead && now.startTicks === one.startTicks) continue;
      watched.delete(one);
      one.gone();
    }
    stopWhenIdle();
  };

  return {
    add: (pid, startTicks, gone) => {
      const one = { pid, startTicks, gone };
      watched.add(one);
      timer ??= setInterval(lookAtAll, intervalMs);
      return () => {
        watched.delete(one);
        stopWhenIdle();
      };
    },
    close: () => {
      watched.clear();
      stopWhenIdle();
    },
  };
}
