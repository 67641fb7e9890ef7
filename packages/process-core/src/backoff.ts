import type { BackoffPolicy } from "./model/process-definition.ts";
import type { RateLimit } from "./model/rate-limit.ts";
import type { StartHistory } from "./states.ts";

/** Nothing to remember: the first restarts come at once. */
export const emptyHistory: StartHistory = { policyStarts: [], delays: 0 };

/** What decides when to start again. Moments are monotonic milliseconds. */
export interface BackoffInput {
  readonly history: StartHistory;
  readonly policy: BackoffPolicy;
  readonly limit: RateLimit | null;
  readonly nowMs: number;
  /** How long the instance ran; 0 when the launch failed. */
  readonly uptimeMs: number;
  /** A failed launch gets no restart at once: nothing can have changed within no time. */
  readonly launchFailed: boolean;
  /** At least 0, below 1; places the delay within its jitter. */
  readonly chance: number;
}

/** When to start again, or that it is given up. */
export type BackoffDecision =
  | { readonly kind: "retry"; readonly delayMs: number; readonly history: StartHistory }
  | { readonly kind: "give-up"; readonly history: StartHistory };

/**
 * The first `burst` restarts within the window come at once; then the delay grows up to its cap, and keeps growing
 * until an instance ran for `resetAfterMs`: a window that has become empty because the delays are long is no reason to begin anew.
 */
export function planRetry(input: BackoffInput): BackoffDecision {
  const { policy, limit, nowMs } = input;
  const history = input.uptimeMs >= policy.resetAfterMs ? emptyHistory : input.history;
  const policyStarts = history.policyStarts.filter(
    (at) => nowMs - at < longestWindow(policy, limit),
  );
  if (limit !== null && countWithin(policyStarts, nowMs, limit.windowMs) >= limit.count) {
    return { kind: "give-up", history: { ...history, policyStarts } };
  }
  const inBurst =
    !input.launchFailed &&
    history.delays === 0 &&
    countWithin(policyStarts, nowMs, policy.burstWindowMs) < policy.burst;
  const delayMs = inBurst ? 0 : delayOf(policy, history.delays, input.chance);
  return {
    kind: "retry",
    delayMs,
    history: {
      policyStarts: [...policyStarts, nowMs + delayMs].slice(-most(policy, limit)),
      delays: inBurst ? 0 : history.delays + 1,
    },
  };
}

/** The delay after a launch failure that passes: grows like any other, but counts for no limit and is repeated for ever. */
export function planPassingRetry(input: Pick<BackoffInput, "history" | "policy" | "chance">): {
  readonly delayMs: number;
  readonly history: StartHistory;
} {
  const { history, policy } = input;
  return {
    delayMs: delayOf(policy, history.delays, input.chance),
    history: { ...history, delays: history.delays + 1 },
  };
}

/** How many starts by policy a limit counts at a moment. */
export function countPolicyStarts(history: StartHistory, limit: RateLimit, nowMs: number): number {
  return countWithin(history.policyStarts, nowMs, limit.windowMs);
}

/** No more moments than can matter are kept, also when the configured delay is 0. */
function most(policy: BackoffPolicy, limit: RateLimit | null): number {
  return Math.max(1, policy.burst, limit?.count ?? 0);
}

function countWithin(moments: readonly number[], nowMs: number, windowMs: number): number {
  return moments.filter((at) => nowMs - at < windowMs).length;
}

function longestWindow(policy: BackoffPolicy, limit: RateLimit | null): number {
  return Math.max(policy.burstWindowMs, limit?.windowMs ?? 0);
}

function delayOf(policy: BackoffPolicy, delays: number, chance: number): number {
  // The exponent is bounded before it is used: after a thousand delays the power would be Infinity, and Infinity times 0 is not a number.
  const grown = policy.initialMs * policy.factor ** Math.min(delays, 64);
  const capped = Math.min(grown, policy.maxMs);
  return Math.round(capped * (1 + policy.jitter * (2 * chance - 1)));
}
