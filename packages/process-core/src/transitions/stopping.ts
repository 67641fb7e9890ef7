import type { ExitReport, Instance } from "../model/instance.ts";
import type { Situation, StoppingState } from "../states.ts";
import { phraseOfStopReason } from "../stop-reason.ts";
import {
  ignored,
  impossible,
  type Context,
  type Facts,
  type Moved,
  type Row,
  type Step,
} from "./cell.ts";
import { seeExit, settleLaunchFailure, settleStop } from "./end.ts";
import { beginKill, drainTree, killEffects, retryMs, stopSignals, unwanted } from "./halt.ts";
import { wanted } from "./launch.ts";

/** How long the word about the main process may take once its whole tree is gone. */
const exitOverdueMs = 5000;

/** A stop is in progress; it ends only when nothing of the instance is left. */
export const stoppingRow: Row<"stopping"> = {
  "start-requested": startAfterwards,
  "restart-requested": startAfterwards,
  "stop-planned": stayDown,
  "stop-requested": stayDown,
  spawned: endNewborn,
  "spawn-failed": launchFailed,
  "spawn-cancelled": ({ situation, state, context }) => settleStop(situation, state, context),
  exited,
  "tree-checked": treeChecked,
  "tree-killed": treeKilled,
  "stop-timed-out": ({ situation, state, context }) =>
    state.phase === "terminating" || state.phase === "draining"
      ? beginKill(situation, state, context)
      : ignored,
  "kill-due": killAgain,
  "exit-overdue": ({ situation, state, context }) =>
    conclude(situation, state, { report: { kind: "unknown" }, context }),
  redefined: "ignored",
  "dependency-changed": "ignored",
  adopted: impossible,
  "found-gone": impossible,
  "became-ready": "ignored",
  "ready-timed-out": "ignored",
  "backoff-elapsed": "ignored",
  "health-passed": "ignored",
  "hang-detected": "ignored",
};

function startAfterwards({
  situation,
  state,
  event,
  context,
}: Facts<"stopping", "start-requested" | "restart-requested">): Step {
  if (!context.definition.enabled) return { kind: "illegal", code: "ERR_DPM_PROCESS_DISABLED" };
  if (context.closing) return { kind: "illegal", code: "ERR_DPM_PROCESS_SHUTTING_DOWN" };
  const forget = event.kind === "start-requested" ? event.forget : true;
  const cause = event.kind === "start-requested" ? event.cause : phraseOfStopReason(event.reason);
  const next: Situation = { ...wanted(situation, forget), state: { ...state, startAfter: true } };
  return { kind: "moved", situation: next, effects: [], cause, actor: event.actor };
}

function stayDown({
  situation,
  state,
  event,
}: Facts<"stopping", "stop-planned" | "stop-requested">): Step {
  const next = unwanted(situation, event.reason);
  if (
    !state.startAfter &&
    next.desired === situation.desired &&
    next.stoppedByRequest === situation.stoppedByRequest
  ) {
    return ignored;
  }
  return {
    kind: "moved",
    situation: { ...next, state: { ...state, startAfter: false } },
    effects: [],
    cause: phraseOfStopReason(event.reason),
    actor: event.actor,
  };
}

/** The launch could not be taken back: what it brought forth is ended. */
function endNewborn({ situation, state, event, context }: Facts<"stopping", "spawned">): Moved {
  const next: StoppingState = {
    ...state,
    phase: "terminating",
    instance: event.instance,
    sinceMs: context.nowMs,
  };
  return {
    kind: "moved",
    situation: { ...situation, state: next },
    effects: stopSignals(context, event.instance, state.launch),
    cause: `launched while being stopped: ${phraseOfStopReason(state.reason)}`,
    actor: null,
  };
}

function launchFailed({
  situation,
  state,
  event,
  context,
}: Facts<"stopping", "spawn-failed">): Moved {
  if (situation.desired === "down" || state.startAfter || context.closing)
    return settleStop(situation, state, context);
  return settleLaunchFailure(situation, event.failure, context);
}

function exited({ situation, state, event, context }: Facts<"stopping", "exited">): Step {
  const mayLeave = context.definition.killMode === "process";
  if (!event.treeAlive || mayLeave)
    return conclude(situation, state, { report: event.report, context });
  const seen = withSeen(state, event.report, context);
  if (state.phase === "terminating") {
    // Kill mode `mixed` asked only the main process politely; the rest gets SIGKILL when it is gone.
    if (context.definition.killMode === "mixed") return beginKill(situation, seen, context);
    return drainTree(situation, { ...seen, tries: 0 }, context);
  }
  return {
    kind: "moved",
    situation: { ...situation, state: seen },
    effects: [],
    cause: "the main process ended, SIGKILL goes on",
    actor: null,
  };
}

function treeChecked({
  situation,
  state,
  event,
  context,
}: Facts<"stopping", "tree-checked">): Step {
  if (state.phase !== "draining") return ignored;
  if (!event.treeAlive) return settleStop(situation, state, context);
  return drainTree(situation, state, context);
}

function treeKilled({ situation, state, event, context }: Facts<"stopping", "tree-killed">): Step {
  if (state.phase !== "killing" && state.phase !== "stuck") return ignored;
  const { survivors } = event;
  if (survivors.length === 0) return treeGone(situation, state, context);
  return {
    kind: "moved",
    situation: {
      ...situation,
      state: { ...state, phase: "stuck", survivors, tries: state.tries + 1 },
      reason: `SIGKILL does not end pid ${survivors.join(", ")}`,
    },
    effects: [
      {
        kind: "set-timer",
        name: "kill-retry",
        atMs: context.nowMs + retryMs(state.tries),
        launch: state.launch,
      },
    ],
    cause: `SIGKILL does not end pid ${survivors.join(", ")}`,
    actor: null,
  };
}

function treeGone(situation: Situation, state: StoppingState, context: Context): Moved {
  if (state.exit !== null) return settleStop(situation, state, context);
  return {
    kind: "moved",
    situation: { ...situation, state: { ...state, survivors: [] } },
    effects: [
      { kind: "cancel-timer", name: "kill-retry" },
      {
        kind: "set-timer",
        name: "exit-overdue",
        atMs: context.nowMs + exitOverdueMs,
        launch: state.launch,
      },
    ],
    cause: "nothing of it is left",
    actor: null,
  };
}

function killAgain({ situation, state, context }: Facts<"stopping", "kill-due">): Step {
  if (state.phase !== "killing" && state.phase !== "stuck") return ignored;
  // In kill mode `process` nothing reports the survivors: the main process itself is the survivor.
  const survivors = state.survivors.length > 0 ? state.survivors : pidOf(state.instance);
  const next: StoppingState = { ...state, phase: "stuck", survivors, tries: state.tries + 1 };
  return {
    kind: "moved",
    situation: { ...situation, state: next },
    effects: killEffects(next, context),
    cause: "sending SIGKILL again",
    actor: null,
  };
}

function pidOf(instance: Instance | null): readonly number[] {
  return instance === null ? [] : [instance.pid];
}

function conclude(
  situation: Situation,
  state: StoppingState,
  { report, context }: { readonly report: ExitReport; readonly context: Context },
): Moved {
  return settleStop(situation, withSeen(state, report, context), context);
}

function withSeen(state: StoppingState, report: ExitReport, context: Context): StoppingState {
  if (state.exit !== null) return state;
  return {
    ...state,
    exit: seeExit(report, { sinceMs: state.sinceMs, reason: state.reason }, context),
  };
}
