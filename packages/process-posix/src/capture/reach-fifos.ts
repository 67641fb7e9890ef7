// A FIFO whose name somebody has removed, as a clean-up of a runtime directory does, can't get that back; but as long as anybody has it
// open, it can be opened by way of his descriptor.
import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { errnoOf, type LinkOwner, parseFifoLink } from "@dpm/launch";
import { fifoName, hasFifo, lostFifo } from "./fifo.ts";

/** What is looked at: all descriptors unless told, of somebody unless told. */
interface Looked extends Partial<LinkOwner> {
  readonly fds?: readonly string[];
}

/** The FIFOs among the descriptors in a folder such as `/proc/PID/fd`, and for each the path of its descriptor. What can't be read is left out. */
export function openFifos(
  folder: string,
  directory: string,
  { fds = namesIn(folder), isOurs = false }: Looked = {},
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const fd of fds) {
    const path = join(folder, fd);
    const link = linkOf(path);
    const fifo = link === null ? null : parseFifoLink(link, directory, { isOurs });
    if (fifo === null) continue;
    const whole = join(directory, fifo.name);
    found.set(fifo.isLost ? lostFifo(whole) : whole, path);
  }
  return found;
}

/**
 * The FIFOs that a process writes its output to, and by which path each can be opened to be read. Null when the system doesn't let us see
 * that.
 */
export function outputFifos(pid: number, directory: string): ReadonlyMap<string, string> | null {
  try {
    readlinkSync(`/proc/${pid}/fd/1`);
  } catch (error) {
    if (errnoOf(error) === "EACCES") return null;
  }
  return openFifos(`/proc/${pid}/fd`, directory, { fds: ["1", "2"], isOurs: true });
}

/**
 * By which path each of these can be opened: its own, or, when its name is gone, that of a descriptor: of one of our threads, or else of
 * the first in `others` that has it. Those that nobody has are missing in the answer.
 */
export function reachFifos(
  fifos: readonly string[],
  directory: string,
  others: () => Iterable<ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const missing: string[] = [];
  for (const fifo of fifos) {
    if (hasFifo(fifo)) reached.set(fifo, fifo);
    else missing.push(fifo);
  }
  if (missing.length === 0) return reached;
  const places = [...ownFifos(directory), ...others()];
  for (const fifo of missing) {
    const label = lostFifo(join(directory, fifoName(fifo)));
    const place = places.find((each) => each.has(label))?.get(label);
    if (place !== undefined) reached.set(fifo, place);
  }
  return reached;
}

// By our number, since a program that is being started takes the path for its own otherwise.
function ownFifos(directory: string): readonly ReadonlyMap<string, string>[] {
  const tasks = `/proc/${process.pid}/task`;
  return namesIn(tasks).map((task) => openFifos(join(tasks, task, "fd"), directory));
}

/** The descriptors in such a folder, or what else is in one. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
