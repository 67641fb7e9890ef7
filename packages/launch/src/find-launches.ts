import { readFileSync } from "node:fs";
import type { Instance } from "@dpm/process-core";
import type { ProcessEntry, ProcessTable } from "./process-table.ts";
import type { ProcessWatch } from "./process-watch.ts";
import { formatStartIdentity } from "./start-identity.ts";

// What the kernel shows to programs is always in hundredths, whatever it counts in itself.
const msPerTick = 10;

/** The instances of those launches of which anything is alive, by their tokens. */
export async function findLaunches(
  watch: ProcessWatch,
  launches: readonly string[],
): Promise<ReadonlyMap<string, Instance>> {
  if (launches.length === 0) return new Map();
  const found = findIn(await watch.nextTable(), launches);
  const missing = launches.filter((token) => !found.has(token));
  // What one helper of a launch was just handing on to the next shows no environment for a moment; it does in the next table.
  return missing.length === 0
    ? found
    : new Map([...found, ...findIn(await watch.nextTable(), missing)]);
}

function findIn(table: ProcessTable, launches: readonly string[]): ReadonlyMap<string, Instance> {
  const found = new Map<string, Instance>();
  for (const token of launches) {
    const instance = instanceOfLaunch(table.ofLaunch(token), token);
    if (instance !== null) found.set(token, instance);
  }
  return found;
}

/** The instance of a launch, made from all that is alive of it; null when nothing is. */
export function instanceOfLaunch(entries: readonly ProcessEntry[], token: string): Instance | null {
  const oldest = oldestOf(entries);
  if (oldest === null) return null;
  // Every launch leads a session. Of one whose main process is gone the session still has its number, and its start no one needs.
  const pid = oldest.session;
  const startIdentity = formatStartIdentity({ startTicks: oldest.startTicks, token });
  return { pid, startIdentity, startedAt: startedAt(oldest) };
}

function oldestOf(entries: readonly ProcessEntry[]): ProcessEntry | null {
  let oldest: ProcessEntry | null = null;
  for (const entry of entries) {
    if (oldest === null || isOlder(entry, oldest)) oldest = entry;
  }
  return oldest;
}

// Within one tick the one that leads its session is the older: what it starts is in the session already.
function isOlder(one: ProcessEntry, other: ProcessEntry): boolean {
  const difference = Number(one.startTicks) - Number(other.startTicks);
  if (difference !== 0) return difference < 0;
  return one.pid === one.session && other.session === one.pid;
}

function startedAt({ startTicks }: ProcessEntry): number {
  const upMs = Number(readFileSync("/proc/uptime", "latin1").split(" ")[0]) * 1000;
  return Math.round(Date.now() - Math.max(0, upMs - Number(startTicks) * msPerTick));
}
