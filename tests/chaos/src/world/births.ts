import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One start of a service, as it wrote it down itself. Times are seconds since the boot, with two decimals. */
export interface Birth {
  readonly id: string;
  /** Names the instance; every line that it writes begins with it. */
  readonly nonce: string;
  readonly pid: number;
  readonly at: number;
  readonly variant: number;
  readonly kind: string;
}

/** How far an instance came: lines whose writing was over, and when it was last seen. */
export interface Progress {
  readonly lines: number;
  readonly at: number;
  readonly phase: string;
}

/** All starts, in their order. */
export function readBirths(folder: string): readonly Birth[] {
  const text = readFileSync(join(folder, "births"), "utf8");
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const [id = "", nonce = "", pid, at, variant, kind = ""] = line.split(" ");
      return { id, nonce, pid: Number(pid), at: Number(at), variant: Number(variant), kind };
    });
}

/** The progress by nonce. One that was being written at the death of its service is not known. */
export function readProgress(folder: string): ReadonlyMap<string, Progress> {
  const directory = join(folder, "progress");
  const all = new Map<string, Progress>();
  for (const name of readdirSync(directory)) {
    const text = readFileSync(join(directory, name), "utf8");
    if (!text.endsWith("\n")) continue;
    const [lines, at, phase = ""] = text.trim().split(" ");
    all.set(name.slice(name.lastIndexOf(".") + 1), { lines: Number(lines), at: Number(at), phase });
  }
  return all;
}

/** Seconds since the boot, by the clock that the services read too. */
export function uptime(): number {
  return Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
}
