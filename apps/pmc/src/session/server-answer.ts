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
  UpgradeReport,
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
  readonly upgrade: UpgradeReport | null;
  /** After an upgrade: milliseconds from the end of the old program's last connection to the first answer of the new one. */
  readonly unansweredMs: number | null;
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
    upgrade: null,
    unansweredMs: null,
  };
}

/** Puts an answer together from its results. */
export interface AnswerCollector {
  /** A result that this version does not know changes nothing. */
  add(result: Result): void;
  /** The answer as far as it has come. */
  answer(): ServerAnswer;
}

/** Begins with the answer of a server that has said nothing yet. */
export function collectAnswer(address: string): AnswerCollector {
  let answer = emptyAnswer(address);
  const rows = new Map<string, ProcessRow>();
  return {
    add(result) {
      if (result.payload !== "processes") {
        answer = withResult(answer, result);
        return;
      }
      for (const row of result.processes.rows) {
        if (row.status !== null) rows.set(row.status.id, row as ProcessRow);
      }
    },
    answer: () => ({ ...answer, rows: [...rows.values()] }),
  };
}

function withResult(answer: ServerAnswer, result: Result): ServerAnswer {
  switch (result.payload) {
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
    case "upgrade":
      return { ...answer, upgrade: result.upgrade };
    // Rows are collected by id. Output is not kept: "logs" reads it as it comes.
    case "processes":
    case "log":
    case undefined:
      break;
  }
  return answer;
}
