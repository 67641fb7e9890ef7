import type { CommandSpec } from "../model/command-spec.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc config validate`. */
export const configValidateCommand: CommandSpec = {
  kind: "config-validate",
  words: ["config", "validate"],
  aliases: ["check"],
  section: "Configuration",
  summary: "Check the files on disk and change nothing",
  description: [
    'Lets the server read its files and lists every problem as file:line:column. Without a server, "pmd check" does the same.',
  ],
  arguments: [],
  options: [],
  examples: [{ line: "pmc config validate", summary: "before: pmc config reload" }],
  timeoutMs: 60_000,
  connects: true,
  exits: [78, ...serverExits],
  read: () => ({ kind: "config-validate" }),
};
