import { readFileSync, rmSync } from "node:fs";
import { writePrivateFile } from "../files/write-private-file.ts";

/** Where a daemon can be reached, for clients and scripts of the same user. */
export interface Published {
  readonly pid: number;
  /** The TCP and TLS addresses with their actual ports, as `--server` takes them. */
  readonly listen: readonly string[];
  /** The socket file; null when there is none. */
  readonly socket: string | null;
  readonly stateDirectory: string;
}

/**
 * Writes the file as a whole; a reader sees all of it or none. Throws what the system says when it can't be written; then
 * that of a daemon that died on the same state directory is taken away, since nobody is where it points to.
 */
export function publish(path: string, published: Published): void {
  try {
    writePrivateFile(path, `${JSON.stringify(published)}\n`);
  } catch (error) {
    removeIf(path, ({ stateDirectory }) => stateDirectory === published.stateDirectory);
    throw error;
  }
}

/** Takes the file away, unless another daemon has written its own meanwhile. */
export function unpublish(path: string): void {
  removeIf(path, ({ pid }) => pid === process.pid);
}

function removeIf(path: string, isOurs: (published: Partial<Published>) => boolean): void {
  try {
    if (isOurs(JSON.parse(readFileSync(path, "utf8")))) rmSync(path, { force: true });
  } catch {
    // Gone or damaged by somebody else; then it isn't ours to remove.
  }
}
