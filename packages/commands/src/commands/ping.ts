import type { CommandSpec } from "../model/command-spec.ts";
import { readSelection } from "../values/read-selection.ts";
import { groupOption, idsArgument, serverExits } from "./shared-arguments.ts";

/** `pmc ping`. */
export const pingCommand: CommandSpec = {
  kind: "ping",
  words: ["ping"],
  aliases: ["status", "ps"],
  section: "Processes",
  summary: "Show the status of processes",
  description: [
    "Prints one row for each defined process, also for stopped and disabled ones: state, pid, uptime, restarts since a person last started it, and how it last ended. What troubles the server itself is told below.",
    "Ends with 3 when a process whose desired state is up is neither running nor starting. One that ended as its restart policy wants is desired down, so it is no reason for 3.",
  ],
  arguments: [idsArgument],
  options: [groupOption],
  examples: [
    { line: "pmc ping", summary: "all processes" },
    { line: "pmc ping id-0", summary: "one process" },
    { line: "pmc ping --server tls://a:8988,tls://b:8988", summary: "two servers in one table" },
    { line: "pmc ping --json", summary: "for programs" },
  ],
  timeoutMs: 10_000,
  connects: true,
  exits: [3, 4, ...serverExits],
  read: (input) => ({ kind: "ping", selection: readSelection(input) }),
};
