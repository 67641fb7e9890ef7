import { lstatSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { parseFifoLink } from "@dpm/launch";

/** Which of a program's outputs goes through a FIFO. */
export type FifoStream = "out" | "err";

/** A FIFO of the Linux engine that a process writes to, and a path by which it can be opened. */
export interface CapturedFifo {
  readonly stream: FifoStream;
  readonly path: string;
}

/**
 * The FIFOs that the Linux engine has made for this process, which only this one can be reading now. By their names; and where those
 * have been removed, by what the process has open.
 */
export function findCapturedFifos(
  directory: string,
  { id, pid }: { readonly id: string; readonly pid: number | null },
): readonly CapturedFifo[] {
  const found = new Map<FifoStream, string>();
  for (const stream of ["out", "err"] as const) {
    const path = join(directory, `${encodeURIComponent(id)}.${stream}`);
    if (lstatSync(path, { throwIfNoEntry: false })?.isFIFO() === true) found.set(stream, path);
  }
  for (const fd of pid === null ? [] : [1, 2]) {
    const path = `/proc/${pid}/fd/${fd}`;
    const link = linkOf(path);
    const fifo = link === null ? null : parseFifoLink(link, directory, { isOurs: true });
    if (fifo?.isLost !== true) continue;
    const stream = fifo.name.endsWith(".out") ? "out" : "err";
    if (!found.has(stream)) found.set(stream, path);
  }
  return [...found].map(([stream, path]) => ({ stream, path }));
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
