import type { EventOf } from "../events.ts";
import { phraseOfExit } from "../phrases.ts";
import type { StoredEnding } from "../ports/state-store.ts";
import { phraseOfStopReason } from "../stop-reason.ts";
import type { SeenExit, Situation, StoppingState } from "../states.ts";
import { type Context, type Facts, impossible, type Moved, type Row } from "./cell.ts";
import { seeExit, settleEnd, settleStop } from "./end.ts";
import { beginKill, clearRest, stopAtRest, stoppingState, stopSignals } from "./halt.ts";
import { beginRunning, startFromRest, wanted } from "./launch.ts";

/** Never started, or stopped on request; also where every process is before the daemon has looked for its instance. */
export const stoppedRow: Row<"stopped"> = {
  "start-requested": startFromRest,
  "restart-requested": startFromRest,
  "stop-planned": stopAtRest,
  "stop-requested": stopAtRest,
  adopted,
  "found-gone": foundGone,
  redefined: "ignored",
  "dependency-changed": "ignored",
  spawned: impossible,
  "spawn-failed": impossible,
  "spawn-cancelled": "ignored",
  exited: "ignored",
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

function adopted(facts: Facts<"stopped", "adopted">): Moved {
  const { situation, event, context } = facts;
  if (event.ending !== null) return goOnEnding(facts, event.ending);
  const cause = event.midLaunch
    ? "found after the daemon died while launching"
    : "taken over from an earlier daemon";
  const launched: Situation = { ...situation, launch: situation.launch + 1, reason: cause };
  const { situation: running, effects } = beginRunning(launched, event.instance, context);
  const state =
    running.state.kind === "running"
      ? { ...running.state, sinceMs: event.startedMs }
      : running.state;
  return {
    kind: "moved",
    situation: { ...running, state },
    // It started long ago: no hook of a start, and no start timeout that would end what works.
    effects: effects.filter((effect) => effect.kind === "start-probe"),
    cause,
    actor: null,
  };
}

/** The end of an earlier daemon goes on, with all of its time; one that was told is not told again, since some programs give up at the second signal. */
function goOnEnding(
  { situation, event, context }: Facts<"stopped", "adopted">,
  { reason, startAfter, step }: StoredEnding,
): Moved {
  const { instance, startedMs } = event;
  const launch = situation.launch + 1;
  const cause = `taken over from an earlier daemon while being ended: ${phraseOfStopReason(reason)}`;
  const { enabled, autostart } = context.definition;
  const isWantedAgain =
    (reason === "disabled" || reason === "removed") && enabled && autostart && !startAfter;
  const state: StoppingState = {
    ...stoppingState(
      { launch },
      // A shutdown that was cut off is none for a daemon that is there.
      {
        reason,
        cause,
        actor: null,
        startAfter: startAfter || isWantedAgain || reason === "shutdown",
      },
    ),
    instance,
    sinceMs: startedMs,
  };
  const launched: Situation = {
    ...(isWantedAgain ? wanted(situation, false) : situation),
    launch,
    state,
    reason: phraseOfStopReason(reason),
  };
  if (step === "killing") return { ...beginKill(launched, state, context), cause };
  const effects = stopSignals(context, instance, launch).filter(
    ({ kind }) => step === "begun" || kind !== "signal",
  );
  return { kind: "moved", situation: launched, effects, cause, actor: null };
}

/** It wrote when nobody was left to read: the fault is the daemon's, and no policy may take it for a good end. */
function hasLostReader(
  { report, ending }: EventOf<"found-gone">,
  { definition }: Context,
): boolean {
  if (ending !== null || definition.program.output.capture !== "pipe") return false;
  return report.kind === "signalled" && report.signal === "SIGPIPE";
}

function foundGone({ situation, event, context }: Facts<"stopped", "found-gone">): Moved {
  const launched: Situation = { ...situation, launch: situation.launch + 1 };
  const sinceMs = context.nowMs - Math.max(0, context.wallMs - event.instance.startedAt);
  const reason = event.ending?.reason ?? null;
  const known = { ...seeExit(event.report, { sinceMs, reason }, context), tooEarly: false };
  const seen: SeenExit = hasLostReader(event, context) ? { ...known, result: "signal" } : known;
  const stopping: StoppingState = {
    ...stoppingState(launched, {
      reason: reason ?? "main-ended",
      cause: "",
      actor: null,
      startAfter: event.ending?.startAfter ?? false,
    }),
    instance: event.instance,
    sinceMs,
  };
  const moved =
    event.treeAlive && context.definition.killMode !== "process"
      ? clearRest(launched, stopping, seen)
      : reason === null
        ? settleEnd(launched, { exit: seen, pid: event.instance.pid }, context)
        : settleStop(launched, { ...stopping, exit: seen }, context);
  return { ...moved, cause: `${phraseOfExit(event.report)} while no daemon watched` };
}
