import type { CommandSpec } from "../model/command-spec.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc setting reload`. */
export const settingReloadCommand: CommandSpec = {
  kind: "setting-reload",
  words: ["setting", "reload"],
  aliases: [],
  section: "Server",
  summary: "Read the settings again and apply them",
  description: [
    "Applies the settings that can change while the server runs, and names those that wait for its restart. The processes are not touched.",
  ],
  arguments: [],
  options: [],
  examples: [{ line: "pmc setting -reload", summary: "after an edit of the file" }],
  timeoutMs: 60_000,
  connects: true,
  exits: [1, 78, ...serverExits],
  read: () => ({ kind: "setting-reload" }),
};
