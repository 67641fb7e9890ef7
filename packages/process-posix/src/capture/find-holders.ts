import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { listProcPids, readProcEntry } from "@dpm/launch";
import { type HolderIdentity, readHolderRecord } from "./holder-record.ts";

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
    const paths = heldPaths(holder.pid, directory);
    // Looked at again, since the pid may have gone to another process meanwhile.
    const isSame = identify(holder.pid)?.startTicks === holder.startTicks;
    return paths.size > 0 && isSame ? [{ ...holder, paths }] : [];
  });
}

function identify(pid: number): HolderIdentity | null {
  const entry = readProcEntry(pid);
  if (entry === null || entry.dead) return null;
  try {
    if (readFileSync(`/proc/${pid}/comm`, "latin1").trim() !== holderName) return null;
  } catch {
    return null;
  }
  return { pid, startTicks: entry.startTicks };
}

// A service that is a `sleep` as well has one as its output: only a holder has it to read.
function heldPaths(pid: number, directory: string): ReadonlySet<string> {
  const paths = new Set<string>();
  const folder = `/proc/${pid}/fd`;
  const begin = join(directory, "/");
  try {
    for (const fd of readdirSync(folder)) {
      if (Number(fd) <= 2) continue;
      const path = readlinkSync(join(folder, fd));
      if (path.startsWith(begin)) paths.add(path);
    }
  } catch {
    return new Set();
  }
  return paths;
}
