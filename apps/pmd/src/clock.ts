import type { Clock } from "@dpm/process-core";

// The longest delay that a Node timer takes; longer ones fire at once.
const longestDelayMs = 2 ** 31 - 1;

/** The system's clocks. A pending call does not keep the process alive. */
export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  callAt(atMs, callback) {
    let timer: NodeJS.Timeout | undefined;
    const arm = (): void => {
      const delayMs = atMs - performance.now();
      if (delayMs <= 0) timer = setTimeout(callback, 0);
      // Rounded up, since a timer may fire within the millisecond before.
      else if (delayMs > longestDelayMs) timer = setTimeout(arm, longestDelayMs);
      else timer = setTimeout(arm, Math.ceil(delayMs));
      timer.unref();
    };
    if (atMs !== Number.POSITIVE_INFINITY) arm();
    return () => clearTimeout(timer);
  },
};
