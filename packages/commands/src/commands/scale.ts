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
    "Starts or stops instances until there are N of them; those that stay are not touched. 0 stops all. The ids of the instances are the id with a number.",
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
      summary: `A number from 0 to ${mostInstances}.`,
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
      count: readCount(input, { what: "N", text: count, least: 0, most: mostInstances }),
    };
  },
};
