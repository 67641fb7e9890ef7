import type { CommandSpec } from "../model/command-spec.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc config reload`. */
export const configReloadCommand: CommandSpec = {
  kind: "config-reload",
  words: ["config", "reload"],
  aliases: [],
  section: "Configuration",
  summary: "Read the files again and apply what changed",
  description: [
    "All or nothing: when anything in the files is wrong, the old configuration stays in force and each problem is listed as file:line:column. Else it prints what was added, changed and removed. Only those processes are touched; every other one keeps its pid.",
  ],
  arguments: [],
  options: [{ flags: ["--dry-run"], summary: "Only report what would change." }],
  examples: [
    { line: "pmc config reload", summary: "apply the files" },
    { line: "pmc config -reload --dry-run", summary: "look first" },
  ],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, 78, ...serverExits],
  read: (input) => ({ kind: "config-reload", dryRun: input.flag("dry-run") }),
};
