import type { LogDirectory } from "@dpm/launch";
import type { DueTimes } from "./due-times.ts";
import type { FromThread } from "./messages.ts";
import type { OpenLogs } from "./open-logs.ts";
import type { PumpSource } from "./pump-source.ts";

/** What a log needs of the thread that writes it. */
export interface SinkHost {
  readonly dueTimes: DueTimes;
  readonly logs: OpenLogs;
  /** The daemon's own, which is made again when somebody removes it. */
  readonly logDirectory: LogDirectory | null;
  readonly tell: (message: FromThread) => void;
  /** Moves what is in a FIFO, after its log was tried again. */
  readonly pumpAgain: (source: PumpSource) => void;
}
