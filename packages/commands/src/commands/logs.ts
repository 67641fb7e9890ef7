import type { CommandSpec } from "../model/command-spec.ts";
import { readId } from "../values/read-id.ts";
import { readCount } from "../values/read-number.ts";
import { oneIdArgument } from "./config-set.ts";
import { serverExits } from "./shared-arguments.ts";

/** `pmc logs`. */
export const logsCommand: CommandSpec = {
  kind: "logs",
  words: ["logs"],
  aliases: ["log", "tail"],
  section: "Processes",
  summary: "Print the captured output of a process",
  description: [
    "Prints standard output and standard error as they were captured. Raw bytes into a file or a pipe; on a terminal control characters are shown as text, so that no program can steer it.",
    "The two are kept apart: first all of standard output, then all of standard error, and -n counts the lines of each. With redirectStderr they are one, in the order of writing. Of a process with several instances name one, such as worker-0.",
    "With -f it goes on with what is written later, until interrupted, and connects again when the connection breaks.",
  ],
  arguments: [oneIdArgument],
  options: [
    {
      flags: ["-f", "--follow"],
      summary: "Go on with what is written later.",
    },
    {
      flags: ["-n", "--lines"],
      placeholder: "N",
      value: "number",
      summary:
        "Only the last N lines of standard output and the last N of standard error. Default: all; with -f the last 10.",
    },
  ],
  examples: [
    { line: "pmc logs id0", summary: "all that is kept" },
    { line: "pmc logs id0 -n 20 -f", summary: "the last 20 lines of each and what follows" },
  ],
  timeoutMs: null,
  connects: true,
  exits: [4, ...serverExits],
  read: (input) => {
    const lines = input.text("lines");
    const follow = input.flag("follow");
    return {
      kind: "logs",
      id: readId(input, input.operands[0] ?? ""),
      follow,
      lines:
        lines === null
          ? follow
            ? 10
            : null
          : readCount(input, { what: "-n", text: lines, least: 0, most: 1_000_000_000 }),
    };
  },
};
