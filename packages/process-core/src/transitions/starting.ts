import type { Situation } from "../states.ts";
import { phraseOfStopReason } from "../stop-reason.ts";
import { ignored, impossible, type Facts, type Moved, type Row, type Step } from "./cell.ts";
import { settleLaunchFailure } from "./end.ts";
import { stoppingState, unwanted } from "./halt.ts";
import { approachLaunch, beginRunning, wanted } from "./launch.ts";

/** A launch is under way, or in the queue of launches. */
export const startingRow: Row<"starting"> = {
  "start-requested": confirm,
  // What is being launched is the new instance that is wanted.
  "restart-requested": confirm,
  "stop-planned": stopLaunch,
  "stop-requested": stopLaunch,
  spawned,
  "spawn-failed": ({ situation, event, context }) =>
    settleLaunchFailure(situation, event.failure, context),
  "spawn-cancelled": relaunch,
  redefined: "ignored",
  "dependency-changed": "ignored",
  adopted: impossible,
  "found-gone": impossible,
  exited: impossible,
  "tree-killed": "ignored",
  "tree-checked": "ignored",
  "became-ready": "ignored",
  "ready-timed-out": "ignored",
  "stop-timed-out": "ignored",
  "exit-overdue": "ignored",
  "kill-due": "ignored",
  "backoff-elapsed": "ignored",
  "health-passed": "ignored",
  "hang-detected": "ignored",
};

function confirm({
  situation,
  event,
}: Facts<"starting", "start-requested" | "restart-requested">): Step {
  const forget = event.kind === "start-requested" ? event.forget : true;
  if (situation.desired === "up" && !forget) return ignored;
  const cause = event.kind === "start-requested" ? event.cause : "restart requested";
  return {
    kind: "moved",
    situation: wanted(situation, forget),
    effects: [],
    cause,
    actor: event.actor,
  };
}

function stopLaunch({
  situation,
  state,
  event,
}: Facts<"starting", "stop-planned" | "stop-requested">): Moved {
  const cause = phraseOfStopReason(event.reason);
  const halt = { reason: event.reason, cause, actor: event.actor, startAfter: false };
  const next: Situation = {
    ...unwanted(situation, event.reason),
    state: { ...stoppingState(state, halt), phase: "launching" },
    reason: cause,
  };
  return {
    kind: "moved",
    situation: next,
    effects: [{ kind: "cancel-spawn", launch: state.launch }],
    cause,
    actor: event.actor,
  };
}

function spawned({ situation, event, context }: Facts<"starting", "spawned">): Moved {
  const next = beginRunning(situation, event.instance, context);
  return { kind: "moved", ...next, cause: "launched", actor: null };
}

// The queue gave the launch back although it is wanted: the engine broke. It is put in the queue again.
function relaunch({ situation, context }: Facts<"starting", "spawn-cancelled">): Moved {
  return {
    kind: "moved",
    ...approachLaunch(situation, context),
    cause: "launch taken back",
    actor: null,
  };
}
