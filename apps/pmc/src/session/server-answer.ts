import type { ErrorReport } from "@dpm/errors";
import type {
  ConfigReport,
  EditReport,
  ProcessResult,
  ProcessStatus,
  ReloadReport,
  Result,
  ServerReport,
  SettingReport,
  ValidationReport,
} from "@dpm/pdu";

/** A row about a process, without the possibility that it has no status. */
export interface ProcessRow extends Omit<ProcessResult, "status"> {
  readonly status: ProcessStatus;
}

/** All that one server answered; a part that it did not send is null. */
export interface ServerAnswer {
  readonly address: string;
  /** Why it could not be asked, or why what was asked was not carried out. */
  readonly error: ErrorReport | null;
  /** The last row of each process, in the order in which they first appeared. */
  readonly rows: readonly ProcessRow[];
  readonly config: ConfigReport | null;
  readonly reload: ReloadReport | null;
  readonly edit: EditReport | null;
  readonly settings: SettingReport | null;
  readonly server: ServerReport | null;
  readonly validation: ValidationReport | null;
}

/** The answer of a server that has said nothing yet. */
export function emptyAnswer(address: string): ServerAnswer {
  return {
    address,
    error: null,
    rows: [],
    config: null,
    reload: null,
    edit: null,
    settings: null,
    server: null,
    validation: null,
  };
}

function mergeRows(
  rows: readonly ProcessRow[],
  more: readonly ProcessResult[],
): readonly ProcessRow[] {
  const byId = new Map(rows.map((row) => [row.status.id, row]));
  for (const row of more) {
    if (row.status !== null) byId.set(row.status.id, { ...row, status: row.status });
  }
  return [...byId.values()];
}

/** An answer with one more result in it. A result that this version does not know changes nothing. */
export function withResult(answer: ServerAnswer, result: Result): ServerAnswer {
  switch (result.payload) {
    case "processes":
      return { ...answer, rows: mergeRows(answer.rows, result.processes.rows) };
    case "config":
      return {
        ...answer,
        config: {
          processes: [...(answer.config?.processes ?? []), ...result.config.processes],
        },
      };
    case "reload":
      return { ...answer, reload: result.reload };
    case "edit":
      return { ...answer, edit: result.edit };
    case "settings":
      return {
        ...answer,
        settings: {
          settings: [...(answer.settings?.settings ?? []), ...result.settings.settings],
        },
      };
    case "server":
      return { ...answer, server: result.server };
    case "validation":
      return { ...answer, validation: result.validation };
    // Output is not kept: "logs" reads it as it comes.
    case "log":
    case undefined:
      break;
  }
  return answer;
}
