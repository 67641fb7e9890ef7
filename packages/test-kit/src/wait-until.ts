import { setTimeout as sleep } from "node:timers/promises";

/** How long to wait and what for. */
export interface WaitOptions {
  /** Milliseconds; 10,000 unless told. Generous, since a failed wait costs time only when something is wrong. */
  readonly deadlineMs?: number;
  /** What is awaited, for the message of a failed wait. */
  readonly what?: string;
}

type Truthy<T> = Exclude<T, false | null | undefined | 0 | "">;

const pollMs = 10;

/**
 * Waits until the condition gives something truthy and answers that.
 * A condition that throws is asked again; its last error is the cause of the failed wait.
 */
export async function waitUntil<T>(
  condition: () => T | Promise<T>,
  options: WaitOptions = {},
): Promise<Truthy<T>> {
  const { deadlineMs = 10_000, what = `that ${condition.toString().slice(0, 200)}` } = options;
  const end = performance.now() + deadlineMs;
  let cause: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (isTruthy(value)) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (performance.now() >= end) {
      throw new Error(
        `waited ${deadlineMs} ms in vain for ${what}`,
        cause === undefined ? undefined : { cause },
      );
    }
    await sleep(pollMs);
  }
}

function isTruthy<T>(value: T): value is Truthy<T> {
  return Boolean(value);
}
