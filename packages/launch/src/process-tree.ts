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
  /**
   * Whether the main process is known to have ended. Whoever has its number now is another, even one that started within
   * the same clock tick, which the start alone could not tell.
   */
  leaderEnded: boolean;
  /** Whether all of it was found to be gone; it can't come back. */
  gone: boolean;
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
    if (entry.pid !== leaderPid) seen.set(entry.pid, entry.startTicks);
    for (const child of table.childrenOf(entry.pid)) add(child);
  };
  for (const [pid, ticks] of seen) {
    const entry = table.get(pid);
    if (entry?.startTicks === ticks) add(entry);
    else seen.delete(pid);
  }
  // A pid is not given out again while a group or session has its number. When it was given out, none of those is ours.
  const numberIsOurs = leader === undefined || isLeader(leader, tree);
  if (numberIsOurs) {
    if (leader !== undefined) add(leader);
    for (const entry of [...table.inGroup(leaderPid), ...table.inSession(leaderPid)]) {
      if (!isEarlier(entry.startTicks, startTicks)) add(entry);
    }
  }
  if (token !== null) for (const entry of table.ofLaunch(token)) add(entry);
  return [...found.values()];
}

/** Whether an entry is the main process of a tree, or its zombie. */
export function isLeader(entry: ProcessEntry, tree: ProcessTree): boolean {
  return (
    entry.pid === tree.pid &&
    entry.startTicks === tree.startTicks &&
    (!tree.leaderEnded || entry.dead)
  );
}

function isEarlier(ticks: string, than: string): boolean {
  // Clock ticks by number; the times of ps, which are no numbers, by their text.
  const [one, other] = [Number(ticks), Number(than)];
  return Number.isNaN(one) ? ticks < than : one < other;
}
