import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "./escape.ts";
import type { Style } from "./style.ts";

/** What a reload changed, or would change: one line for each process and setting. */
export function renderReload({ reload }: ServerAnswer, style: Style): string {
  if (reload === null) return "";
  const lines = [
    ...reload.added.map((id) => style.paint("good", `added    ${escapeLine(id)}`)),
    ...reload.changed.map(({ id, keys, restarted }) => {
      const what = keys.length === 0 ? "" : `: ${keys.map(escapeLine).join(", ")}`;
      return style.paint(
        "changing",
        `changed  ${escapeLine(id)}${what}${restarted ? " (restarted)" : ""}`,
      );
    }),
    ...reload.removed.map((id) => style.paint("bad", `removed  ${escapeLine(id)}`)),
    ...reload.settingsChanged.map((name) => `setting  ${escapeLine(name)} applied`),
    ...reload.settingsNeedRestart.map(
      (name) => `setting  ${escapeLine(name)} takes effect when pmd is restarted`,
    ),
  ];
  if (lines.length === 0) return "Nothing changed.\n";
  const title = reload.dryRun ? ["Nothing was applied; a reload would do this:"] : [];
  return [...title, ...lines].map((line) => `${line}\n`).join("");
}
