import type { ErrorReport } from "@dpm/errors";

import type { ProcessRow, ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "./escape.ts";
import { type Cell, renderTable, type Row } from "./render-table.ts";
import type { Style } from "./style.ts";

/** A table with one row for each process of each server. */
export interface ServerTable {
  readonly titles: readonly string[];
  /** By index among `titles`, as in a table's shape. */
  readonly flexible: readonly number[];
  readonly cells: (row: ProcessRow) => Row;
}

function whyCell({ category, message, hint }: ErrorReport): Cell {
  const word =
    category === "unavailable"
      ? "unreachable"
      : category === "deadline-exceeded"
        ? "timed out"
        : "failed";
  return {
    text: escapeLine(
      `${word}: ${message}${hint === undefined ? "" : `. ${hint}`}`.replaceAll("\n", " "),
    ),
    tone: "bad",
  };
}

/** Renders the rows of all servers as one table: with a server column, and a row for each failure, when there are several. */
export function renderServerRows(
  answers: readonly ServerAnswer[],
  table: ServerTable,
  style: Style,
): string {
  const [only, ...others] = answers;
  if (only !== undefined && others.length === 0) {
    if (only.rows.length === 0) return only.error === null ? "No process is defined.\n" : "";
    return renderTable(table, only.rows.map(table.cells), style);
  }
  const shape = {
    titles: ["SERVER", ...table.titles],
    flexible: [...table.flexible.map((column) => column + 1), 0],
  };
  const rows = answers.flatMap((answer) => {
    const server = { text: escapeLine(answer.address) };
    return [
      ...answer.rows.map((row) => [server, ...table.cells(row)]),
      ...(answer.error === null ? [] : [[server, whyCell(answer.error)]]),
    ];
  });
  return renderTable(shape, rows, style);
}
