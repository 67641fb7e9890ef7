import {
  listProcPids,
  createProcessTable,
  type ProcessEntry,
  type ProcessTable,
  readLaunchToken,
  readProcEntry,
} from "./process-table.ts";

/** Looks at the process table for many askers at once: one sweep answers all that asked before it. */
export interface ProcessWatch {
  /** One process as it is now; null when it is not there. */
  look(pid: number): ProcessEntry | null;
  /** A table no older than `notBeforeMs`, and never older than a few milliseconds. */
  table(notBeforeMs: number): ProcessTable;
  /**
   * What it takes to say that something is not there: a table no older than `notBeforeMs` that no process left during its
   * sweep, or else two, since a process that is missed by one sweep because its parent ended then is seen by the next.
   */
  evidence(notBeforeMs: number): readonly ProcessTable[];
  /** A table whose sweep begins after this call; the event loop goes on meanwhile. */
  nextTable(): Promise<ProcessTable>;
}

const maxAgeMs = 20;
// Many questions of one turn, such as those of a stop of everything, are answered by one table; their own work takes its time too.
const maxAgeInTurnMs = 500;
// A thousand processes are swept in about 15 ms; between slices of this many the daemon answers its clients.
const sliceSize = 400;

/** Watches the processes of this machine through `/proc`. */
export function createProcWatch(): ProcessWatch {
  // The environment says the same for ever, unless the process writes over it: once read, the token is also kept beyond that.
  // In the middle of an exec the environment is empty for a moment, so that there is no token is believed the second time.
  let tokens = new Map<
    number,
    { readonly startTicks: string; readonly token: string | null; readonly sure: boolean }
  >();
  let latest: ProcessTable | null = null;
  let previous: ProcessTable | null = null;
  let waiting: Promise<ProcessTable> | null = null;
  let inTurn = false;

  const readWithToken = (pid: number): ProcessEntry | null => {
    const entry = readProcEntry(pid);
    if (entry === null || entry.dead) return entry;
    const known = tokens.get(pid);
    const isKnown = known?.startTicks === entry.startTicks;
    if (isKnown && known.sure) return { ...entry, launchToken: known.token };
    const token = readLaunchToken(pid);
    tokens.set(pid, { startTicks: entry.startTicks, token, sure: token !== null || isKnown });
    return { ...entry, launchToken: token };
  };

  const finish = (found: readonly (ProcessEntry | null)[], takenAtMs: number): ProcessTable => {
    const entries = found.filter((entry) => entry !== null);
    previous = latest;
    latest = createProcessTable(entries, { takenAtMs, disturbed: entries.length < found.length });
    const living = new Set(entries.map((entry) => entry.pid));
    tokens = new Map([...tokens].filter(([pid]) => living.has(pid)));
    return latest;
  };

  const sweepInSlices = async (): Promise<ProcessTable> => {
    const takenAtMs = performance.now();
    const pids = listProcPids();
    const found: (ProcessEntry | null)[] = [];
    for (let start = 0; start < pids.length; start += sliceSize) {
      if (start > 0) await nextTurn();
      for (const pid of pids.slice(start, start + sliceSize)) found.push(readWithToken(pid));
    }
    return finish(found, takenAtMs);
  };

  let running: Promise<unknown> = Promise.resolve();
  const startNext = async (): Promise<ProcessTable> => {
    // Those who ask in the same turn, or while a sweep is under way, share the one that comes.
    await running.then(nextTurn);
    waiting = null;
    const sweep = sweepInSlices();
    running = sweep.catch(() => {});
    return sweep;
  };

  const sweep = (): ProcessTable => {
    const takenAtMs = performance.now();
    if (!inTurn) {
      inTurn = true;
      setImmediate(() => (inTurn = false));
    }
    return finish(listProcPids().map(readWithToken), takenAtMs);
  };

  const table = (notBeforeMs: number): ProcessTable => {
    const oldest = Math.max(notBeforeMs, performance.now() - (inTurn ? maxAgeInTurnMs : maxAgeMs));
    return latest !== null && latest.takenAtMs >= oldest ? latest : sweep();
  };

  return {
    look: readProcEntry,
    table,
    evidence: (notBeforeMs) => {
      const last = table(notBeforeMs);
      if (!last.disturbed) return [last];
      return previous !== null && previous.takenAtMs >= notBeforeMs
        ? [previous, last]
        : [last, sweep()];
    },
    nextTable: () => (waiting ??= startNext()),
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
