import { outcomeTable } from "../text/outcome-table.ts";
import { renderServerRows } from "../text/server-rows.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";
import { selectionOf } from "./selection-of.ts";

/** `pmc start`. */
export const run: RunCommand<"start"> = (invocation, world) =>
  askAndPrint(
    invocation,
    {
      requests: [{ start: { selector: selectionOf(invocation) } }],
      changes: true,
      isLong: true,
      render: (answers, style) => renderServerRows(answers, outcomeTable, style),
    },
    world,
  );
