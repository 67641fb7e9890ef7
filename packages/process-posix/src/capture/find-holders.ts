import { readFileSync, statSync } from "node:fs";
import { listProcPids, readProcEntry } from "@dpm/launch";
import { type HolderIdentity, readHolderRecord } from "./holder-record.ts";
import { namesIn, openFifos } from "./reach-fifos.ts";

/** A holder that an earlier daemon has left, and the FIFOs that it holds. */
export interface FoundHolder extends HolderIdentity {
  readonly paths: ReadonlySet<string>;
}

const holderName = "sleep";

/** Finds the holders of the FIFOs in this folder: those that the record names, or all that there are when it may not name all. */
export function findHolders(directory: string): readonly FoundHolder[] {
  const { holders, isMaking } = readHolderRecord(directory);
  const named = holders.filter(({ pid, startTicks }) => identify(pid)?.startTicks === startTicks);
  const candidates = isMaking ? listProcPids().flatMap((pid) => identify(pid) ?? []) : named;
  return candidates.flatMap((holder) => {
    const paths = new Set(heldFifos(holder.pid, directory).keys());
    // Looked at again, since the pid may have gone to another process meanwhile.
    const isSame = identify(holder.pid)?.startTicks === holder.startTicks;
    return paths.size > 0 && isSame ? [{ ...holder, paths }] : [];
  });
}

function identify(pid: number): HolderIdentity | null {
  try {
    // Nearly all are something else, which this tells at the least cost.
    if (readFileSync(`/proc/${pid}/comm`, "latin1").trim() !== holderName) return null;
    // Whoever has a file system of his own can have any name in it.
    if (statSync(`/proc/${pid}`).uid !== process.getuid?.()) return null;
  } catch {
    return null;
  }
  const entry = readProcEntry(pid);
  return entry === null || entry.dead ? null : { pid, startTicks: entry.startTicks };
}

/** The FIFOs that a holder holds, each with the path by which it can be opened as well. */
export function heldFifos(pid: number, directory: string): ReadonlyMap<string, string> {
  // A service that is a `sleep` as well has one as its output: only a holder has it to read.
  const folder = `/proc/${pid}/fd`;
  return openFifos(folder, directory, { fds: namesIn(folder).filter((fd) => Number(fd) > 2) });
}
