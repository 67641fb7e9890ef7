import type { Origin } from "@dpm/pdu";

import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "../text/escape.ts";
import { renderParts } from "../text/render-parts.ts";
import { renderTable } from "../text/render-table.ts";
import { renderValues } from "../text/render-values.ts";
import type { Style } from "../text/style.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

const shape = { titles: ["SETTING", "VALUE", "CHANGE", "FROM"], flexible: [3, 1, 0] };

function placeOf(origin: Origin | null): string {
  if (origin === null) return "";
  return origin.file === ""
    ? origin.layer
    : `${origin.file}${origin.line === 0 ? "" : `:${origin.line}`}`;
}

function renderSettings({ settings }: ServerAnswer, style: Style): string {
  if (settings === null) return "";
  const rows = settings.settings.flatMap(({ value, writable, needsRestart, inForce }) => {
    if (value === null) return [];
    const when = needsRestart ? "at restart" : writable ? "at once" : "no";
    const change = inForce === undefined ? when : `${when}, now ${nameOf(inForce)}`;
    const cells = [value.key, value.value, change, placeOf(value.origin)];
    return [cells.map((text) => ({ text: escapeLine(text) }))];
  });
  return renderTable(shape, rows, style);
}

function renderOrigins({ settings }: ServerAnswer, style: Style): string {
  const values = (settings?.settings ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
  const waiting = (settings?.settings ?? []).flatMap(({ value, inForce }) =>
    value === null || inForce === undefined
      ? []
      : [`${escapeLine(`${value.key} is ${nameOf(inForce)} until pmd is restarted`)}\n`],
  );
  return renderValues(values, { withOrigin: true, indent: "" }, style) + waiting.join("");
}

function nameOf(value: string): string {
  return value === "" ? "empty" : value;
}

/** `pmc setting display`. */
export const run: RunCommand<"setting-display"> = (invocation, world) => {
  const { name, origin } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ settingDisplay: { name: name ?? "" } }],
      changes: false,
      render: (answers, style) =>
        renderParts(answers, (answer) =>
          origin ? renderOrigins(answer, style) : renderSettings(answer, style),
        ),
    },
    world,
  );
};
