import { dpmError, nearest } from "@dpm/errors";

import type { Shell } from "../model/command.ts";
import type { CommandSpec } from "../model/command-spec.ts";

/** The shells that completion is written for. */
export const shells: readonly Shell[] = ["bash", "zsh", "fish"];

/** `pmc completion`. */
export const completionCommand: CommandSpec = {
  kind: "completion",
  words: ["completion"],
  aliases: [],
  section: "Client",
  summary: "Print a completion script for a shell",
  description: ["Prints a script that completes commands and options of pmc and pm."],
  arguments: [
    {
      name: "SHELL",
      value: "shell",
      required: true,
      list: false,
      summary: "bash, zsh or fish.",
    },
  ],
  options: [],
  examples: [
    { line: "source <(pmc completion bash)", summary: "for this session of bash" },
    {
      line: "pmc completion fish > ~/.config/fish/completions/pmc.fish",
      summary: "for every session of fish",
    },
  ],
  timeoutMs: null,
  connects: false,
  exits: [],
  read: (input) => {
    const [word = ""] = input.operands;
    const shell = shells.find((name) => name === word);
    if (shell !== undefined) return { kind: "completion", shell };
    const near = nearest(word, shells);
    throw dpmError("ERR_DPM_COMMAND_UNKNOWN_WORD", {
      word,
      what: `shell that completion is written for: ${shells.join(", ")}`,
      ...(near === null ? {} : { nearest: near }),
      page: input.page,
    });
  },
};
