import { renderParts } from "../text/render-parts.ts";
import { renderReload } from "../text/render-reload.ts";
import { failedRows } from "../text/outcome-table.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc config reload`. */
export const run: RunCommand<"config-reload"> = (invocation, world) => {
  const { dryRun } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ configReload: { dryRun } }],
      changes: true,
      isLong: true,
      render: (answers, style) =>
        renderParts(answers, (answer) => renderReload(answer, style) + failedRows(answer, style)),
    },
    world,
  );
};
