import type { CommandSpec } from "../model/command-spec.ts";
import { readSelection } from "../values/read-selection.ts";
import { groupOption, idsArgument, pidOption, serverExits } from "./shared-arguments.ts";

/** `pmc stop`. */
export const stopCommand: CommandSpec = {
  kind: "stop",
  words: ["stop"],
  aliases: [],
  section: "Processes",
  summary: "Stop processes with all their children, in reverse order",
  description: [
    "Stops the whole process tree: the stop signal first, SIGKILL to what is left when the stop timeout is over. Of those that are stopped together, what depends on another stops first. What is not named goes on running, unless it is partOf what is stopped. Without an id it stops every process.",
    "A stopped process stays stopped, also over a restart of pmd, until the next boot or start.",
  ],
  arguments: [idsArgument],
  options: [groupOption, pidOption],
  examples: [
    { line: "pmc stop", summary: "all processes" },
    { line: "pmc stop id-0", summary: "one process; the others are not touched" },
    { line: "pmc stop -pid 4711", summary: "the process that runs as pid 4711" },
    { line: "pmc stop -g web", summary: "a group" },
  ],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, 4, ...serverExits],
  read: (input) => ({ kind: "stop", selection: readSelection(input) }),
};
