import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "../text/escape.ts";
import { outcomeTable } from "../text/outcome-table.ts";
import { renderServerRows } from "../text/server-rows.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

function farewell({ address, error }: ServerAnswer): string {
  return error === null ? `pmd at ${escapeLine(address)} has ended.\n` : "";
}

/** `pmc shutdown`. */
export const run: RunCommand<"shutdown"> = (invocation, world) => {
  const { leave } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ shutdown: { leave } }],
      changes: true,
      isLong: true,
      waitForEnd: true,
      render: (answers, style) => {
        const hasRows = answers.some(({ rows, error }) => rows.length > 0 || error !== null);
        const rows = hasRows ? renderServerRows(answers, outcomeTable, style) : "";
        return rows + answers.map(farewell).join("");
      },
    },
    world,
  );
};
