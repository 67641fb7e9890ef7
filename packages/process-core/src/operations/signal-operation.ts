import { dpmError } from "@dpm/errors";
import type { Engine } from "../ports/engine.ts";
import type { Kernel } from "../supervisor/kernel.ts";
import { instanceOf, type ProcessEntry } from "../supervisor/process-entry.ts";
import type { Operation, OperationRow } from "./operation.ts";
import { collectRows, failed, fulfilled, type Verdict } from "./row-collector.ts";
import { entriesOf } from "./start-operation.ts";

/** Sends a signal to the main process of each; what it does with it is its own affair. */
export function signalProcesses(
  {
    kernel,
    engine,
    signal,
  }: { readonly kernel: Kernel; readonly engine: Engine; readonly signal: string },
  ids: readonly string[],
  operation: Operation,
): Promise<OperationRow[]> {
  const send = (entry: ProcessEntry): Verdict => {
    const { id } = entry;
    const instance = instanceOf(entry.situation);
    const outcome =
      instance === null ? ({ kind: "gone" } as const) : engine.signal(instance, signal);
    if (outcome.kind === "gone") return failed(dpmError("ERR_DPM_PROCESS_NOT_RUNNING", { id }));
    if (outcome.kind === "refused") {
      return failed(
        dpmError("ERR_DPM_PROCESS_SIGNAL_REFUSED", { id, signal, errno: outcome.errno }),
      );
    }
    kernel.record(entry, { cause: `${signal} sent on request`, actor: operation.actor });
    return fulfilled;
  };
  const pursuits = entriesOf(kernel, ids).map((entry) => {
    const verdict = send(entry);
    return { entry, judge: () => verdict };
  });
  return collectRows(kernel, pursuits, { operation, what: "the signal" });
}
