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

/** Writes the file as a whole; a reader sees all of it or none. */
export function publish(path: string, published: Published): void {
  writePrivateFile(path, `${JSON.stringify(published)}\n`);
}

/** Takes the file away, unless another daemon has written its own meanwhile. */
export function unpublish(path: string): void {
  try {
    const { pid }: Partial<Published> = JSON.parse(readFileSync(path, "utf8"));
    if (pid === process.pid) rmSync(path, { force: true });
  } catch {
    // Gone or damaged by somebody else; then it isn't ours to remove.
  }
}
