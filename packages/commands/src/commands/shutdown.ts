import type { CommandSpec } from "../model/command-spec.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc shutdown`. */
export const shutdownCommand: CommandSpec = {
  kind: "shutdown",
  words: ["shutdown"],
  aliases: [],
  section: "Server",
  summary: "Stop all processes in order and end the server",
  description: [
    "Stops every process in reverse dependency order and ends pmd. The processes come back with the next start of pmd: a shutdown is no stop.",
  ],
  arguments: [],
  options: [
    {
      flags: ["--leave"],
      summary: "Let the processes run on; the next pmd takes them over.",
    },
  ],
  examples: [
    { line: "pmc shutdown", summary: "an orderly end" },
    { line: "pmc shutdown --leave", summary: "to replace pmd alone" },
  ],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, ...serverExits],
  read: (input) => ({ kind: "shutdown", leave: input.flag("leave") }),
};
