import type { Clock } from "../clock.ts";

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves on, and calls back on the way whatever becomes due, at its own moment. */
  advance(elapsedMs: number): void;
  /** Moves on at once, as after a suspension: what was due on the way is called back late. */
  jump(elapsedMs: number): void;
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
  const advance = (elapsedMs: number): void => {
    const untilMs = nowMs + elapsedMs;
    for (let call = nextCall(untilMs); call !== undefined; call = nextCall(untilMs)) {
      calls.delete(call);
      nowMs = Math.max(nowMs, call.atMs);
      call.callback();
    }
    nowMs = untilMs;
  };
  return {
    monotonicMs: () => nowMs,
    callAt: (atMs, callback) => {
      const call = { atMs, callback };
      calls.add(call);
      return () => calls.delete(call);
    },
    advance,
    jump: (elapsedMs) => {
      nowMs += elapsedMs;
      advance(0);
    },
    get pending() {
      return calls.size;
    },
  };
}
