import type { CommandSpec } from "../model/command-spec.ts";
import { readSelection } from "../values/read-selection.ts";
import { groupOption, idsArgument, serverExits } from "./shared-arguments.ts";

/** `pmc config display`. */
export const configDisplayCommand: CommandSpec = {
  kind: "config-display",
  words: ["config", "display"],
  aliases: ["show"],
  section: "Configuration",
  summary: "Show the effective values of processes",
  description: [
    "Shows every key with the value that is in force after all layers: built-in, defaults, group, process, the .local file and the environment of pmd. Secrets are masked.",
    "A key that has no value and was not written anywhere is left out; --origin shows it too.",
  ],
  arguments: [idsArgument],
  options: [
    groupOption,
    {
      flags: ["--origin"],
      summary: "Also show where each value was written, as file:line, and what it hides.",
    },
    { flags: ["--overrides"], summary: "Only values that differ from the built-in ones." },
  ],
  examples: [
    { line: "pmc config display", summary: "all processes" },
    { line: "pmc config -display -id0", summary: "one process" },
    { line: "pmc config display id0 --origin", summary: "and where each value comes from" },
  ],
  timeoutMs: 30_000,
  connects: true,
  exits: [4, ...serverExits],
  read: (input) => ({
    kind: "config-display",
    selection: readSelection(input),
    origin: input.flag("origin"),
    overrides: input.flag("overrides"),
  }),
};
