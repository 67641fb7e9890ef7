import type { ExitReport, Instance } from "../model/instance.ts";
import type { StopReason } from "../stop-reason.ts";

/** What a daemon must remember of a process to carry on after its own death. */
export interface StoredProcess {
  readonly id: string;
  readonly desired: "up" | "down";
  /** The name of its state; tells one that was given up from one that ended well. */
  readonly state: string;
  /** Why it is in that state, for people; null when that is not known. */
  readonly reason: string | null;
  /** Whether a person stopped it; such a stop lasts until the next boot or `start`. */
  readonly stoppedByRequest: boolean;
  /** Names the boot in which this was stored. */
  readonly bootId: string;
  readonly instance: Instance | null;
  /** The token of the launch that is under way, saved before it begins; null when none is, and as soon as there is an instance. */
  readonly launch: string | null;
  /** The end of its instance that is under way; null when none is. */
  readonly ending: StoredEnding | null;
  /** What back-off and start limit remember; null when that is nothing. */
  readonly retry: StoredRetry | null;
  /** What its instance was launched with, as `digestOfProgram` tells it; null when that is not known. */
  readonly runs: string | null;
  readonly restarts: number;
  readonly lastExit: {
    readonly report: ExitReport;
    readonly result: string;
    readonly at: number;
  } | null;
  readonly eventSequence: number;
}

/** An end that the next daemon goes on with. An instance that it finds gone ended for this reason, and its policy has no say in what is next. */
export interface StoredEnding {
  readonly reason: StopReason;
  /** A new instance was asked for. */
  readonly startAfter: boolean;
  /** `begun`: the stop signal may not have been sent; `told`: it was; `killing`: its time is over. */
  readonly step: "begun" | "told" | "killing";
}

/** What back-off and start limit remember; moments are milliseconds since 1970. */
export interface StoredRetry {
  /** Not before then; null while it does not wait. */
  readonly at: number | null;
  /** Its launch failed for a reason that passes. */
  readonly passing: boolean;
  readonly delays: number;
  /** Starts by policy, oldest first. */
  readonly starts: readonly number[];
}

/** One event of the history; appended, never changed. */
export interface StoredEvent {
  readonly id: string;
  /** Grows by one with each event of a process. */
  readonly sequence: number;
  readonly at: number;
  readonly monotonicMs: number;
  readonly from: string;
  readonly to: string;
  readonly pid: number | null;
  readonly exit: ExitReport | null;
  /** For people: "start requested by pmc", "restarted by policy". */
  readonly cause: string;
  /** Who asked; null when nobody did. */
  readonly actor: string | null;
}

/** Keeps state over restarts of the daemon. */
export interface StateStore {
  /** All that is remembered; rejects when it can't be told, never answers "nothing" instead. */
  load(): Promise<readonly StoredProcess[]>;
  /** Resolves when it is safe against a crash of the daemon; with `durable`, also against a power cut. */
  save(
    process: StoredProcess,
    event: StoredEvent | null,
    options: { readonly durable: boolean },
  ): Promise<void>;
  /**
   * Writes down at once, without waiting, a launch or an end that is about to begin, or a birth, whose `save` may be under way: the
   * next daemon's `load` answers it even if this one dies right after. False: that is not possible, and only `save` tells when it
   * is safe.
   */
  noteIntent(process: StoredProcess): boolean;
  /** Forgets a process that the configuration no longer has. */
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}
