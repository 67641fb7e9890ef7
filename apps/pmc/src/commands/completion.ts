import { completionScript } from "@dpm/help";

import { printJson } from "../json/print-json.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc completion`: asks no server. */
export const run: RunCommand<"completion"> = async ({ command, options }, world) => {
  const { shell } = command;
  const text = completionScript(shell);
  await (options.json
    ? printJson({ completion: { shell, text }, servers: [] }, world)
    : world.stdout.write(text));
  return 0;
};
