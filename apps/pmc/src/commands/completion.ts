import type { CommandOf } from "@dpm/commands";
import { completionScript } from "@dpm/help";

import { printJson } from "../json/print-json.ts";
import type { RunCommand } from "./client-command.ts";

/** `pmc completion`: asks no server. */
export const run: RunCommand = async ({ command, options }, world) => {
  const { shell } = command as CommandOf<"completion">;
  const text = completionScript(shell);
  await (options.json
    ? printJson({ completion: { shell, text }, servers: [] }, world)
    : world.stdout.write(text));
  return 0;
};
