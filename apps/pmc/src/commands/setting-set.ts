import { renderEdit } from "../text/render-edit.ts";
import { renderParts } from "../text/render-parts.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc setting set`. */
export const run: RunCommand<"setting-set"> = (invocation, world) => {
  const { assignments } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ settingSet: { assignments } }],
      changes: true,
      isLong: true,
      render: (answers, style) => renderParts(answers, (answer) => renderEdit(answer, style)),
    },
    world,
  );
};
