import type { Selection } from "../model/command.ts";
import type { Input } from "../model/input.ts";
import { readGroup, readIdPattern } from "./read-id.ts";
import { readCount } from "./read-number.ts";

/** Reads `[ID…] [-g NAME]… [-pid N]…`. */
export function readSelection(input: Input): Selection {
  return {
    ids: input.operands.map((word) => readIdPattern(input, word)),
    groups: input.list("group").map((name) => readGroup(input, name)),
    pids: input
      .list("pid")
      .map((text) => readCount(input, { what: "a pid", text, least: 1, most: 2 ** 31 - 1 })),
  };
}
