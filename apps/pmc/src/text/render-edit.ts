import type { EditReport, Origin } from "@dpm/pdu";

import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "./escape.ts";
import { failedRows, outcomeRows } from "./outcome-table.ts";
import { renderReload } from "./render-reload.ts";
import { originText, renderValues } from "./render-values.ts";
import type { Style } from "./style.ts";

/** Why nothing was written: each value stands there already. Empty when the server says nothing at all. */
function renderUnchanged({ file, values }: EditReport): string {
  if (values.length === 0) {
    return file === "" ? "" : `Nothing to change in ${escapeLine(file)}\n`;
  }
  return values
    .map(({ key, value, origin }) => {
      const place = placeOf(origin);
      const is = `${escapeLine(key)} is ${value === "" ? "empty" : escapeLine(value)} already`;
      return `Nothing to change: ${is}${place === "" ? "" : ` (${place})`}\n`;
    })
    .join("");
}

/** The place alone where there is one, since that is what somebody looks for. */
function placeOf(origin: Origin | null): string {
  return origin === null || origin.file === ""
    ? originText(origin)
    : escapeLine(`${origin.file}${origin.line === 0 ? "" : `:${origin.line}`}`);
}

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
  const unchanged = edit.unchanged ? renderUnchanged(edit) : null;
  const title = place === "" ? "" : `${verb} ${place}\n`;
  const values = renderValues(edit.values, { withOrigin: false, indent: "  " }, style);
  const waiting = edit.needRestart
    .map((name) => `${escapeLine(name)} takes effect when pmd is restarted\n`)
    .join("");
  const changes = reload === null ? "" : renderReload(answer, style);
  return (unchanged ?? title + values) + waiting + changes + outcomeRows(answer, style);
}
