import { renderParts } from "../text/render-parts.ts";
import { renderReload } from "../text/render-reload.ts";
import { failedRows } from "../text/outcome-table.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc setting reload`. */
export const run: RunCommand<"setting-reload"> = (invocation, world) => {
  return askAndPrint(
    invocation,
    {
      requests: [{ settingReload: {} }],
      changes: true,
      render: (answers, style) =>
        renderParts(answers, (answer) => renderReload(answer, style) + failedRows(answer, style)),
    },
    world,
  );
};
