import { outcomeTable } from "../text/outcome-table.ts";
import { renderServerRows } from "../text/server-rows.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc signal`. */
export const run: RunCommand<"signal"> = (invocation, world) => {
  const { selection, signal } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ signal: { selector: selection, signal } }],
      changes: true,
      render: (answers, style) => renderServerRows(answers, outcomeTable, style),
    },
    world,
  );
};
