import { parseDuration } from "@dpm/units";

import type { CommandSpec } from "../model/command-spec.ts";
import type { Input } from "../model/input.ts";
import { invalidValue } from "../values/invalid-value.ts";
import { serverExits } from "./shared-arguments.ts";

const longestMs = 600_000;

function readReadyWithin(input: Input): number | null {
  const text = input.text("ready-within");
  if (text === null) return null;
  const durationMs = parseDuration(text);
  if (durationMs === null || durationMs <= 0 || durationMs > longestMs) {
    throw invalidValue(input, {
      what: "--ready-within",
      value: text,
      expected: "a duration above 0 and at most 10min, such as 5s",
    });
  }
  return durationMs;
}

/** `pmc upgrade`. */
export const upgradeCommand: CommandSpec = {
  kind: "upgrade",
  words: ["upgrade"],
  aliases: [],
  section: "Server",
  summary: "Put another version of pmd in the place of the running one",
  description: [
    "The new program takes over the pid, the processes with their pids and history, and the sockets: who connects meanwhile waits a moment and is not refused. Without --program it is the program that runs, as it stands on disk now.",
    "A program that is missing, is no pmd or can't read configuration and state is refused before anything happens. One that does not become ready in time is replaced by the old one. Only with the Linux engine.",
  ],
  arguments: [],
  options: [
    {
      flags: ["--program"],
      placeholder: "PATH",
      value: "file",
      summary: "The pmd that shall run, on the server's machine.",
    },
    {
      flags: ["--ready-within"],
      placeholder: "DURATION",
      value: "duration",
      summary: "How long the new one may take before the old one comes back; 30s unless told.",
    },
  ],
  examples: [
    { line: "pmc upgrade", summary: "after the package was updated" },
    { line: "pmc upgrade --program /opt/dpm-2/bin/pmd", summary: "another installation" },
  ],
  timeoutMs: 120_000,
  connects: true,
  exits: [1, ...serverExits],
  read: (input) => ({
    kind: "upgrade",
    program: input.text("program"),
    readyWithinMs: readReadyWithin(input),
  }),
};
