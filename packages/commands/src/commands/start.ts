import type { CommandSpec } from "../model/command-spec.ts";
import { readSelection } from "../values/read-selection.ts";
import { groupOption, idsArgument, serverExits } from "./shared-arguments.ts";

/** `pmc start`. */
export const startCommand: CommandSpec = {
  kind: "start",
  words: ["start"],
  aliases: [],
  section: "Processes",
  summary: "Start processes, in dependency order",
  description: [
    "Starts what is not running, what it depends on first. Without an id it starts every enabled process. A process that runs already is done: it keeps its pid.",
    "A process with enabled=\"false\" can't be started; its row says so. A row fails when its program can't be launched, and names the missing file.",
  ],
  arguments: [idsArgument],
  options: [groupOption],
  examples: [
    { line: "pmc start", summary: "all enabled processes" },
    { line: "pmc start id0 id-0", summary: "two processes" },
    { line: "pmc start -id0", summary: "the same as: pmc start id0" },
    { line: "pmc start 'web-*' -g db", summary: "a glob, and a group" },
  ],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, 4, ...serverExits],
  read: (input) => ({ kind: "start", selection: readSelection(input) }),
};
