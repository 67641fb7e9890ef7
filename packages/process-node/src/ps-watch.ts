import { execFileSync } from "node:child_process";
import {
  createProcessTable,
  type ProcessEntry,
  type ProcessTable,
  type ProcessWatch,
} from "@dpm/launch";

const columns = "pid=,ppid=,pgid=,stat=,lstart=";
const maxAgeMs = 50;

/**
 * Watches processes through `ps`, where there is no `/proc`. Slower, and it sees no environment: what was detached into a
 * session of its own is found only as long as its parents live.
 */
export function createPsWatch(): ProcessWatch {
  let latest: ProcessTable | null = null;

  const sweep = (): ProcessTable => {
    const takenAtMs = performance.now();
    // Where ps is all there is, it asks the kernel for the whole table at once: nothing is missed in between.
    latest = createProcessTable(ask(["-ax"]), { takenAtMs, disturbed: false });
    return latest;
  };

  const table = (notBeforeMs: number): ProcessTable => {
    const oldest = Math.max(notBeforeMs, performance.now() - maxAgeMs);
    return latest !== null && latest.takenAtMs >= oldest ? latest : sweep();
  };

  return {
    // Each ps takes 20 ms, so one table serves all looks of that time; a number is not given out again so soon.
    look: (pid) => table(0).get(pid) ?? ask(["-p", String(pid)])[0] ?? null,
    table,
    evidence: (notBeforeMs) => [table(notBeforeMs)],
    nextTable: () => {
      const askedAtMs = performance.now();
      return new Promise((resolve) => void setImmediate(() => resolve(table(askedAtMs))));
    },
  };
}

function ask(selection: readonly string[]): readonly ProcessEntry[] {
  let text: string;
  try {
    text = execFileSync("ps", [...selection, "-o", columns], {
      encoding: "latin1",
      // The start is printed in words, and in local time.
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    // It exits with 1 when it found none.
    return [];
  }
  return text
    .split("\n")
    .map(parseLine)
    .filter((entry) => entry !== null);
}

function parseLine(line: string): ProcessEntry | null {
  const found = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line);
  if (found === null) return null;
  const [, pid, parent, group, state = "", start = ""] = found;
  return {
    pid: Number(pid),
    parent: Number(parent),
    group: Number(group),
    // Not every ps knows sessions by number; the leader of one leads a group of the same number.
    session: Number(group),
    dead: state.startsWith("Z"),
    // ISO, so that later starts are greater and the text is free of blanks.
    startTicks: new Date(`${start} UTC`).toISOString(),
    launchToken: null,
  };
}
