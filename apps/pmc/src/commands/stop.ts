import { outcomeTable } from "../text/outcome-table.ts";
import { renderServerRows } from "../text/server-rows.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";
import { selectionOf } from "./selection-of.ts";

/** `pmc stop`. */
export const run: RunCommand<"stop"> = (invocation, world) =>
  askAndPrint(
    invocation,
    {
      requests: [{ stop: { selector: selectionOf(invocation) } }],
      changes: true,
      isLong: true,
      render: (answers, style) => renderServerRows(answers, outcomeTable, style),
    },
    world,
  );
