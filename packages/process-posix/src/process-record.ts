import { parseStartIdentity, type ProcessTree } from "@dpm/launch";
import type { Instance } from "@dpm/process-core";

/** What the engine knows of one launch. There is one for each process, so it is small. */
export interface ProcessRecord {
  readonly pid: number;
  readonly startTicks: string;
  readonly token: string | null;
  /** The folder of its control group; null where there are none. */
  readonly cgroup: string | null;
  /** As long as it is our unreaped child, its number can be no one else's. */
  isChild: boolean;
  leaderEnded: boolean;
  /** Monotonic milliseconds when the main process was known to be dead. */
  deadSinceMs: number | null;
  gone: boolean;
  /** Members that were seen, where there is no control group; made when first needed. */
  seen: Map<number, string> | null;
}

/** Makes the record of a process that is alive. */
export function livingRecord(
  instance: Instance,
  { cgroup, isChild }: { readonly cgroup: string | null; readonly isChild: boolean },
): ProcessRecord {
  return {
    pid: instance.pid,
    ...parseStartIdentity(instance.startIdentity),
    cgroup,
    isChild,
    leaderEnded: false,
    deadSinceMs: null,
    gone: false,
    seen: null,
  };
}

/** The same as a tree of processes, for what is found without control groups. */
export function treeOf(record: ProcessRecord): ProcessTree {
  record.seen ??= new Map();
  return record as ProcessTree;
}
