import type { Effect } from "../effects.ts";
import type { Instance } from "../model/instance.ts";
import type { SeenExit, Situation, StateKind, StopPhase, StoppingState } from "../states.ts";
import { makesUnwanted, phraseOfStopReason, type StopReason } from "../stop-reason.ts";
import { type Around, type Context, ignored, type Facts, type Moved, type Step } from "./cell.ts";

/** Between two looks at a tree that was told to end; grows, since some programs take their time. */
const treeCheckMs = { first: 10, most: 500 };

/** What a stop changes in what is wanted, apart from the state. */
export function unwanted(situation: Situation, reason: StopReason): Situation {
  if (!makesUnwanted(reason)) return situation;
  return {
    ...situation,
    desired: "down",
    stoppedByRequest: situation.stoppedByRequest || reason === "requested",
  };
}

/** The answer to a stop where nothing runs: it is stopped. */
export function stopAtRest({
  situation,
  event,
}: Facts<StateKind, "stop-planned" | "stop-requested">): Step {
  const { state } = situation;
  // A shutdown changes nothing about what ended or was given up: the next daemon shall know.
  if (event.reason === "shutdown" && state.kind !== "waiting" && state.kind !== "backoff")
    return ignored;
  const reason = phraseOfStopReason(event.reason);
  const next: Situation = {
    ...unwanted(situation, event.reason),
    state: { kind: "stopped" },
    failure: null,
    reason,
  };
  if (
    state.kind === "stopped" &&
    next.desired === situation.desired &&
    next.stoppedByRequest === situation.stoppedByRequest
  ) {
    return ignored;
  }
  const effects: Effect[] =
    state.kind === "backoff" ? [{ kind: "cancel-timer", name: "backoff" }] : [];
  return { kind: "moved", situation: next, effects, cause: reason, actor: event.actor };
}

/** What a stop begins with. */
export interface Halt {
  readonly reason: StopReason;
  readonly cause: string;
  readonly actor: string | null;
  readonly startAfter: boolean;
}

/** Begins to end a running instance: the stop signal, and SIGCONT so that a frozen one can act on it. */
export function beginStop(facts: Around<"running">, situation: Situation, halt: Halt): Moved {
  const { state, context } = facts;
  const stopping: StoppingState = {
    ...stoppingState(state, halt),
    instance: state.instance,
    sinceMs: state.sinceMs,
  };
  return {
    kind: "moved",
    situation: { ...situation, state: stopping, ready: false, reason: halt.cause },
    effects: [...leaveRunning, ...stopSignals(context, state.instance, state.launch)],
    cause: halt.cause,
    actor: halt.actor,
  };
}

/** What a running process has that must go when it stops running. */
export const leaveRunning: readonly Effect[] = [
  { kind: "stop-probes" },
  { kind: "cancel-timer", name: "start-timeout" },
];

/** A stop that has just begun and has no instance yet. */
export function stoppingState(state: { readonly launch: number }, halt: Halt): StoppingState {
  return {
    kind: "stopping",
    launch: state.launch,
    instance: null,
    sinceMs: 0,
    reason: halt.reason,
    phase: "terminating",
    exit: null,
    startAfter: halt.startAfter,
    survivors: [],
    tries: 0,
  };
}

/** The polite part of a stop, and the timer that ends the politeness. */
export function stopSignals(
  { definition, nowMs }: Context,
  instance: Instance,
  launch: number,
): readonly Effect[] {
  const to = definition.killMode === "group" ? "tree" : "main";
  const effects: Effect[] = [
    { kind: "signal", instance, signal: definition.stopSignal, to },
    { kind: "signal", instance, signal: "SIGCONT", to },
  ];
  if (Number.isFinite(definition.stopTimeoutMs)) {
    effects.push({
      kind: "set-timer",
      name: "stop-timeout",
      atMs: nowMs + definition.stopTimeoutMs,
      launch,
    });
  }
  return effects;
}

/** Goes on to SIGKILL. In kill mode `process` only the main process is meant, and its end tells of success. */
export function beginKill(situation: Situation, state: StoppingState, context: Context): Moved {
  return {
    kind: "moved",
    situation: { ...situation, state: { ...state, phase: "killing", tries: 0 } },
    effects: [
      { kind: "cancel-timer", name: "stop-timeout" },
      { kind: "cancel-timer", name: "tree-check" },
      ...killEffects(state, context),
    ],
    cause: "did not end in time, sending SIGKILL",
    actor: null,
  };
}

/** One round of SIGKILL. */
export function killEffects(
  state: StoppingState,
  { definition, nowMs }: Context,
): readonly Effect[] {
  const { instance, launch } = state;
  if (instance === null) return [];
  if (definition.killMode !== "process" || state.exit !== null)
    return [{ kind: "kill-tree", instance, launch }];
  return [
    { kind: "signal", instance, signal: "SIGKILL", to: "main" },
    { kind: "set-timer", name: "kill-retry", atMs: nowMs + retryMs(state.tries), launch },
  ];
}

/** Between two rounds of SIGKILL against what does not die. */
export function retryMs(tries: number): number {
  return Math.min(1000 * 2 ** Math.min(tries, 16), 60_000);
}

/** Gives the tree of an ended main process time to follow. */
export function drainTree(situation: Situation, state: StoppingState, context: Context): Moved {
  const delayMs = Math.min(treeCheckMs.first * 2 ** Math.min(state.tries, 16), treeCheckMs.most);
  const phase: StopPhase = "draining";
  return {
    kind: "moved",
    situation: { ...situation, state: { ...state, phase, tries: state.tries + 1 } },
    effects: [
      {
        kind: "set-timer",
        name: "tree-check",
        atMs: context.nowMs + delayMs,
        launch: state.launch,
      },
    ],
    cause: "the main process ended, waiting for the rest",
    actor: null,
  };
}

/** Clears away what a main process left that ended by itself. */
export function clearRest(situation: Situation, state: StoppingState, seen: SeenExit): Moved {
  const { instance, launch } = state;
  return {
    kind: "moved",
    situation: { ...situation, state: { ...state, phase: "killing", exit: seen }, ready: false },
    effects: instance === null ? [] : [{ kind: "kill-tree", instance, launch }],
    cause: phraseOfStopReason("main-ended"),
    actor: null,
  };
}
