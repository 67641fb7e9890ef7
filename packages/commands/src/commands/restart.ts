import type { CommandSpec } from "../model/command-spec.ts";
import { readSelection } from "../values/read-selection.ts";
import { groupOption, idsArgument, serverExits } from "./shared-arguments.ts";

/** `pmc restart`. */
export const restartCommand: CommandSpec = {
  kind: "restart",
  words: ["restart"],
  aliases: [],
  section: "Processes",
  summary: "Stop and start processes; each gets a new pid",
  description: [
    "Stops what runs, in reverse dependency order, and starts it again in dependency order. A process that was stopped is started. Without an id it restarts every enabled process.",
  ],
  arguments: [idsArgument],
  options: [groupOption],
  examples: [
    { line: "pmc restart", summary: "all enabled processes" },
    { line: "pmc restart id-0", summary: "one process; the others keep their pids" },
  ],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, 4, ...serverExits],
  read: (input) => ({ kind: "restart", selection: readSelection(input) }),
};
