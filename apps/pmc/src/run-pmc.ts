import { parseCommandLine, wantsJson } from "@dpm/commands";
import { toReport } from "@dpm/errors";

import { runCommand } from "./commands.ts";
import { statusOfCategory } from "./exit-codes.ts";
import { toErrorJson } from "./json/error-json.ts";
import { printJson } from "./json/print-json.ts";
import { toKnownError } from "./known-error.ts";
import { printError } from "./text/print-error.ts";
import type { World } from "./world.ts";

/**
 * One run of `pmc`, from its words to its exit status: parse and check, then connect and ask, then print.
 * Never throws; what goes wrong is printed, with `--json` as JSON, and is the exit status.
 */
export async function runPmc(world: World): Promise<number> {
  try {
    const invocation = parseCommandLine(world.argv);
    return await runCommand(invocation, world);
  } catch (thrown) {
    const error = toKnownError(thrown);
    const report = toReport(error);
    if (wantsJson(world.argv)) {
      await printJson({ error: toErrorJson(report), servers: [] }, world);
    } else {
      await printError(report, world, { cause: error.cause });
    }
    return statusOfCategory[error.category];
  }
}
