import { dpmError } from "@dpm/errors";
import type { DependencyGraph } from "../dependency-graph.ts";
import type { StopReason } from "../stop-reason.ts";
import type { Kernel } from "../supervisor/kernel.ts";
import { isOccupied, isStuck, type ProcessEntry } from "../supervisor/process-entry.ts";
import type { Operation, OperationRow } from "./operation.ts";
import { collectRows, failed, fulfilled, type Verdict } from "./row-collector.ts";
import { entriesOf } from "./start-operation.ts";
import { runInStopOrder, withParts } from "./stop-run.ts";

/** Stops processes and what is part of them, dependents first. One row for each of `ids`, when nothing of it is left. */
export function stopProcesses(
  kernel: Kernel,
  ids: readonly string[],
  operation: Operation,
): Promise<OperationRow[]> {
  const entries = entriesOf(kernel, ids);
  requestStops(kernel, withParts(kernel, entries), { actor: operation.actor, reason: "requested" });
  const pursuits = entries.map((entry) => ({ entry, judge: () => judgeStop(entry) }));
  return collectRows(kernel, pursuits, { operation, what: "the stop" });
}

/** Who wants it and why, and whose order counts: the one in force unless told. */
export interface StopRequest {
  readonly actor: string | null;
  readonly reason: StopReason;
  readonly graph?: DependencyGraph;
}

/** From now on none of them is started; each is ended when its turn comes. A later request for one of them wins. */
export function requestStops(
  kernel: Kernel,
  entries: readonly ProcessEntry[],
  request: StopRequest,
): void {
  const { actor, reason, graph } = request;
  const mine = new Map<ProcessEntry, number>();
  for (const entry of entries) {
    entry.request += 1;
    mine.set(entry, entry.request);
  }
  const isMine = (entry: ProcessEntry): boolean => mine.get(entry) === entry.request;
  runInStopOrder(kernel, entries, {
    ...(graph === undefined ? {} : { graph }),
    hold: (entry) => kernel.dispatch(entry, { kind: "stop-planned", actor, reason }),
    begin: (entry) => {
      if (isMine(entry)) kernel.dispatch(entry, { kind: "stop-requested", actor, reason });
    },
    isDone: (entry) => !isMine(entry) || !isOccupied(entry.situation) || isStuck(entry.situation),
  });
}

/** Whether a stop is complete, or why it won't be. */
export function judgeStop(entry: ProcessEntry): Verdict {
  const { situation, id } = entry;
  if (entry.gone) return fulfilled;
  if (situation.state.kind === "stopping" && situation.state.phase === "stuck") {
    return failed(dpmError("ERR_DPM_PROCESS_UNKILLABLE", { id, pids: situation.state.survivors }));
  }
  if (situation.desired === "up")
    return failed(dpmError("ERR_DPM_PROCESS_SUPERSEDED", { id, by: "start" }));
  return isOccupied(situation) ? null : fulfilled;
}
