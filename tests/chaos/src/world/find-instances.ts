import { readdirSync, readFileSync } from "node:fs";
import { readProcessStat } from "@dpm/test-kit";

/** A living process of a service, found by the marker in its arguments. */
export interface FoundInstance {
  readonly pid: number;
  readonly id: string;
}

/**
 * All instances in the whole process table. A service that forks shows the same arguments twice for a moment:
 * a process whose parent is of the same service belongs to that.
 */
export function findInstances(marker: string): readonly FoundInstance[] {
  const found: { pid: number; id: string; parent: number }[] = [];
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (Number.isNaN(pid)) continue;
    const words = readWords(pid);
    const at = words.indexOf(marker);
    if (at < 0) continue;
    const stat = readProcessStat(pid);
    if (stat === null || stat.state === "Z" || stat.state === "X") continue;
    found.push({ pid, id: words[at + 1] ?? "", parent: stat.parent });
  }
  const idOf = new Map(found.map(({ pid, id }) => [pid, id]));
  return found.filter(({ id, parent }) => idOf.get(parent) !== id);
}

function readWords(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1").split("\0");
  } catch {
    // It ended meanwhile.
    return [];
  }
}
