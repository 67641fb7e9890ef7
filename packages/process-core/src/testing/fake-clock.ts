import type { Clock } from "../ports/clock.ts";

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Lets time pass: each timer that is due is called at its own moment, and what follows from it comes before the next. */
  advance(ms: number): Promise<void>;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  /** Timers that are set. */
  pendingTimers(): number;
  /** Moves the wall clock alone, as an administrator does. */
  setWall(ms: number): void;
}

interface Timer {
  readonly atMs: number;
  readonly turn: number;
  readonly callback: () => void;
}

/** Rounds of promise callbacks that are awaited; every chain in the supervisor is far shorter. */
const defaultRounds = 60;

/** Makes a clock that says `monotonicMs` 1,000,000 and a wall time in 2026. `rounds`: how long chains of promises are waited for. */
export function createFakeClock(rounds: number = defaultRounds): FakeClock {
  let nowMs = 1_000_000;
  let wallOffsetMs = 1_790_000_000_000 - nowMs;
  let turns = 0;
  const timers = new Set<Timer>();

  const settle = async (): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) await Promise.resolve();
  };
  const nextDue = (untilMs: number): Timer | null => {
    let first: Timer | null = null;
    for (const timer of timers) {
      if (timer.atMs > untilMs) continue;
      if (
        first === null ||
        timer.atMs < first.atMs ||
        (timer.atMs === first.atMs && timer.turn < first.turn)
      )
        first = timer;
    }
    return first;
  };
  return {
    monotonicMs: () => nowMs,
    wallMs: () => nowMs + wallOffsetMs,
    callAt: (atMs, callback) => {
      const timer: Timer = { atMs, turn: turns++, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    settle,
    advance: async (ms) => {
      const untilMs = nowMs + ms;
      await settle();
      for (let due = nextDue(untilMs); due !== null; due = nextDue(untilMs)) {
        timers.delete(due);
        nowMs = Math.max(nowMs, due.atMs);
        due.callback();
        await settle();
      }
      nowMs = untilMs;
    },
    pendingTimers: () => timers.size,
    setWall: (ms) => {
      wallOffsetMs = ms - nowMs;
    },
  };
}
