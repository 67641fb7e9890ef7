import { reportFromPdu } from "@dpm/pdu";

import type { ProcessRow, ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "./escape.ts";
import { pidCell, stateCell } from "./process-words.ts";
import { renderTable, type Row } from "./render-table.ts";
import type { ServerTable } from "./server-rows.ts";
import type { Style } from "./style.ts";

function whyOf(row: ProcessRow): string {
  if (row.error !== null) {
    const { message, hint } = reportFromPdu(row.error);
    return escapeLine(`${message}${hint === undefined ? "" : `. ${hint}`}`);
  }
  return row.ok ? "" : escapeLine(row.status.reason);
}

function cells(row: ProcessRow): Row {
  const outcome = !row.done
    ? ({ text: "unfinished", tone: "bad" } as const)
    : row.ok
      ? ({ text: "ok", tone: "good" } as const)
      : ({ text: "failed", tone: "bad" } as const);
  return [
    { text: escapeLine(row.status.id) },
    outcome,
    stateCell(row.status),
    pidCell(row.status),
    { text: whyOf(row) },
  ];
}

/** What came of a command for each process. */
export const outcomeTable: ServerTable = {
  titles: ["ID", "RESULT", "STATE", "PID", "WHY"],
  flexible: [4, 0, 2],
  cells,
};

/** All rows of a server, as a table below something else; empty when there are none. */
export function outcomeRows({ rows }: Pick<ServerAnswer, "rows">, style: Style): string {
  return rows.length === 0 ? "" : `\n${renderTable(outcomeTable, rows.map(cells), style)}`;
}

/** The rows of a server that failed, as a table below something else; empty when none did. */
export function failedRows({ rows }: ServerAnswer, style: Style): string {
  return outcomeRows({ rows: rows.filter((row) => !row.ok || !row.done) }, style);
}
