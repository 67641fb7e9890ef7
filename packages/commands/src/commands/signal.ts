import type { CommandSpec } from "../model/command-spec.ts";
import { readIdPattern } from "../values/read-id.ts";
import { readSignal } from "../values/read-signal.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc signal`. */
export const signalCommand: CommandSpec = {
  kind: "signal",
  words: ["signal"],
  aliases: ["kill"],
  section: "Processes",
  summary: "Send a signal to the main process",
  description: [
    "Sends one signal and changes no desired state: a process that dies of it is restarted by its policy. To end a process and keep it ended, use stop.",
  ],
  arguments: [
    {
      name: "ID",
      value: "id",
      required: true,
      list: false,
      summary: "An id or a glob such as 'web-*'.",
    },
    {
      name: "SIGNAL",
      value: "signal",
      required: true,
      list: false,
      summary: "A name such as SIGHUP or HUP, with or without a dash, or a number of Linux.",
    },
  ],
  options: [],
  examples: [
    { line: "pmc signal id0 HUP", summary: "ask a program to read its configuration again" },
    { line: "pmc kill id0 -USR1", summary: "another name, and the dash of kill(1)" },
  ],
  timeoutMs: 10_000,
  connects: true,
  exits: [1, 4, ...serverExits],
  read: (input) => {
    const [id = "", signal = ""] = input.operands;
    return {
      kind: "signal",
      selection: { ids: [readIdPattern(input, id)], groups: [], pids: [] },
      signal: readSignal(input, signal),
    };
  },
};
