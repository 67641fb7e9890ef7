import { renderEdit } from "../text/render-edit.ts";
import { renderParts } from "../text/render-parts.ts";
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
      render: (answers, style) => renderParts(answers, (answer) => renderEdit(answer, style)),
    },
    world,
  );
};
