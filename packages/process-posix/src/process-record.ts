import { parseStartIdentity, type ProcessTree } from "@dpm/launch";
import type { Instance } from "@dpm/process-core";

/** What the engine knows of one launch. There is one for each process, so it is small. */
export interface ProcessRecord {
  readonly pid: number;
  readonly startTicks: string;
  readonly token: string | null;
  /** The folder in which its control group is, one text for all launches of one daemon; null where there are none. */
  readonly cgroupBase: string | null;
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
  { cgroupBase, isChild }: Pick<ProcessRecord, "cgroupBase" | "isChild">,
): ProcessRecord {
  const { startTicks, token } = parseStartIdentity(instance.startIdentity);
  return {
    pid: instance.pid,
    startTicks,
    token,
    cgroupBase,
    isChild,
    leaderEnded: false,
    deadSinceMs: null,
    gone: false,
    seen: null,
  };
}

/** The main process has ended, now. */
export function noteEnd(record: ProcessRecord): void {
  record.leaderEnded = true;
  record.deadSinceMs = performance.now();
}

/** The folder of its control group; null where it has none. */
export function cgroupOf({ cgroupBase, token }: ProcessRecord): string | null {
  return cgroupBase === null || token === null ? null : `${cgroupBase}/${token}`;
}

/** The same as a tree of processes, for what is found without control groups. */
export function treeOf(record: ProcessRecord): ProcessTree {
  record.seen ??= new Map();
  return record as ProcessTree;
}
