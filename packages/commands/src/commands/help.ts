import type { CommandSpec } from "../model/command-spec.ts";

/** `pmc help`. */
export const helpCommand: CommandSpec = {
  kind: "help",
  words: ["help"],
  aliases: [],
  section: "Client",
  summary: "Show what pmc can do, or the page of a command",
  description: [
    "Works without a server and opens no connection. A command may be written with or without a leading dash.",
  ],
  arguments: [
    {
      name: "COMMAND",
      value: "command",
      required: false,
      list: true,
      summary: "A command such as start, or config display.",
    },
  ],
  options: [],
  examples: [
    { line: "pmc help", summary: "all commands" },
    { line: "pmc help -start", summary: "one command" },
    { line: "pmc help config display", summary: "one of a family" },
  ],
  timeoutMs: null,
  connects: false,
  exits: [],
  read: (input) => ({ kind: "help", topic: input.operands }),
};
