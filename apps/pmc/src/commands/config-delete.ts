import { renderEdit } from "../text/render-edit.ts";
import { renderParts } from "../text/render-parts.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc config delete`. */
export const run: RunCommand<"config-delete"> = (invocation, world) => {
  const { id } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ configDelete: { id } }],
      changes: true,
      isLong: true,
      render: (answers, style) =>
        renderParts(answers, (answer) => renderEdit(answer, style, "Taken out of")),
    },
    world,
  );
};
