import type { OperationRow, Operation } from "../operations/operation.ts";
import type { ProcessDefinition } from "../model/process-definition.ts";
import type { Clock, Random } from "../ports/clock.ts";
import type { Engine } from "../ports/engine.ts";
import type { HookRunner } from "../ports/hook-runner.ts";
import type { Prober } from "../ports/prober.ts";
import type { StateStore, StoredEvent } from "../ports/state-store.ts";
import type { ProcessStatus } from "../process-status.ts";
import type { ReconfigurePlan } from "../reconfigure-plan.ts";
import type { Selection } from "../selection.ts";

/** What a supervisor acts through. */
export interface SupervisorOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: StateStore;
  readonly prober: Prober;
  readonly hookRunner: HookRunner;
  /** Names this boot of the machine; a requested stop lasts until it changes. */
  readonly bootId: string;
  /** Whether the store may have forgotten what an earlier daemon saved: then what runs is looked for. False unless told. */
  readonly mayBeLost?: boolean;
  /** Called for every event, after it was applied. */
  readonly onEvent?: (event: StoredEvent) => void;
  /** Launches under way at a time; default 32. */
  readonly maxConcurrentStarts?: number;
}

/** Something that is wrong with the supervisor itself and heals without a person, or not. */
export interface Trouble {
  /**
   * `store`: state can't be saved. `internal`: a bug; supervision went on. `hook`: hook actions were held back.
   * `outdated`: what an earlier daemon launched is configured otherwise now, and runs on as it was.
   */
  readonly kind: "store" | "internal" | "hook" | "outdated";
  readonly message: string;
  /** Wall clock of the first time. */
  readonly since: number;
  /** How often. */
  readonly count: number;
}

/** What {@link Supervisor.start} found and began. */
export interface StartReport {
  /** Instances of an earlier daemon that run on. */
  readonly adopted: readonly string[];
  /** Instances of an earlier daemon that are gone. */
  readonly lost: readonly string[];
  /** Ids whose instances are stopped, since the configuration no longer has them. */
  readonly removed: readonly string[];
  /** Ids whose start was begun. */
  readonly starting: readonly string[];
}

/** What a new configuration changed. */
export interface ReconfigureReport extends ReconfigurePlan {
  /** What became of the processes that were started, replaced or stopped for it. */
  readonly rows: readonly OperationRow[];
}

/** What a shutdown left. */
export interface ShutdownReport {
  /** Processes that did not end. */
  readonly survivors: readonly { readonly id: string; readonly pids: readonly number[] }[];
}

/** Supervises processes. Synchronous methods answer at once; the others never reject for what a process does. */
export interface Supervisor {
  /**
   * Takes over what an earlier daemon left, and begins to start what should run. Resolves once adoption is done; starts go on.
   * Rejects when the store can't tell what it remembers, or when definitions contradict each other.
   */
  start(definitions: readonly ProcessDefinition[]): Promise<StartReport>;
  /** What {@link reconfigure} would do. Throws when definitions contradict each other (cycle, duplicate id). */
  planReconfigure(definitions: readonly ProcessDefinition[]): ReconfigurePlan;
  /** Puts new definitions in force, all at once, and resolves when what follows from it is done. Rejects, and changes nothing, when they contradict each other. */
  reconfigure(
    definitions: readonly ProcessDefinition[],
    operation: Operation,
  ): Promise<ReconfigureReport>;
  /** The ids that are meant, in the order of their definition. Throws `ERR_DPM_PROCESS_NOT_FOUND`. */
  select(selection: Selection): string[];
  /** One row for each id, when each is ready or has failed. */
  startProcesses(ids: readonly string[], operation: Operation): Promise<OperationRow[]>;
  /** One row for each id, when nothing of it is left. */
  stopProcesses(ids: readonly string[], operation: Operation): Promise<OperationRow[]>;
  /** One row for each id, when its new instance is ready or has failed. */
  restartProcesses(ids: readonly string[], operation: Operation): Promise<OperationRow[]>;
  /** Sends a signal to the main process of each. */
  signalProcesses(
    ids: readonly string[],
    signal: string,
    operation: Operation,
  ): Promise<OperationRow[]>;
  /** The definition in force; null for an id that is not, or no longer, defined. */
  definitionOf(id: string): ProcessDefinition | null;
  /** Of the given ids, or of all; unknown ids are left out. */
  status(ids?: readonly string[]): ProcessStatus[];
  /** Calls back for every event until the answer is called. */
  subscribe(listener: (event: StoredEvent) => void): () => void;
  troubles(): readonly Trouble[];
  /** Opens output files anew. */
  reopenLogs(): void;
  /**
   * Stops all in order (they start again with the next daemon), or with `leave` lets them run on and detaches.
   * What is not gone after `timeoutMs` is killed. Called again with a shorter time, hurries.
   */
  shutdown(options: {
    readonly leave: boolean;
    readonly timeoutMs: number;
  }): Promise<ShutdownReport>;
}
