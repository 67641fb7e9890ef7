import type { ErrorReport } from "@dpm/errors";
import type { ProcessStatus } from "../process-status.ts";

/** The part of an AbortSignal that an operation looks at; this package knows no runtime. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Who asks, and where the rows go. */
export interface Operation {
  /** Named in the history, for example "pmc by token on 127.0.0.1". */
  readonly actor: string;
  /** Called for each row as soon as it is known, also for progress (`done` false). */
  readonly onResult?: (row: OperationRow) => void;
  /** Ends the waiting; the work goes on. */
  readonly signal?: CancelSignal;
}

/** What became of one process in an operation. */
export interface OperationRow {
  readonly status: ProcessStatus;
  /** False: progress; another row of the same process follows. */
  readonly done: boolean;
  readonly ok: boolean;
  readonly error?: ErrorReport;
}
