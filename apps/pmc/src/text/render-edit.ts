import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "./escape.ts";
import { failedRows } from "./outcome-table.ts";
import { renderReload } from "./render-reload.ts";
import { renderValues } from "./render-values.ts";
import type { Style } from "./style.ts";

/** What an edit wrote and where, what it changed in the running server, and what waits for its restart. */
export function renderEdit(
  answer: ServerAnswer,
  style: Style,
  verb: "Written to" | "Taken out of" = "Written to",
): string {
  const { edit, reload } = answer;
  if (edit === null) return failedRows(answer, style);
  const place =
    edit.file === "" ? "" : `${escapeLine(edit.file)}${edit.line === 0 ? "" : `:${edit.line}`}`;
  const title = place === "" ? "" : `${verb} ${place}\n`;
  const values = renderValues(edit.values, { withOrigin: false, indent: "  " }, style);
  const waiting = edit.needRestart
    .map((name) => `${escapeLine(name)} takes effect when pmd is restarted\n`)
    .join("");
  const changes = reload === null ? "" : renderReload(answer, style);
  return title + values + waiting + changes + failedRows(answer, style);
}
