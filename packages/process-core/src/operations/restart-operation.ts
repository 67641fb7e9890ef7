import { dpmError } from "@dpm/errors";
import type { StopReason } from "../stop-reason.ts";
import type { Kernel } from "../supervisor/kernel.ts";
import { isOccupied, isStuck, type ProcessEntry } from "../supervisor/process-entry.ts";
import { judgeStart } from "./judge-start.ts";
import type { Operation, OperationRow } from "./operation.ts";
import { collectRows, failed, type Pursuit } from "./row-collector.ts";
import { entriesOf, requestStarts } from "./start-operation.ts";
import { runInStopOrder, withParts } from "./stop-run.ts";

/**
 * Gives processes, and what is part of them and up, a new instance: dependents stop first and start last.
 * What is not up is started. One row for each of `ids`.
 */
export function restartProcesses(
  kernel: Kernel,
  ids: readonly string[],
  operation: Operation,
): Promise<OperationRow[]> {
  const entries = entriesOf(kernel, ids);
  const launches = requestRestarts(kernel, entries, {
    actor: operation.actor,
    reason: "restart-requested",
  });
  const pursuits = entries.map((entry) => ({
    entry,
    judge: judgeOf(kernel, entry, launches.get(entry) ?? -1),
  }));
  return collectRows(kernel, pursuits, { operation, what: "the restart" });
}

/** Begins the restart; answers with the launch that each process has to get beyond. */
export function requestRestarts(
  kernel: Kernel,
  entries: readonly ProcessEntry[],
  { actor, reason }: { readonly actor: string | null; readonly reason: StopReason },
): ReadonlyMap<ProcessEntry, number> {
  const launches = new Map<ProcessEntry, number>();
  if (kernel.closing) return launches;
  const able = new Set(entries.filter(({ definition, leaving }) => definition.enabled && !leaving));
  const parts = withParts(kernel, [...able]).filter(
    (entry) => able.has(entry) || (entry.situation.desired === "up" && entry.definition.enabled),
  );
  const running: ProcessEntry[] = [];
  const resting: ProcessEntry[] = [];
  const mine = new Map<ProcessEntry, number>();
  for (const entry of parts) {
    // A launch that is under way brings the new instance that is asked for.
    const isRunning = isOccupied(entry.situation) && entry.situation.state.kind !== "starting";
    launches.set(entry, isRunning ? entry.situation.launch : -1);
    (isRunning ? running : resting).push(entry);
    entry.request += 1;
    mine.set(entry, entry.request);
  }
  for (const entry of running) {
    // Wanted from now on, not only from its turn on: it may be about to be stopped, and the daemon may die before its turn.
    if (entry.situation.desired === "down") {
      kernel.dispatch(entry, {
        kind: "start-requested",
        actor,
        cause: "restart requested",
        forget: true,
      });
    }
    awaitRestart(kernel, entry, true);
  }
  requestStarts(kernel, resting, { actor, cause: "restart requested" });
  const isMine = (entry: ProcessEntry): boolean => mine.get(entry) === entry.request;
  runInStopOrder(kernel, running, {
    begin: (entry) => {
      entry.awaitsRestart = false;
      if (isMine(entry)) kernel.dispatch(entry, { kind: "restart-requested", actor, reason });
      kernel.reconsider(entry);
    },
    isDone: (entry) =>
      !isMine(entry) ||
      !isOccupied(entry.situation) ||
      isStuck(entry.situation) ||
      entry.situation.launch !== launches.get(entry),
  });
  return launches;
}

function awaitRestart(kernel: Kernel, entry: ProcessEntry, awaits: boolean): void {
  entry.awaitsRestart = awaits;
  kernel.reconsider(entry);
}

function judgeOf(kernel: Kernel, entry: ProcessEntry, afterLaunch: number): Pursuit["judge"] {
  const { id } = entry;
  if (kernel.closing) return () => failed(dpmError("ERR_DPM_PROCESS_SHUTTING_DOWN", {}));
  if (!entry.definition.enabled) return () => failed(dpmError("ERR_DPM_PROCESS_DISABLED", { id }));
  return judgeStart(kernel, entry, afterLaunch);
}
