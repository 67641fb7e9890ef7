import { readFileSync } from "node:fs";
import type { ExitReport } from "@dpm/process-core";
import { exitByPidfd } from "./native/pidfd-exit.ts";
import { reportOfStatus } from "./native/wait.ts";

/** How a process ended that is not our child: while it is a zombie, or by its descriptor after it was reaped; never invented. */
export function endedReport(
  pid: number,
  { startTicks, pidfd }: { readonly startTicks: string; readonly pidfd: number | null },
): ExitReport {
  const status = zombieStatus(pid, startTicks);
  if (status !== null) return reportOfStatus(status);
  return (pidfd === null ? null : exitByPidfd(pidfd)) ?? { kind: "unknown" };
}

// To whoever may not look, the kernel shows 0, which would be success.
function zombieStatus(pid: number, startTicks: string): number | null {
  if (process.geteuid?.() !== 0) return null;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (fields[0] !== "Z" || fields[19] !== startTicks) return null;
    return Number(fields[49]);
  } catch {
    return null;
  }
}
