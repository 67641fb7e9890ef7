import type { CommandSpec } from "../model/command-spec.ts";
import type { Input } from "../model/input.ts";
import { readId } from "../values/read-id.ts";
import { readCount } from "../values/read-number.ts";
import { readSince } from "../values/read-since.ts";
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
    "The two are put in the order in which they came, and -n counts the lines of each. With redirectStderr they are one, in the order of writing. Of a process with several instances name one, such as worker-0.",
    'When something came is known, to about 10 ms, of what the Linux engine has captured; not with capture="file", and not of the portable engine, where processes write into their files themselves. There --timestamps shows "-", --since leaves out only whole files that were written last before that time, and standard output comes before standard error.',
    "Where output could not be kept, such as on a full disk, a line on standard error says how much is missing: [pmd: 1,234 lines (56,789 bytes) dropped: no space left on device].",
    "A process that has not written anything yet gives nothing. One that has run but whose files somebody has removed is an error, until it writes again; -f waits for that.",
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
        "Only the last N lines of standard output and the last N of standard error, or all. Default: all; with -f the last 10, or with --since all since then.",
    },
    {
      flags: ["--since"],
      placeholder: "T",
      value: "duration",
      summary:
        "Only what came since then: so long ago, such as 10min, or a time, such as 2026-11-21T14:45.",
    },
    {
      flags: ["--timestamps"],
      summary: "Before each line when it came, in UTC.",
    },
  ],
  examples: [
    { line: "pmc logs id0", summary: "all that is kept" },
    { line: "pmc logs id0 -n 20 -f", summary: "the last 20 lines of each and what follows" },
    {
      line: "pmc logs id0 --since 10min --timestamps",
      summary: "what it wrote in the last ten minutes, and when",
    },
  ],
  timeoutMs: null,
  connects: true,
  exits: [1, 4, ...serverExits],
  read: (input) => {
    const follow = input.flag("follow");
    const since = readSince(input);
    return {
      kind: "logs",
      id: readId(input, input.operands[0] ?? ""),
      follow,
      lines: readLines(input, follow && since === null ? 10 : null),
      since,
      timestamps: input.flag("timestamps"),
    };
  },
};

function readLines(input: Input, otherwise: number | null): number | null {
  const text = input.text("lines");
  if (text === null) return otherwise;
  if (text === "all") return null;
  const instead = "or all";
  return readCount(input, { what: "-n", text, least: 0, most: 1_000_000_000, instead });
}
