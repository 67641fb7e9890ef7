import { formatVersion, interfaceVersion, type ServerReport } from "@dpm/pdu";
import { formatAge } from "@dpm/units";

import { printJson } from "../json/print-json.ts";
import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "../text/escape.ts";
import { renderParts } from "../text/render-parts.ts";
import { renderTroubles } from "../text/troubles.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

function rowsOf(report: ServerReport, now: number): readonly (readonly [string, string])[] {
  return [
    ["server", report.server],
    ["pid", String(report.pid)],
    ["up", formatAge(Math.max(0, now - report.startedAtMs))],
    ["configuration", `${report.configFile} (generation ${report.generation})`],
    ["instance", report.instanceId],
  ];
}

function renderServer({ server }: ServerAnswer, now: number): string {
  if (server === null) return "";
  return rowsOf(server, now)
    .map(([name, text]) => `  ${name.padEnd(13)}  ${escapeLine(text)}\n`)
    .join("");
}

/** `pmc version` and `pmc --version`. */
export const run: RunCommand<"version"> = async (invocation, world) => {
  const { clientOnly } = invocation.command;
  const speaks = formatVersion(interfaceVersion);
  const json = { client: { version: world.version, interface: speaks } };
  const text = `pmc ${world.version} (interface ${speaks})\n`;
  if (clientOnly) {
    await (invocation.options.json
      ? printJson({ ...json, servers: [] }, world)
      : world.stdout.write(text));
    return 0;
  }
  return askAndPrint(
    invocation,
    {
      requests: [{ version: {} }],
      changes: false,
      json,
      render: (answers) =>
        text +
        renderParts(answers, (answer) => renderServer(answer, world.now())) +
        renderTroubles(answers),
    },
    world,
  );
};
