import { hookType } from "../values/hook-type.ts";
import { probeType } from "../values/probe-type.ts";
import { optional } from "../values/scalar-type.ts";
import { listOf } from "../values/struct-type.ts";
import type { ProcessKeysOf } from "./process-keys-of.ts";

/** What is asked of it, and what its events set off. */
export const probeKeys: ProcessKeysOf<"readiness" | "health" | "hook"> = {
  readiness: {
    type: optional(probeType({ periodMs: 1000 })),
    default: null,
    doc: "Asked after a start until it is ready; absent: ready as soon as it runs.",
    restart: false,
  },
  health: {
    type: optional(probeType({ periodMs: 10_000 })),
    default: null,
    doc: "Asked while it runs; failing often enough in a row is a hang.",
    restart: false,
  },
  hook: {
    type: listOf(hookType, "list of hooks"),
    default: [],
    doc: "Actions on events of the process.",
    aliases: ["hooks"],
    restart: false,
  },
};
