import type { CommandSpec } from "../model/command-spec.ts";
import { readAssignments } from "../values/read-assignments.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc setting set`. */
export const settingSetCommand: CommandSpec = {
  kind: "setting-set",
  words: ["setting", "set"],
  aliases: ["update"],
  section: "Server",
  summary: "Change settings of the server, now and in its file",
  description: [
    "Changes the setting in the running server and writes it back to the file it came from. A setting that takes effect only after a restart of the server is written all the same, and named.",
  ],
  arguments: [
    {
      name: "NAME=VALUE",
      value: "assignment",
      required: true,
      list: true,
      summary: "Settings and their new values.",
    },
  ],
  options: [],
  examples: [{ line: "pmc setting set logLevel=debug", summary: "more in the log, at once" }],
  timeoutMs: 60_000,
  connects: true,
  exits: [1, 4, 78, ...serverExits],
  read: (input) => ({ kind: "setting-set", assignments: readAssignments(input, input.operands) }),
};
