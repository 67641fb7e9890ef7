import type { CommandSpec } from "../model/command-spec.ts";
import { readId } from "../values/read-id.ts";
import { oneIdArgument } from "./config-set.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc config delete`. */
export const configDeleteCommand: CommandSpec = {
  kind: "config-delete",
  words: ["config", "delete"],
  aliases: ["remove"],
  section: "Configuration",
  summary: "Stop a process and take it out of its file",
  description: [
    "Stops the process with its whole tree and removes its definition from the file it came from; the rest of the file stays as it is. It takes the id as defined: an instance such as worker-1 is no definition; for fewer instances use scale.",
  ],
  arguments: [oneIdArgument],
  options: [],
  examples: [{ line: "pmc config delete job", summary: "job is gone, also after a restart" }],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, 4, 78, ...serverExits],
  read: (input) => ({ kind: "config-delete", id: readId(input, input.operands[0] ?? "") }),
};
