import type { CommandSpec } from "../model/command-spec.ts";
import { readId } from "../values/read-id.ts";
import { readCount } from "../values/read-number.ts";
import { serverExits } from "./shared-arguments.ts";

const mostInstances = 10_000;

/** `pmc scale`. */
export const scaleCommand: CommandSpec = {
  kind: "scale",
  words: ["scale"],
  aliases: [],
  section: "Processes",
  summary: "Set how many instances of a process run",
  description: [
    "Starts or stops instances until there are N of them, and writes N as numProcs to the file of the process. Several instances have the id with a number, from 0: worker-0, worker-1. A single one has the id alone: worker.",
    "From several to several, those that stay are not touched. Between one and several the ids change, so every instance ends and new ones start.",
  ],
  arguments: [
    {
      name: "ID",
      value: "id",
      required: true,
      list: false,
      summary: "The id without the number of an instance.",
    },
    {
      name: "N",
      value: "number",
      required: true,
      list: false,
      summary: `A number from 1 to ${mostInstances}; to end all: pmc stop ID.`,
    },
  ],
  options: [],
  examples: [{ line: "pmc scale worker 4", summary: "four workers" }],
  timeoutMs: 300_000,
  connects: true,
  exits: [1, 4, 78, ...serverExits],
  read: (input) => {
    const [id = "", count = ""] = input.operands;
    return {
      kind: "scale",
      id: readId(input, id),
      count: readCount(input, {
        what: "N",
        text: count,
        least: 1,
        most: mostInstances,
        instead: `to end all: pmc stop ${id}`,
      }),
    };
  },
};
