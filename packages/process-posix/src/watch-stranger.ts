import { closeSync } from "node:fs";
import { readProcEntry } from "@dpm/launch";
import type { InstanceListener } from "@dpm/process-core";
import type { LogCapture } from "./capture/log-capture.ts";
import { endedReport } from "./ended-report.ts";
import { openFileLimits } from "./native/limits.ts";
import { openPidfd } from "./native/pidfd.ts";

/** A process that is nobody's child here, and who hears of its end. */
export interface Stranger {
  readonly pid: number;
  readonly startTicks: string;
  readonly capture: Pick<LogCapture, "watchEnd">;
  readonly watch: InstanceListener;
  /** The limit of open files; the hard one of this process unless told. */
  readonly limit?: number;
}

// Left for clients, for starts, and for looking at processes.
const spareDescriptors = 64;
const lookMs = 1000;

/**
 * Tells once when it ends: by a descriptor of its own, or, where there is none to spare, by a look every second. False when it is
 * not there. One that is there is never taken for gone because there is no descriptor.
 */
export function watchStranger(stranger: Stranger): boolean {
  const { pid, startTicks, capture, watch, limit = openFileLimits().hard } = stranger;
  const pidfd = openPidfd(pid);
  // Only now is it certain whom the descriptor names.
  const entry = readProcEntry(pid);
  const isHere = entry?.startTicks === startTicks && !entry.dead;
  if (typeof pidfd === "number" && isHere && pidfd < limit - spareDescriptors) {
    capture.watchEnd(pidfd, () => {
      const report = endedReport(pid, { startTicks, pidfd });
      closeSync(pidfd);
      watch.exited(report);
    });
    return true;
  }
  if (typeof pidfd === "number") closeSync(pidfd);
  // Without a descriptor nothing can be read either.
  const isCertain = entry !== null || typeof pidfd === "number" || pidfd === "ESRCH";
  if (!isHere && isCertain) return false;
  const look = (): void => {
    if (!watchStranger(stranger)) watch.exited(endedReport(pid, { startTicks, pidfd: null }));
  };
  setTimeout(look, lookMs).unref();
  return true;
}
