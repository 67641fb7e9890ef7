import type { ProcessEntry, ProcessTable } from "./process-table.ts";

/** The tree of processes that one launch made, as far as it is known. */
export interface ProcessTree {
  /** The main process; also the number of the session and group that it leads. */
  readonly pid: number;
  readonly startTicks: string;
  readonly token: string | null;
  /** Members that were seen, pid to start: they stay members when nothing else connects them any more. */
  readonly seen: Map<number, string>;
  /** Monotonic milliseconds when the main process was known to be dead; null while it isn't. A table must be newer than that. */
  deadSinceMs: number | null;
}

/**
 * Everything alive that belongs to a launch: its main process, the session and the group of that name,
 * whatever carries its token, what was seen to belong to it earlier, and all that descends from these.
 */
export function findMembers(table: ProcessTable, tree: ProcessTree): readonly ProcessEntry[] {
  const { pid: leaderPid, startTicks, token, seen } = tree;
  const leader = table.get(leaderPid);
  const found = new Map<number, ProcessEntry>();
  const add = (entry: ProcessEntry): void => {
    if (entry.dead || entry.pid === process.pid || found.has(entry.pid)) return;
    found.set(entry.pid, entry);
    seen.set(entry.pid, entry.startTicks);
    for (const child of table.childrenOf(entry.pid)) add(child);
  };
  for (const [pid, ticks] of seen) {
    const entry = table.get(pid);
    if (entry?.startTicks === ticks) add(entry);
    else seen.delete(pid);
  }
  // A pid is not given out again while a group or session has its number. When it was given out, none of those is ours.
  const numberIsOurs = leader === undefined || leader.startTicks === startTicks;
  if (numberIsOurs) {
    if (leader !== undefined) add(leader);
    for (const entry of [...table.inGroup(leaderPid), ...table.inSession(leaderPid)]) {
      if (!isEarlier(entry.startTicks, startTicks)) add(entry);
    }
  }
  if (token !== null) for (const entry of table.ofLaunch(token)) add(entry);
  return [...found.values()];
}

function isEarlier(ticks: string, than: string): boolean {
  return Number(ticks) < Number(than);
}
