import type { Instance } from "@dpm/process-core";
import { idOfLaunch } from "./launch-token.ts";

/** What is needed to look round. */
export interface SurveyTools {
  readonly instanceId: string;
  /** Launches of which something may be alive, of any daemon. */
  readonly launches: Iterable<string>;
  /** As an engine finds them. */
  readonly find: (launches: readonly string[]) => Promise<ReadonlyMap<string, Instance>>;
}

/** The instances, by the id of the process, of which anything is alive and that this daemon launched; of one process the newest. */
export async function surveyLaunches({
  instanceId,
  launches,
  find,
}: SurveyTools): Promise<ReadonlyMap<string, Instance>> {
  const idOf = new Map<string, string>();
  for (const launch of launches) {
    const id = idOfLaunch(launch, instanceId);
    if (id !== null) idOf.set(launch, id);
  }
  const newest = new Map<string, Instance>();
  for (const [launch, instance] of await find([...idOf.keys()])) {
    const id = idOf.get(launch);
    const other = id === undefined ? undefined : newest.get(id);
    if (id === undefined || (other !== undefined && other.startedAt > instance.startedAt)) continue;
    newest.set(id, instance);
  }
  return newest;
}
