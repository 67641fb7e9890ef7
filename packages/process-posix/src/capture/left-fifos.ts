import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fifoName, fifoPath, hasFifo } from "./fifo.ts";
import { fifoStreams } from "./stream-plan.ts";

/** The processes of which earlier daemons have left a FIFO in this folder, or one that has lost its name there. */
export function leftFifos(directory: string, lost: readonly string[]): readonly string[] {
  const ids = new Set<string>();
  const named = readdirSync(directory).filter((name) => hasFifo(join(directory, name)));
  for (const name of [...named, ...lost.map(fifoName)])
    for (const stream of fifoStreams) {
      const id = decode(name, `.${stream}`);
      if (id !== null && fifoPath(directory, id, stream) === join(directory, name)) ids.add(id);
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
