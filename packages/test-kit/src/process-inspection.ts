import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** One line of the process table, from `/proc/PID/stat`. */
export interface ProcessStat {
  readonly pid: number;
  /** The name of the program, at most 15 characters. */
  readonly command: string;
  /** A letter: R running, S sleeping, D uninterruptible, T stopped, Z zombie, X dead. */
  readonly state: string;
  readonly parent: number;
  readonly processGroup: number;
  readonly session: number;
  /** Clock ticks between boot and the start; with the pid it names one process. */
  readonly startTicks: string;
}

/** Reads `/proc/PID/stat`; null when there is no such process. */
export function readProcessStat(pid: number): ProcessStat | null {
  const text = readProcFile(pid, "stat");
  if (text === null) return null;
  // The name may hold blanks and parentheses, so the last one ends it.
  const nameEnd = text.lastIndexOf(")");
  const fields = text.slice(nameEnd + 2).split(" ");
  return {
    pid,
    command: text.slice(text.indexOf("(") + 1, nameEnd),
    state: fields[0] ?? "",
    parent: Number(fields[1]),
    processGroup: Number(fields[2]),
    session: Number(fields[3]),
    startTicks: fields[19] ?? "",
  };
}

/** Whether the process runs; a zombie is dead. */
export function isAlive(pid: number): boolean {
  const stat = readProcessStat(pid);
  return stat !== null && stat.state !== "Z" && stat.state !== "X";
}

/** Field 22 of `/proc/PID/stat`; null when there is no such process. */
export function startTicksOf(pid: number): string | null {
  return readProcessStat(pid)?.startTicks ?? null;
}

/** The fields of `/proc/PID/status` by name, for example `Uid`, `Groups`, `SigIgn`; null when there is no such process. */
export function readProcStatus(pid: number): Readonly<Record<string, string>> | null {
  const text = readProcFile(pid, "status");
  if (text === null) return null;
  const lines = text.split("\n").filter((line) => line.includes(":"));
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
}

/** The environment a process was started with; null when there is no such process. */
export function environmentOf(pid: number): Readonly<Record<string, string>> | null {
  const text = readProcFile(pid, "environ");
  if (text === null) return null;
  const entries = text.split("\0").filter((entry) => entry.includes("="));
  return Object.fromEntries(
    entries.map((entry) => [
      entry.slice(0, entry.indexOf("=")),
      entry.slice(entry.indexOf("=") + 1),
    ]),
  );
}

/** The arguments a process was started with; null when there is no such process. */
export function argumentsOf(pid: number): readonly string[] | null {
  const text = readProcFile(pid, "cmdline");
  return text === null ? null : text.split("\0").slice(0, -1);
}

/** What a process has open, by descriptor: paths, and `socket:[INODE]` and the like; nothing when there is no such process. */
export function openFilesOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => linkOf(`/proc/${pid}/fd/${fd}`) ?? []);
  } catch {
    return [];
  }
}

/** Everything in the process table, zombies too. */
export function readProcessTable(): readonly ProcessStat[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcessStat(Number(name)))
    .filter((stat) => stat !== null);
}

/** The living processes whose parent this is. */
export function childrenOf(pid: number): readonly number[] {
  return readProcessTable()
    .filter((stat) => stat.parent === pid && stat.state !== "Z")
    .map((stat) => stat.pid);
}

/** The living children, their children and so on. */
export function descendantsOf(pid: number): readonly number[] {
  const table = readProcessTable();
  const found = new Set<number>([pid]);
  // A child may stand before its parent in the table, so look again until nothing new is found.
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const stat of table) if (found.has(stat.parent)) found.add(stat.pid);
  }
  found.delete(pid);
  return [...found].filter(isAlive);
}

/** The living processes one of whose arguments is exactly this text, other than this one. */
export function processesWithArgument(argument: string): readonly number[] {
  return readProcessTable()
    .map((stat) => stat.pid)
    .filter(
      (pid) => pid !== process.pid && isAlive(pid) && (argumentsOf(pid) ?? []).includes(argument),
    );
}

function readProcFile(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "latin1");
  } catch {
    // ENOENT before, ESRCH while it ends: both mean that it is gone.
    return null;
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
