import type { ExitReport, Instance, LaunchFailure } from "./model/instance.ts";
import type { ExitResult } from "./exit-class.ts";
import type { StopReason } from "./stop-reason.ts";

/** What is wanted of a process. Kept apart from its state: a process may run and be unwanted, or be wanted and not run. */
export type DesiredState = "up" | "down";

/** What the health probe says; `none` without a probe, `starting` until it has answered often enough. */
export type Health = "none" | "starting" | "healthy" | "unhealthy";

/** How an instance ended, and what that means. */
export interface LastExit {
  readonly report: ExitReport;
  readonly result: ExitResult;
  /** Wall clock, milliseconds since 1970. */
  readonly at: number;
}

/** An end that was seen while the rest of the tree is still being cleared away. */
export interface SeenExit extends LastExit {
  readonly uptimeMs: number;
  /** It ended sooner after its start than `startSecs`. */
  readonly tooEarly: boolean;
}

/** How far a stop has come; each step is tried only when the one before did not empty the tree. */
export type StopPhase =
  /** The launch is still under way; what it brings forth is ended at once. */
  | "launching"
  /** The stop signal was sent; the main process is awaited. */
  | "terminating"
  /** The main process ended; the rest of its tree has until the stop timeout to follow. */
  | "draining"
  /** SIGKILL is being sent to the tree. */
  | "killing"
  /** SIGKILL did not help; it is tried again from time to time, and nothing new is started. */
  | "stuck";

/**
 * Where a process is. `paused`, `reloading` and `unknown` are words of the wire that nothing produces yet;
 * each becomes a member here, and the table of transitions then does not compile until it answers every event.
 */
export type ProcessState =
  /** Never started, or stopped on request. */
  | { readonly kind: "stopped" }
  /** Starts when what it depends on is ready. `failure`: one of them can't be, as things are. */
  | { readonly kind: "waiting"; readonly by: readonly string[]; readonly failure: string | null }
  /** Being launched; there may or may not be an instance already. */
  | { readonly kind: "starting"; readonly launch: number }
  /** Up, from right after exec. */
  | {
      readonly kind: "running";
      readonly launch: number;
      readonly instance: Instance;
      readonly sinceMs: number;
    }
  /** The next attempt is not before `notBeforeMs` (monotonic). `passing`: the launch failed for a reason that passes. */
  | { readonly kind: "backoff"; readonly notBeforeMs: number; readonly passing: boolean }
  | StoppingState
  /** Ended by itself and stays so by its policy. `expected`: with success and not too early. */
  | { readonly kind: "exited"; readonly expected: boolean }
  /** Given up. */
  | { readonly kind: "fatal" };

/** A stop is in progress: its first reason is kept, whatever is asked meanwhile. */
export interface StoppingState {
  readonly kind: "stopping";
  readonly launch: number;
  /** Null while the launch is under way. */
  readonly instance: Instance | null;
  /** When the instance started (monotonic); when the stop began while it is being launched. */
  readonly sinceMs: number;
  readonly reason: StopReason;
  readonly phase: StopPhase;
  /** The main process' end, once seen. */
  readonly exit: SeenExit | null;
  /** A start or restart was asked for meanwhile; it follows whatever the policy says. */
  readonly startAfter: boolean;
  /** What SIGKILL did not end. */
  readonly survivors: readonly number[];
  /** How often the tree was looked at or killed in this phase; spaces the tries. */
  readonly tries: number;
}

/** The name of a state. */
export type StateKind = ProcessState["kind"];

/** Why the latest start did not succeed. */
export type StartFailure =
  | { readonly kind: "launch-failed"; readonly failure: LaunchFailure }
  | { readonly kind: "ended"; readonly exit: LastExit; readonly uptimeMs: number }
  | { readonly kind: "not-ready-in-time"; readonly timeoutMs: number }
  | { readonly kind: "limit-reached"; readonly count: number; readonly windowMs: number };

/** What back-off and start limit remember; moments are monotonic milliseconds. */
export interface StartHistory {
  /** Starts by policy within the windows of burst and limit, oldest first. */
  readonly policyStarts: readonly number[];
  /** How often the delay was applied since the last reset; 0 while the burst lasts. */
  readonly delays: number;
}

/** All that is true of one process right now. Immutable: every event gives a new one. */
export interface Situation {
  readonly desired: DesiredState;
  readonly state: ProcessState;
  readonly ready: boolean;
  readonly health: Health;
  /** Whether somebody stopped it; such a stop lasts until the next boot or start. */
  readonly stoppedByRequest: boolean;
  /** The number of the last launch; tells the events of one instance from those of another. */
  readonly launch: number;
  /** Restarts by the supervisor since somebody last started it. */
  readonly restarts: number;
  readonly lastExit: LastExit | null;
  /** Why the latest start did not succeed; null while it has not failed. */
  readonly failure: StartFailure | null;
  readonly history: StartHistory;
  /** Why it is in this state, for people. */
  readonly reason: string;
}

/** A process that was never started. */
export const neverStarted: Situation = {
  desired: "down",
  state: { kind: "stopped" },
  ready: false,
  health: "none",
  stoppedByRequest: false,
  launch: 0,
  restarts: 0,
  lastExit: null,
  failure: null,
  history: { policyStarts: [], delays: 0 },
  reason: "never started",
};
