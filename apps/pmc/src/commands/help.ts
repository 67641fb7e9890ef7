import { helpPage } from "@dpm/help";

import { printJson } from "../json/print-json.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc help`: asks no server. */
export const run: RunCommand<"help"> = async ({ command, options }, world) => {
  const { topic } = command;
  const text = helpPage(topic);
  await (options.json
    ? printJson({ help: { topic, text }, servers: [] }, world)
    : world.stdout.write(text));
  return 0;
};
