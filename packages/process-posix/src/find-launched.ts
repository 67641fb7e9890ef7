import { findLaunches, instanceOfLaunch, type ProcessWatch, readProcEntry } from "@dpm/launch";
import type { Instance } from "@dpm/process-core";
import { type Cgroups, pidsInCgroup, removeCgroup } from "./cgroups.ts";

/** The instances of those launches of which anything is alive: by the names of control groups, then by the tokens in `/proc`. */
export async function findLaunched(
  { cgroups, watch }: { readonly cgroups: Cgroups | null; readonly watch: ProcessWatch },
  launches: readonly string[],
): Promise<ReadonlyMap<string, Instance>> {
  const found = new Map<string, Instance>();
  const grouped = new Set(cgroups?.launches());
  for (const launch of launches) {
    const folder = cgroups !== null && grouped.has(launch) ? `${cgroups.base}/${launch}` : null;
    const pids = folder === null ? [] : pidsInCgroup(folder);
    // Without the daemon itself, which died while it was starting something there.
    const entries = pids.flatMap((pid) => (pid === process.pid ? [] : (readProcEntry(pid) ?? [])));
    const instance = instanceOfLaunch(entries, launch);
    if (instance !== null) found.set(launch, instance);
    else if (folder !== null) removeCgroup(folder);
  }
  const missing = launches.filter((launch) => !found.has(launch));
  return new Map([...found, ...(await findLaunches(watch, missing))]);
}
