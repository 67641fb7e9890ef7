// A start of a thousand processes leaves a heap behind that is half garbage, and V8 keeps it for as long as nothing allocates:
// for ever, in a daemon that is at rest.
import type { Clock, Supervisor } from "@dpm/process-core";
import { collectGarbage, releaseProgramPages, trimMemory } from "@dpm/process-posix";

/** What the memory of a daemon is watched with. */
export interface MemoryTools {
  readonly supervisor: Pick<Supervisor, "subscribe">;
  readonly clock: Pick<Clock, "callAt" | "monotonicMs">;
  /** Gives memory back; keeps everybody waiting meanwhile, for 15 ms with a thousand processes. */
  readonly release: () => void;
}

/** So many events leave enough behind to be worth the pause. */
const manyEvents = 1_000;
const restMs = 1_000;

/** Gives memory back when it has been quiet for a second. */
export interface MemoryRelease {
  /** Something was made that took much and is of no use any more. */
  afterMuch(): void;
  stop(): void;
}

/** Gives memory back once after now, and again after many events. */
export function releaseMemoryAtRest({ supervisor, clock, release }: MemoryTools): MemoryRelease {
  let events = 0;
  let latestMs = clock.monotonicMs();
  let cancel: (() => void) | null = null;

  const waitForRest = (): void => {
    cancel ??= clock.callAt(latestMs + restMs, () => {
      cancel = null;
      if (clock.monotonicMs() < latestMs + restMs) return waitForRest();
      events = 0;
      release();
    });
  };

  const unsubscribe = supervisor.subscribe(() => {
    events += 1;
    latestMs = clock.monotonicMs();
    if (events >= manyEvents) waitForRest();
  });
  waitForRest();
  return {
    afterMuch: () => {
      latestMs = clock.monotonicMs();
      waitForRest();
    },
    stop: () => {
      unsubscribe();
      cancel?.();
    },
  };
}

/** Gives back what the main thread has and doesn't need: its garbage, what the C library keeps, and pages of the program. */
export function giveMemoryBack(): void {
  collectGarbage();
  trimMemory();
  releaseProgramPages();
}
