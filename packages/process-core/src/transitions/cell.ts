import type { Code } from "@dpm/errors";
import type { Effect } from "../effects.ts";
import type { EventKind, EventOf } from "../events.ts";
import type { ProcessDefinition } from "../model/process-definition.ts";
import type { ProcessState, Situation, StateKind } from "../states.ts";

/** How the dependencies of a process stand. */
export type Gate =
  | { readonly kind: "open" }
  /** They are on their way. */
  | { readonly kind: "waiting"; readonly by: readonly string[] }
  /** One that is required can't be ready, as things are; `cause` names it and why. */
  | { readonly kind: "failed"; readonly by: readonly string[]; readonly cause: string };

/** What a step may look at besides the situation and the event. */
export interface Context {
  readonly definition: ProcessDefinition;
  /** Monotonic. */
  readonly nowMs: number;
  /** Milliseconds since 1970. */
  readonly wallMs: number;
  /** At least 0, below 1; for jitter. */
  readonly chance: number;
  readonly gate: Gate;
  /** The daemon is shutting down: nothing starts any more. */
  readonly closing: boolean;
}

/** What an event led to. */
export type Step =
  | Moved
  | { readonly kind: "ignored" }
  /** The event can't happen here, or is refused; the situation stays. */
  | { readonly kind: "illegal"; readonly code: Code };

/** A new situation and what is to be done. */
export interface Moved {
  readonly kind: "moved";
  readonly situation: Situation;
  readonly effects: readonly Effect[];
  /** Why, for people and for the history. */
  readonly cause: string;
  /** Who asked; null when nobody did. */
  readonly actor: string | null;
}

/** The state of one name. */
export type StateOf<S extends StateKind> = Extract<ProcessState, { readonly kind: S }>;

/** What a cell is given. */
export type Facts<S extends StateKind = StateKind, E extends EventKind = EventKind> = FactsOf<
  StateOf<S>,
  EventOf<E>
>;

/** The facts by what they are instead of by name, so that the compiler sees which are parts of others. */
interface FactsOf<State, Event> {
  readonly situation: Situation;
  readonly state: State;
  readonly event: Event;
  readonly context: Context;
}

/** What a step may look at besides the event. */
export type Around<S extends StateKind> = Pick<Facts<S>, "situation" | "state" | "context">;

/** The answer of one state to one event: nothing, a refusal, or a step. */
export type Cell<S extends StateKind = StateKind, E extends EventKind = EventKind> =
  | "ignored"
  | { readonly illegal: Code }
  | ((facts: Facts<S, E>) => Step);

/** All answers of one state; an event without an answer does not compile. */
export type Row<S extends StateKind> = { readonly [E in EventKind]: Cell<S, E> };

/** The step that changes nothing. */
export const ignored: Step = { kind: "ignored" };

/** The cell for what the engine or the supervisor can't report here, unless one of them is wrong. */
export const impossible: { readonly illegal: Code } = { illegal: "ERR_DPM_PROCESS_ILLEGAL_EVENT" };
