import { outcomeTable } from "../text/outcome-table.ts";
import { renderServerRows } from "../text/server-rows.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc scale`. */
export const run: RunCommand<"scale"> = (invocation, world) => {
  const { id, count } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ scale: { id, count } }],
      changes: true,
      isLong: true,
      render: (answers, style) => renderServerRows(answers, outcomeTable, style),
    },
    world,
  );
};
