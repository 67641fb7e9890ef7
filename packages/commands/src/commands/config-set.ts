import type { ArgumentSpec, CommandSpec } from "../model/command-spec.ts";
import { readAssignments } from "../values/read-assignments.ts";
import { readId } from "../values/read-id.ts";
import { serverExits } from "./shared-arguments.ts";

/** `ID` of exactly one process. */
export const oneIdArgument: ArgumentSpec = {
  name: "ID",
  value: "id",
  required: true,
  list: false,
  summary: "The id of one process.",
};

/** `KEY=VALUE…`. */
export const assignmentsArgument: ArgumentSpec = {
  name: "KEY=VALUE",
  value: "assignment",
  required: true,
  list: true,
  summary: "Keys of the configuration and their new values.",
};

/** `pmc config set`. */
export const configSetCommand: CommandSpec = {
  kind: "config-set",
  words: ["config", "set"],
  aliases: ["update"],
  section: "Configuration",
  summary: "Change keys of a process, now and in its file",
  description: [
    "Changes the running configuration and writes it back to the file it came from. Only those bytes change: comments and order stay. A key that was inherited is written to the process's own element. A key that a stronger layer hides is refused, and the layer is named.",
    "When the file was changed on disk meanwhile, nothing is written and the difference is shown: reload first.",
    "A process that runs is restarted when a key needs it; its row says what came of it. When every key has its value already, nothing is written and nothing restarts.",
  ],
  arguments: [oneIdArgument, assignmentsArgument],
  options: [],
  examples: [
    { line: "pmc config set id0 stopTimeout=20s", summary: "one key" },
    { line: "pmc config set api 'command=node server.js' restart=always", summary: "two keys" },
  ],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, 4, 78, ...serverExits],
  read: (input) => {
    const [id = "", ...words] = input.operands;
    return {
      kind: "config-set",
      id: readId(input, id),
      assignments: readAssignments(input, words),
    };
  },
};
