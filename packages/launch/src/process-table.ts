import { readdirSync, readFileSync } from "node:fs";
import { launchVariable } from "./clean-environment.ts";

/** One process, as the system's table has it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** A zombie has ended and only waits for being reaped. */
  readonly dead: boolean;
  /** With the pid it names one process of one boot. */
  readonly startTicks: string;
  /** The launch it descends from, while its environment still says so. */
  readonly launchToken: string | null;
}

/** All processes at about one moment, found by what connects them. */
export interface ProcessTable {
  /** Monotonic milliseconds when the sweep began; what ended before is not in it. */
  readonly takenAtMs: number;
  /** Whether a process disappeared during the sweep; it may have left a child that the sweep does not have. */
  readonly disturbed: boolean;
  get(pid: number): ProcessEntry | undefined;
  childrenOf(pid: number): readonly ProcessEntry[];
  inGroup(group: number): readonly ProcessEntry[];
  inSession(session: number): readonly ProcessEntry[];
  ofLaunch(token: string): readonly ProcessEntry[];
  /** The launches that anything alive descends from. */
  launches(): readonly string[];
}

/** Builds a table from its entries. */
export function createProcessTable(
  entries: readonly ProcessEntry[],
  sweep: { readonly takenAtMs: number; readonly disturbed: boolean },
): ProcessTable {
  const byPid = new Map(entries.map((entry) => [entry.pid, entry]));
  const living = entries.filter((entry) => !entry.dead);
  const byParent = Map.groupBy(living, (entry) => entry.parent);
  const byGroup = Map.groupBy(living, (entry) => entry.group);
  const bySession = Map.groupBy(living, (entry) => entry.session);
  const byToken = Map.groupBy(living, (entry) => entry.launchToken);
  return {
    ...sweep,
    get: (pid) => byPid.get(pid),
    childrenOf: (pid) => byParent.get(pid) ?? [],
    inGroup: (group) => byGroup.get(group) ?? [],
    inSession: (session) => bySession.get(session) ?? [],
    ofLaunch: (token) => byToken.get(token) ?? [],
    launches: () => [...byToken.keys()].filter((token) => token !== null),
  };
}

/** Reads one process from `/proc`; null when it is not there. The launch token is left out: it is a second file. */
export function readProcEntry(pid: number): ProcessEntry | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return null;
  }
  // The name may hold anything, so fields are counted from its last parenthesis.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return {
    pid,
    parent: Number(fields[1]),
    group: Number(fields[2]),
    session: Number(fields[3]),
    dead: fields[0] === "Z" || fields[0] === "X",
    startTicks: fields[19] ?? "",
    launchToken: null,
  };
}

/** The launch token in the environment a process was started with; null when there is none to be read. */
export function readLaunchToken(pid: number): string | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch {
    return null;
  }
  const start = `\0${text}`.indexOf(`\0${launchVariable}=`);
  if (start < 0) return null;
  const from = start + launchVariable.length + 1;
  const end = text.indexOf("\0", from);
  return text.slice(from, end < 0 ? undefined : end);
}

/** The pids in `/proc`. */
export function listProcPids(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => name.charCodeAt(0) >= 0x30 && name.charCodeAt(0) <= 0x39)
    .map(Number);
}
