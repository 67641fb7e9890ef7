import type { CommandSpec } from "../model/command-spec.ts";
import { readSettingName } from "../values/read-setting-name.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc setting display`. */
export const settingDisplayCommand: CommandSpec = {
  kind: "setting-display",
  words: ["setting", "display"],
  aliases: ["show"],
  section: "Server",
  summary: "Show the server's own settings",
  description: [
    "Shows each setting with its value, whether it can be changed while the server runs, and where the value comes from.",
  ],
  arguments: [
    {
      name: "NAME",
      value: "setting",
      required: false,
      list: false,
      summary: "The name of one setting; a leading dash is no part of it. None means all.",
    },
  ],
  options: [{ flags: ["--origin"], summary: "Also show what each value hides." }],
  examples: [
    { line: "pmc setting -display", summary: "all settings" },
    { line: "pmc setting display logLevel", summary: "one of them" },
  ],
  timeoutMs: 10_000,
  connects: true,
  exits: [4, ...serverExits],
  read: (input) => {
    const [name] = input.operands;
    return {
      kind: "setting-display",
      name: name === undefined ? null : readSettingName(input, name),
      origin: input.flag("origin"),
    };
  },
};
