import { renderEdit } from "../text/render-edit.ts";
import { renderParts } from "../text/render-parts.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc config set`. */
export const run: RunCommand<"config-set"> = (invocation, world) => {
  const { id, assignments } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ configSet: { id, assignments } }],
      changes: true,
      isLong: true,
      render: (answers, style) => renderParts(answers, (answer) => renderEdit(answer, style)),
    },
    world,
  );
};
