import { setTimeout as sleep } from "node:timers/promises";
import { type PumpThread, type PumpThreadOptions, startPumpThread } from "./pump-thread.ts";

/** How the thread is started, and what is done when it was started again. */
export interface LastingThreadOptions extends Omit<PumpThreadOptions, "died"> {
  /** It has died; a new one runs and knows nothing. Resolves when it knows all. */
  readonly restarted: (thread: PumpThread, error: Error) => Promise<void>;
  /** All is well again. */
  readonly restored: () => void;
}

const firstDelayMs = 10;
const longestDelayMs = 10_000;
const longLifeMs = 60_000;

/** A thread that is started again when it dies, with back-off; what was asked meanwhile is asked again. */
export function startLastingThread(options: LastingThreadOptions): PumpThread {
  let isEnding = false;
  let delayMs = firstDelayMs;
  let startedAt = performance.now();
  let thread: PumpThread;
  let ready: Promise<void> = Promise.resolve();

  const died = (error: Error): void => {
    if (!isEnding) ready = restart(error);
  };
  const start = (): PumpThread => {
    startedAt = performance.now();
    return startPumpThread({ ...options, died });
  };
  const restart = async (error: Error): Promise<void> => {
    delayMs = performance.now() - startedAt > longLifeMs ? firstDelayMs : delayMs * 2;
    await sleep(Math.min(delayMs, longestDelayMs));
    if (isEnding) return;
    try {
      thread = start();
    } catch {
      // No descriptor or no memory for it yet.
      return restart(error);
    }
    try {
      await options.restarted(thread, error);
      options.restored();
    } catch {
      // It died again, which starts the next one.
    }
  };
  thread = start();
  return {
    ask: async (request) => {
      for (;;) {
        await ready;
        try {
          return await thread.ask(request);
        } catch (error) {
          if (isEnding) throw error;
          // The exit of the thread and the new promise come before this rejection is seen.
        }
      }
    },
    tell: (message) => thread.tell(message),
    watch: (fd) => thread.watch(fd),
    unwatch: (fd) => thread.unwatch(fd),
    end: async () => {
      isEnding = true;
      await ready;
      await thread.end();
    },
  };
}
