import { isName } from "../model/name.ts";
import { wordsType } from "../values/list-types.ts";
import { integerType } from "../values/number-types.ts";
import type { ProcessKeysOf } from "./process-keys-of.ts";

const namesType = wordsType({
  name: "list of ids and groups",
  phrase: "the id of a process or the name of a group",
  example: "database cache",
  parse: (word) => (isName(word) ? word : undefined),
  schema: { type: "string" },
});

/** The order of starts and stops. */
export const dependencyKeys: ProcessKeysOf<
  "priority" | "requires" | "wants" | "after" | "before" | "partOf"
> = {
  priority: {
    type: integerType({ min: -1_000_000, max: 1_000_000 }),
    default: 999,
    doc: "Low starts first and stops last, among those that dependencies leave free.",
    restart: false,
  },
  requires: {
    type: namesType,
    default: [],
    doc: "Started first; this one does not start when one of them fails.",
    aliases: ["Requires", "depends-on", "depends_on", "dependsOn"],
    restart: false,
  },
  wants: {
    type: namesType,
    default: [],
    doc: "Started first; their failure does not matter.",
    aliases: ["Wants", "waits-for"],
    restart: false,
  },
  after: {
    type: namesType,
    default: [],
    doc: "Starts after these and stops before them, when both do so in one operation.",
    aliases: ["After"],
    restart: false,
  },
  before: {
    type: namesType,
    default: [],
    doc: "Starts before these and stops after them, when both do so in one operation.",
    aliases: ["Before"],
    restart: false,
  },
  partOf: {
    type: namesType,
    default: [],
    doc: "Stops and restarts together with these.",
    aliases: ["PartOf"],
    restart: false,
  },
};
