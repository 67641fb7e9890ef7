import type { CommandSpec } from "../model/command-spec.ts";
import { readAssignments } from "../values/read-assignments.ts";
import { readId } from "../values/read-id.ts";
import { assignmentsArgument, oneIdArgument } from "./config-set.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc config add`. */
export const configAddCommand: CommandSpec = {
  kind: "config-add",
  words: ["config", "add"],
  aliases: [],
  section: "Configuration",
  summary: "Define a new process in the main file",
  description: [
    "Adds the process to the main configuration file and to the running configuration. It starts at once, unless enabled or autostart says no. Nothing can be started that is not configured, so this is how a new program comes to run.",
  ],
  arguments: [{ ...oneIdArgument, summary: "The id of the new process." }, assignmentsArgument],
  options: [],
  examples: [
    { line: "pmc config add job 'command=sleep 60' restart=no", summary: "starts it at once" },
    {
      line: "pmc config add job 'command=sleep 60' autostart=no",
      summary: "then, when wanted: pmc start job",
    },
  ],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, 4, 78, ...serverExits],
  read: (input) => {
    const [id = "", ...words] = input.operands;
    return {
      kind: "config-add",
      id: readId(input, id),
      assignments: readAssignments(input, words),
    };
  },
};
