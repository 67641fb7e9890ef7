import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fifoPath, hasFifo } from "./fifo.ts";
import { fifoStreams } from "./stream-plan.ts";

/** The processes of which earlier daemons have left a FIFO in this folder. */
export function leftFifos(directory: string): readonly string[] {
  const ids = new Set<string>();
  for (const name of readdirSync(directory))
    for (const stream of fifoStreams) {
      const id = decode(name, `.${stream}`);
      if (
        id !== null &&
        fifoPath(directory, id, stream) === join(directory, name) &&
        hasFifo(join(directory, name))
      )
        ids.add(id);
    }
  return [...ids];
}

function decode(name: string, ending: string): string | null {
  if (!name.endsWith(ending)) return null;
  try {
    return decodeURIComponent(name.slice(0, -ending.length));
  } catch {
    // Nothing that a daemon has made.
    return null;
  }
}
