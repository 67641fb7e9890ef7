import type { Value } from "@dpm/pdu";

import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "../text/escape.ts";
import { renderParts } from "../text/render-parts.ts";
import { renderValues } from "../text/render-values.ts";
import type { Style } from "../text/style.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

// Most keys of most processes are not used; what somebody wrote is shown, also when it is empty.
function isTelling({ value, origin, hides }: Value): boolean {
  const isWritten = origin !== null && origin.layer !== "built-in";
  return value !== "" || isWritten || hides.length > 0;
}

function renderConfig({ config }: ServerAnswer, withOrigin: boolean, style: Style): string {
  if (config === null) return "";
  if (config.processes.length === 0) return "No process is defined.\n";
  return config.processes
    .map(({ id, group, values }) => {
      const title = style.paint("title", escapeLine(id));
      const belongs = group === "" ? "" : ` (group ${escapeLine(group)})`;
      const shown = withOrigin ? values : values.filter(isTelling);
      return `${title}${belongs}\n${renderValues(shown, { withOrigin, indent: "  " }, style)}`;
    })
    .join("\n");
}

/** `pmc config display`. */
export const run: RunCommand<"config-display"> = (invocation, world) => {
  const { selection, origin, overrides } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [{ configDisplay: { selector: selection, overrides } }],
      changes: false,
      render: (answers, style) =>
        renderParts(answers, (answer) => renderConfig(answer, origin, style)),
    },
    world,
  );
};
