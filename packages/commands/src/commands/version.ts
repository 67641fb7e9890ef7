import type { CommandSpec } from "../model/command-spec.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc version`. */
export const versionCommand: CommandSpec = {
  kind: "version",
  words: ["version"],
  aliases: ["info"],
  section: "Server",
  summary: "Show the versions of pmc and of the server",
  description: [
    "Shows the version of pmc and of the interface it speaks, and of each server its version, pid, configuration file and what troubles it. The option --version prints only the version of pmc and asks no server.",
  ],
  arguments: [],
  options: [],
  examples: [{ line: "pmc version", summary: "client and server" }],
  timeoutMs: 10_000,
  connects: true,
  exits: [...serverExits],
  read: (input) => ({ kind: "version", clientOnly: input.flag("version") }),
};
