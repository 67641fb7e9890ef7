import type { Situation } from "../states.ts";
import { phraseOfStopReason } from "../stop-reason.ts";
import {
  type Around,
  ignored,
  impossible,
  type Facts,
  type Moved,
  type Row,
  type Step,
} from "./cell.ts";
import { seeExit, settleEnd } from "./end.ts";
import { beginStop, clearRest, leaveRunning, stoppingState, unwanted } from "./halt.ts";
import { healthEffects, wanted } from "./launch.ts";

/** Up, from right after exec; ready or not. */
export const runningRow: Row<"running"> = {
  "start-requested": confirm,
  "restart-requested": replace,
  "stop-planned": planStop,
  "stop-requested": stop,
  exited,
  "became-ready": becomeReady,
  "ready-timed-out": giveUpWaiting,
  "health-passed": becomeHealthy,
  "hang-detected": endHang,
  redefined: redefine,
  "dependency-changed": "ignored",
  adopted: impossible,
  "found-gone": impossible,
  spawned: impossible,
  "spawn-failed": impossible,
  "spawn-cancelled": impossible,
  "tree-killed": "ignored",
  "tree-checked": "ignored",
  "stop-timed-out": "ignored",
  "exit-overdue": "ignored",
  "kill-due": "ignored",
  "backoff-elapsed": "ignored",
};

function confirm({ situation, event, context }: Facts<"running", "start-requested">): Step {
  if (situation.desired === "up") return ignored;
  if (!context.definition.enabled) return { kind: "illegal", code: "ERR_DPM_PROCESS_DISABLED" };
  return {
    kind: "moved",
    situation: wanted(situation, event.forget),
    effects: [],
    cause: event.cause,
    actor: event.actor,
  };
}

function replace(facts: Facts<"running", "restart-requested">): Step {
  const { situation, event, context } = facts;
  if (!context.definition.enabled) return { kind: "illegal", code: "ERR_DPM_PROCESS_DISABLED" };
  if (context.closing) return { kind: "illegal", code: "ERR_DPM_PROCESS_SHUTTING_DOWN" };
  return beginStop(facts, wanted(situation, true), {
    reason: event.reason,
    cause: phraseOfStopReason(event.reason),
    actor: event.actor,
    startAfter: true,
  });
}

function planStop({ situation, event }: Facts<"running", "stop-planned">): Step {
  const next = unwanted(situation, event.reason);
  if (next.desired === situation.desired && next.stoppedByRequest === situation.stoppedByRequest)
    return ignored;
  return {
    kind: "moved",
    situation: next,
    effects: [],
    cause: phraseOfStopReason(event.reason),
    actor: event.actor,
  };
}

function stop(facts: Facts<"running", "stop-requested">): Moved {
  const { situation, event } = facts;
  return beginStop(facts, unwanted(situation, event.reason), {
    reason: event.reason,
    cause: phraseOfStopReason(event.reason),
    actor: event.actor,
    startAfter: false,
  });
}

function exited({ situation, state, event, context }: Facts<"running", "exited">): Moved {
  const exit = seeExit(event.report, { sinceMs: state.sinceMs, reason: null }, context);
  if (!event.treeAlive || context.definition.killMode === "process") {
    const moved = settleEnd(situation, { exit, pid: state.instance.pid }, context);
    return { ...moved, effects: [...moved.effects, ...leaveRunning] };
  }
  const halt = { reason: "main-ended", cause: "", actor: null, startAfter: false } as const;
  const stopping = {
    ...stoppingState(state, halt),
    instance: state.instance,
    sinceMs: state.sinceMs,
  };
  const moved = clearRest(situation, stopping, exit);
  return { ...moved, effects: [...moved.effects, ...leaveRunning] };
}

function becomeReady(facts: Facts<"running", "became-ready">): Step {
  return facts.situation.ready ? ignored : finishStart(facts);
}

function finishStart({ situation, state, context }: Around<"running">): Moved {
  return {
    kind: "moved",
    situation: {
      ...situation,
      ready: true,
      health: context.definition.health === null ? "none" : "starting",
      failure: null,
    },
    effects: [
      { kind: "stop-probes" },
      { kind: "cancel-timer", name: "start-timeout" },
      ...healthEffects(context, state.launch),
      { kind: "run-hook", event: "on_ready", pid: state.instance.pid, exit: null },
    ],
    cause: "ready",
    actor: null,
  };
}

/** From now on the new probes ask; what was ready stays ready. */
function redefine(facts: Facts<"running", "redefined">): Step {
  const { situation, state, event, context } = facts;
  const { readiness, health } = context.definition;
  if (!situation.ready) {
    if (readiness === null) return finishStart(facts);
    if (!event.readiness) return ignored;
    return {
      kind: "moved",
      situation,
      effects: [{ kind: "start-probe", probe: "readiness", launch: state.launch }],
      cause: "its readiness probe changed",
      actor: null,
    };
  }
  if (!event.health) return ignored;
  return {
    kind: "moved",
    situation: { ...situation, health: health === null ? "none" : "starting" },
    effects: health === null ? [{ kind: "stop-probes" }] : healthEffects(context, state.launch),
    cause: "its health probe changed",
    actor: null,
  };
}

function giveUpWaiting(facts: Facts<"running", "ready-timed-out">): Step {
  const { situation, context } = facts;
  if (situation.ready) return ignored;
  const failed: Situation = {
    ...situation,
    failure: { kind: "not-ready-in-time", timeoutMs: context.definition.startTimeoutMs },
  };
  return beginStop(facts, failed, {
    reason: "start-timeout",
    cause: phraseOfStopReason("start-timeout"),
    actor: null,
    startAfter: false,
  });
}

function becomeHealthy({ situation }: Facts<"running", "health-passed">): Step {
  if (situation.health === "healthy") return ignored;
  return {
    kind: "moved",
    situation: { ...situation, health: "healthy" },
    effects: [],
    cause: "healthy",
    actor: null,
  };
}

function endHang(facts: Facts<"running", "hang-detected">): Step {
  const { situation, state, event } = facts;
  const moved = beginStop(
    facts,
    { ...situation, health: "unhealthy" },
    {
      reason: "probe",
      cause: `${phraseOfStopReason("probe")}: ${event.detail}`,
      actor: null,
      startAfter: false,
    },
  );
  return {
    ...moved,
    effects: [
      ...moved.effects,
      { kind: "run-hook", event: "on_health_fail", pid: state.instance.pid, exit: null },
    ],
  };
}
