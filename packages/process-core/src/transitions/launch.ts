import { emptyHistory } from "../backoff.ts";
import type { Effect } from "../effects.ts";
import type { Instance } from "../model/instance.ts";
import type { Situation, StateKind } from "../states.ts";
import type { Context, Facts, Moved, Step } from "./cell.ts";

/** Goes towards a new instance: launches when the gate is open, else waits. Call only where nothing of an old instance is left. */
export function approachLaunch(
  situation: Situation,
  context: Context,
): Pick<Moved, "situation" | "effects"> {
  if (context.closing)
    return { situation: { ...situation, state: { kind: "stopped" } }, effects: [] };
  const { gate } = context;
  const base: Situation = { ...situation, ready: false, health: "none" };
  if (gate.kind === "open") {
    const launch = situation.launch + 1;
    return {
      situation: { ...base, launch, state: { kind: "starting", launch } },
      effects: [{ kind: "spawn", launch }],
    };
  }
  const failure = gate.kind === "failed" ? gate.cause : null;
  const reason = failure ?? `waits for ${gate.by.join(", ")}`;
  return {
    situation: { ...base, state: { kind: "waiting", by: gate.by, failure }, reason },
    effects: [],
  };
}

/** What somebody's wish to have it up changes, apart from the state. */
export function wanted(situation: Situation, forget: boolean): Situation {
  const base: Situation = { ...situation, desired: "up", stoppedByRequest: false, failure: null };
  return forget ? { ...base, restarts: 0, history: emptyHistory } : base;
}

/** The answer to a start or restart where no instance is: refused when disabled or shutting down. */
export function startFromRest({
  situation,
  event,
  context,
}: Facts<StateKind, "start-requested" | "restart-requested">): Step {
  if (!context.definition.enabled) return { kind: "illegal", code: "ERR_DPM_PROCESS_DISABLED" };
  if (context.closing) return { kind: "illegal", code: "ERR_DPM_PROCESS_SHUTTING_DOWN" };
  const isStart = event.kind === "start-requested";
  const cause = isStart ? event.cause : "restart requested";
  const next = approachLaunch(
    { ...wanted(situation, isStart ? event.forget : true), reason: cause },
    context,
  );
  const leaving: Effect[] =
    situation.state.kind === "backoff" ? [{ kind: "cancel-timer", name: "backoff" }] : [];
  return {
    kind: "moved",
    situation: next.situation,
    effects: [...leaving, ...next.effects],
    cause,
    actor: event.actor,
  };
}

/** It runs: ready at once without a readiness probe, else asked until the start timeout. */
export function beginRunning(
  situation: Situation,
  instance: Instance,
  context: Context,
): { readonly situation: Situation; readonly effects: readonly Effect[] } {
  const { definition, nowMs } = context;
  const { launch } = situation;
  const ready = definition.readiness === null;
  return {
    situation: {
      ...situation,
      state: { kind: "running", launch, instance, sinceMs: nowMs },
      ready,
      health: definition.health === null ? "none" : "starting",
      failure: ready ? null : situation.failure,
    },
    effects: [
      ...(ready
        ? healthEffects(context, launch)
        : [
            { kind: "start-probe", probe: "readiness", launch } as const,
            ...startTimeout(context, launch),
          ]),
      { kind: "run-hook", event: "on_start", pid: instance.pid, exit: null },
      ...(ready
        ? [{ kind: "run-hook", event: "on_ready", pid: instance.pid, exit: null } as const]
        : []),
    ],
  };
}

/** Begins to watch the health, where it is configured. */
export function healthEffects(context: Context, launch: number): readonly Effect[] {
  return context.definition.health === null
    ? []
    : [{ kind: "start-probe", probe: "health", launch }];
}

function startTimeout({ definition, nowMs }: Context, launch: number): readonly Effect[] {
  if (!Number.isFinite(definition.startTimeoutMs)) return [];
  return [
    { kind: "set-timer", name: "start-timeout", atMs: nowMs + definition.startTimeoutMs, launch },
  ];
}
