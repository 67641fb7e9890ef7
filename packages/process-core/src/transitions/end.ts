import { planPassingRetry, planRetry } from "../backoff.ts";
import type { Effect } from "../effects.ts";
import { classifyExit, isTooEarly } from "../exit-class.ts";
import type { HookEvent } from "../model/hook.ts";
import type { ExitReport, LaunchFailure } from "../model/instance.ts";
import { phraseOfExit, phraseOfLaunchFailure, phraseOfSpan } from "../phrases.ts";
import { isFailure, shouldRestart, shouldRetryLaunch } from "../restart-policy.ts";
import type { LastExit, SeenExit, Situation, StoppingState } from "../states.ts";
import { isOwnStop, phraseOfStopReason, type StopReason } from "../stop-reason.ts";
import type { Context, Moved } from "./cell.ts";
import { approachLaunch } from "./launch.ts";

/** An end as it was reported, with its meaning. */
export function seeExit(
  report: ExitReport,
  { sinceMs, reason }: { readonly sinceMs: number; readonly reason: StopReason | null },
  { definition, nowMs, wallMs }: Context,
): SeenExit {
  const uptimeMs = Math.max(0, nowMs - sinceMs);
  const result = classifyExit(report, reason, definition);
  return { report, result, at: wallMs, uptimeMs, tooEarly: isTooEarly(uptimeMs, definition) };
}

/** Nothing of the instance is left and a stop was under way: stopped, started anew, or the policy decides. */
export function settleStop(situation: Situation, state: StoppingState, context: Context): Moved {
  const { exit, reason } = state;
  const after = withExit(situation, exit);
  const pid = state.instance?.pid ?? null;
  const effects: Effect[] = [
    ...leaveStopping,
    ...hooks(exit === null ? [] : ["on_exit"], pid, exit),
  ];
  const cause =
    exit === null
      ? phraseOfStopReason(reason)
      : `${phraseOfExit(exit.report)}, ${phraseOfStopReason(reason)}`;
  const ownStop = isOwnStop(reason);
  if (
    situation.desired === "down" ||
    (context.closing && ownStop) ||
    (reason === "shutdown" && !state.startAfter)
  ) {
    return {
      kind: "moved",
      situation: { ...after, state: { kind: "stopped" }, reason: phraseOfStopReason(reason) },
      effects: [...effects, ...hooks(["on_stop"], pid, exit)],
      cause,
      actor: null,
    };
  }
  if (state.startAfter || ownStop || exit === null) {
    const next = approachLaunch({ ...after, reason: phraseOfStopReason(reason) }, context);
    return {
      kind: "moved",
      situation: next.situation,
      effects: [...next.effects, ...effects, ...hooks(["on_restart"], pid, exit)],
      cause,
      actor: null,
    };
  }
  const next = followPolicy(after, { exit, pid }, context);
  return { ...next, effects: [...next.effects, ...leaveStopping] };
}

/** An instance ended by itself and left nothing: the policy decides, unless it is unwanted anyway. */
export function settleEnd(
  situation: Situation,
  ended: { readonly exit: SeenExit; readonly pid: number | null },
  context: Context,
): Moved {
  const after = withExit(situation, ended.exit);
  if (situation.desired === "up") return followPolicy(after, ended, context);
  const cause = phraseOfExit(ended.exit.report);
  return {
    kind: "moved",
    situation: { ...after, state: { kind: "stopped" }, reason: cause },
    effects: hooks(["on_exit", "on_stop"], ended.pid, ended.exit),
    cause,
    actor: null,
  };
}

/** The launch failed. What passes is tried for ever, whatever the policy; what does not counts as a failure by policy. */
export function settleLaunchFailure(
  situation: Situation,
  failure: LaunchFailure,
  context: Context,
): Moved {
  const { definition, nowMs, chance } = context;
  const cause = phraseOfLaunchFailure(failure);
  const after: Situation = {
    ...situation,
    failure: { kind: "launch-failed", failure },
    reason: cause,
  };
  if (failure.passing) {
    const retry = planPassingRetry({
      history: situation.history,
      policy: definition.backoff,
      chance,
    });
    return backOff(
      { ...after, history: retry.history },
      { delayMs: retry.delayMs, passing: true, cause, nowMs },
    );
  }
  const failed = hooks(["on_failure"], null, null);
  if (!shouldRetryLaunch(definition)) {
    return {
      kind: "moved",
      situation: { ...after, state: { kind: "fatal" } },
      effects: failed,
      cause,
      actor: null,
    };
  }
  const plan = planRetry({
    history: situation.history,
    policy: definition.backoff,
    limit: definition.startLimit,
    nowMs,
    uptimeMs: 0,
    launchFailed: true,
    chance,
  });
  if (plan.kind === "give-up") {
    // The failure itself says more than that it was the last allowed one.
    const next: Situation = {
      ...after,
      history: plan.history,
      state: { kind: "fatal" },
      reason: `given up: ${cause}`,
    };
    return {
      kind: "moved",
      situation: next,
      effects: [...failed, ...hooks(["on_limit"], null, null)],
      cause,
      actor: null,
    };
  }
  const next = backOff(
    { ...after, history: plan.history },
    { delayMs: plan.delayMs, passing: false, cause, nowMs },
  );
  return { ...next, effects: [...next.effects, ...failed] };
}

function followPolicy(
  situation: Situation,
  { exit, pid }: { readonly exit: SeenExit; readonly pid: number | null },
  context: Context,
): Moved {
  const { definition, nowMs, chance } = context;
  const failed = isFailure(exit);
  const cause = phraseOfEnd(exit, definition.startSecsMs);
  const ended = hooks(failed ? ["on_exit", "on_failure"] : ["on_exit"], pid, exit);
  const { uptimeMs } = exit;
  const lastExit: LastExit = { report: exit.report, result: exit.result, at: exit.at };
  if (!shouldRestart(exit, definition)) {
    const expected = !failed;
    return {
      kind: "moved",
      situation: {
        ...situation,
        desired: "down",
        failure: failed ? { kind: "ended", exit: lastExit, uptimeMs } : null,
        state: { kind: "exited", expected },
        reason: cause,
      },
      effects: ended,
      cause,
      actor: null,
    };
  }
  const plan = planRetry({
    history: situation.history,
    policy: definition.backoff,
    limit: definition.startLimit,
    nowMs,
    uptimeMs,
    launchFailed: false,
    chance,
  });
  if (plan.kind === "give-up") {
    const { count, windowMs } = definition.startLimit ?? { count: 0, windowMs: 0 };
    const reason = `given up after ${count} restarts within ${phraseOfSpan(windowMs)}: ${cause}`;
    return {
      kind: "moved",
      situation: {
        ...situation,
        history: plan.history,
        failure: { kind: "limit-reached", count, windowMs },
        state: { kind: "fatal" },
        reason,
      },
      effects: [...ended, ...hooks(["on_limit"], pid, exit)],
      cause: reason,
      actor: null,
    };
  }
  const after: Situation = {
    ...situation,
    history: plan.history,
    failure: { kind: "ended", exit: lastExit, uptimeMs },
    reason: cause,
  };
  if (plan.delayMs > 0 && !context.closing) {
    const next = backOff(after, { delayMs: plan.delayMs, passing: false, cause, nowMs });
    return { ...next, effects: [...next.effects, ...ended] };
  }
  const next = approachLaunch({ ...after, restarts: after.restarts + 1 }, context);
  return {
    kind: "moved",
    situation: next.situation,
    effects: [...next.effects, ...ended, ...hooks(["on_restart"], pid, exit)],
    cause: `${cause}, restarted by policy`,
    actor: null,
  };
}

function backOff(
  situation: Situation,
  wait: {
    readonly delayMs: number;
    readonly passing: boolean;
    readonly cause: string;
    readonly nowMs: number;
  },
): Moved {
  const notBeforeMs = wait.nowMs + wait.delayMs;
  return {
    kind: "moved",
    situation: { ...situation, state: { kind: "backoff", notBeforeMs, passing: wait.passing } },
    effects: [{ kind: "set-timer", name: "backoff", atMs: notBeforeMs, launch: situation.launch }],
    cause: wait.cause,
    actor: null,
  };
}

const leaveStopping: readonly Effect[] = [
  { kind: "cancel-timer", name: "stop-timeout" },
  { kind: "cancel-timer", name: "tree-check" },
  { kind: "cancel-timer", name: "kill-retry" },
  { kind: "cancel-timer", name: "exit-overdue" },
];

function withExit(situation: Situation, exit: SeenExit | null): Situation {
  const base: Situation = { ...situation, ready: false, health: "none" };
  if (exit === null) return base;
  return { ...base, lastExit: { report: exit.report, result: exit.result, at: exit.at } };
}

function phraseOfEnd(exit: SeenExit, startSecsMs: number): string {
  if (exit.result === "timeout" || exit.result === "probe") {
    return `${phraseOfStopReason(exit.result === "timeout" ? "start-timeout" : "probe")}, ${phraseOfExit(exit.report)}`;
  }
  const early = exit.tooEarly ? `, sooner than startSecs (${phraseOfSpan(startSecsMs)})` : "";
  return `${phraseOfExit(exit.report)} after ${phraseOfSpan(exit.uptimeMs)}${early}`;
}

function hooks(events: readonly HookEvent[], pid: number | null, exit: SeenExit | null): Effect[] {
  return events.map((event) => ({ kind: "run-hook", event, pid, exit }));
}
