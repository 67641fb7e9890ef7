import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openFilesOf } from "@dpm/test-kit";
import { findInstances } from "../world/find-instances.ts";
import type { World } from "../world/world.ts";

/** After an orderly end: no process that has anything to do with the world, no socket, no FIFO. */
export function checkLeftBehind({ folder, marker }: World): string[] {
  const problems = findInstances(marker).map(({ id, pid }) => `left behind: ${id} runs as ${pid}`);
  for (const pid of processesAt(folder))
    problems.push(`left behind: pid ${pid}: ${wordsOf(pid).replaceAll("\0", " ")}`);
  const runtime = join(folder, "state/run");
  if (!existsSync(runtime)) return problems;
  for (const name of readdirSync(runtime, { recursive: true, encoding: "utf8" })) {
    const found = lstatSync(join(runtime, name));
    if (found.isSocket() || found.isFIFO()) problems.push(`left behind: ${join(runtime, name)}`);
  }
  return problems;
}

/** The processes, other than this one, that name the folder in their arguments or hold a file in it. */
export function processesAt(folder: string): readonly number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => !Number.isNaN(pid) && pid !== process.pid)
    .filter((pid) => wordsOf(pid).includes(folder) || holds(pid, folder));
}

function wordsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

function holds(pid: number, folder: string): boolean {
  return openFilesOf(pid).some((path) => path.startsWith(folder));
}
