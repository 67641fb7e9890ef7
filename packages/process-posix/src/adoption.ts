import { parseStartIdentity, readLaunchToken, readProcEntry } from "@dpm/launch";
import type { ExitReport, Instance, InstanceListener } from "@dpm/process-core";
import type { LogCapture } from "./capture/log-capture.ts";
import type { Cgroups } from "./cgroups.ts";
import type { Children } from "./children.ts";
import { endedReport } from "./ended-report.ts";
import { MainWatch, type Telling } from "./main-watch.ts";
import { reapChild } from "./native/wait.ts";
import { noteEnd, type ProcessRecord } from "./process-record.ts";
import { watchStranger } from "./watch-stranger.ts";

/** What an adoption works with. */
export interface AdoptionTools {
  readonly children: Children;
  readonly cgroups: Cgroups | null;
  readonly capture: Pick<LogCapture, "watchEnd">;
  readonly telling: Telling;
}

/** A process of an earlier daemon: its record, and how it ended if it has. */
export interface Adoption {
  readonly record: ProcessRecord;
  readonly exit: ExitReport | null;
}

/** Takes over a process. After a change of program its children are still ours; those of a daemon that died are init's. */
export function adoptProcess(
  { children, cgroups, capture, telling }: AdoptionTools,
  instance: Instance,
  listener: InstanceListener,
): Adoption {
  const { pid } = instance;
  const identity = parseStartIdentity(instance.startIdentity);
  const { startTicks } = identity;
  const entry = readProcEntry(pid);
  const isSame = entry?.startTicks === startTicks;
  const isChild = isSame && entry.parent === process.pid;
  const token = identity.token ?? (isSame ? readLaunchToken(pid) : null);
  const record: ProcessRecord = {
    pid,
    startTicks,
    token,
    cgroupBase:
      token === null ? null : (cgroups?.baseOf(token, isSame && !entry.dead ? pid : null) ?? null),
    isChild: false,
    leaderEnded: false,
    deadSinceMs: null,
    gone: false,
    seen: null,
  };
  const watch = new MainWatch(telling, record, listener);
  const over = (exit: ExitReport): Adoption => {
    noteEnd(record);
    return { record, exit };
  };

  if (!isSame) return over(children.endOf(pid, startTicks) ?? { kind: "unknown" });
  if (entry.dead) {
    const report = isChild ? (reapChild(pid)?.report ?? children.endOf(pid, startTicks)) : null;
    return over(report ?? endedReport(pid, { startTicks, pidfd: null }));
  }
  if (isChild) {
    record.isChild = true;
    children.watch(pid, watch);
    children.reapSoon();
    return { record, exit: null };
  }
  const isWatched = watchStranger({ pid, startTicks, capture, watch });
  return isWatched ? { record, exit: null } : over({ kind: "unknown" });
}
