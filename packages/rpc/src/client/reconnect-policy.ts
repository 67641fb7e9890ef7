import type { Clock } from "../clock.ts";

/** When and how often a lost connection is made again. */
export interface ReconnectPolicy {
  /** The wait before the second attempt; it doubles with each one. The first is made at once. Default 100. */
  readonly firstDelayMs?: number;
  /** Where the doubling stops. Default 5000. */
  readonly longestDelayMs?: number;
  /** How long to try before the last failure is passed on. Default 30000. */
  readonly giveUpAfterMs?: number;
  /** Whether to try again also when there has been no connection at all yet. Default false: who is not there is said at once. */
  readonly waitForServer?: boolean;
  readonly clock?: Clock;
  /** For jitter: at least 0, below 1. Default `Math.random`. */
  readonly random?: () => number;
}

/** How long to wait before an attempt, counted from 0: twice as long each time, of which up to half is left to chance. */
export function reconnectDelayMs(attempt: number, policy: ReconnectPolicy): number {
  const { firstDelayMs = 100, longestDelayMs = 5_000, random = Math.random } = policy;
  if (attempt === 0) return 0;
  const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt - 1, 30));
  return delayMs * (0.5 + random() / 2);
}
