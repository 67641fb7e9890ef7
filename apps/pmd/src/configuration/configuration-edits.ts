import type { Operation } from "@dpm/process-core";
import type { ChangeReport } from "./configuration-keeper.ts";

/** A key and the text of its new value. */
export interface Assignment {
  readonly key: string;
  readonly value: string;
}

/** What an edit wrote and what followed. */
export interface EditOutcome {
  readonly file: string;
  /** Where the change stands now, from 1. */
  readonly line: number;
  /** The keys that were written, by their own names. */
  readonly keys: readonly string[];
  /** False: all of it stood there already, so nothing was written; `file` and `line` are where. */
  readonly changes: boolean;
  readonly change: ChangeReport;
}

/** Changes of the configuration in force and of the file that it came from, both or neither. */
export interface ConfigurationEdits {
  /** Sets keys of a process, or with null settings of the daemon. */
  set(
    id: string | null,
    assignments: readonly Assignment[],
    operation: Operation,
  ): Promise<EditOutcome>;
  /** Defines a process in the main file. */
  add(id: string, assignments: readonly Assignment[], operation: Operation): Promise<EditOutcome>;
  /** Stops a process and takes its definition out of its file. */
  remove(id: string, operation: Operation): Promise<EditOutcome>;
}
