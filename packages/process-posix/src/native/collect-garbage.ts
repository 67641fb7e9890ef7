import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collects the garbage of this thread as V8 does before it would run out of memory, which is the only time when it gives the room back. */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  // Not kept: a context of its own is memory, too.
  const gc = runInNewContext("gc") as NodeJS.GCFunction;
  gc({ type: "major", execution: "sync", flavor: "last-resort" });
}
