import type { Clock } from "../clock.ts";

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves on, and calls back on the way whatever becomes due, at its own moment. */
  advance(elapsedMs: number): void;
  /** How many callbacks are due at some time. */
  readonly pending: number;
}

/** Makes a clock at 1000 ms. */
export function createManualClock(): ManualClock {
  let nowMs = 1_000;
  const calls = new Set<{ readonly atMs: number; readonly callback: () => void }>();
  const nextCall = (
    untilMs: number,
  ): { readonly atMs: number; readonly callback: () => void } | undefined =>
    [...calls]
      .filter((call) => call.atMs <= untilMs)
      .toSorted((one, two) => one.atMs - two.atMs)[0];
  return {
    monotonicMs: () => nowMs,
    callAt: (atMs, callback) => {
      const call = { atMs, callback };
      calls.add(call);
      return () => calls.delete(call);
    },
    advance: (elapsedMs) => {
      const untilMs = nowMs + elapsedMs;
      for (let call = nextCall(untilMs); call !== undefined; call = nextCall(untilMs)) {
        calls.delete(call);
        nowMs = Math.max(nowMs, call.atMs);
        call.callback();
      }
      nowMs = untilMs;
    },
    get pending() {
      return calls.size;
    },
  };
}
