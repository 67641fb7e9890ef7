import { renderEdit } from "../text/render-edit.ts";
import { renderParts } from "../text/render-parts.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc config add`. */
export const run: RunCommand<"config-add"> = (invocation, world) => {
  const { id, assignments } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ configAdd: { id, assignments } }],
      changes: true,
      isLong: true,
      render: (answers, style) => renderParts(answers, (answer) => renderEdit(answer, style)),
    },
    world,
  );
};
