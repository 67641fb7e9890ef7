import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const measured = new Set(["limit", "pump"]);

function isManager(pid: number, programs: string): boolean {
  if (pid === process.pid) return false;
  try {
    const program = readlinkSync(`/proc/${pid}/exe`);
    return dirname(program) !== programs || measured.has(basename(program));
  } catch {
    // A kernel thread, or it has ended meanwhile.
    return false;
  }
}

/** Every process of the namespace that is neither a service nor the bench: what the management costs. */
export function managerProcesses(programs: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isManager(pid, programs));
}

/** How many services of the namespace still are; one that nobody has reaped is none. */
export function livingServices(programs: string): number {
  const service = join(programs, "service");
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/exe`) === service;
    } catch {
      return false;
    }
  }).length;
}

/** The time on a processor of all threads of these processes, in ms, to the ns where the kernel tells it. */
export function processorMs(pids: readonly number[]): number {
  let ns = 0;
  for (const pid of pids) {
    try {
      for (const thread of readdirSync(`/proc/${pid}/task`)) {
        const text = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8");
        ns += Number(text.split(" ")[0]);
      }
    } catch {
      // It has ended meanwhile.
    }
  }
  return ns / 1e6;
}

/** The memory of these processes with each shared page counted in parts, in MB of 2^20 bytes. */
export function proportionalMb(pids: readonly number[]): number {
  let kb = 0;
  for (const pid of pids) {
    try {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
      kb += Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return kb / 1024;
}

/** How many descriptors these processes hold. */
export function descriptorCount(pids: readonly number[]): number {
  let count = 0;
  for (const pid of pids) count += readdirSync(`/proc/${pid}/fd`).length;
  return count;
}
