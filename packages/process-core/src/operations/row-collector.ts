import { dpmError, type DpmError, toReport } from "@dpm/errors";
import type { Kernel } from "../supervisor/kernel.ts";
import { type ProcessEntry, unwatch, watch } from "../supervisor/process-entry.ts";
import type { ProcessStatus } from "../process-status.ts";
import { statusOf } from "../supervisor/status.ts";
import type { Operation, OperationRow } from "./operation.ts";

/** What is known about one process of an operation; null: not settled yet. */
export type Verdict =
  | { readonly kind: "ok" }
  | { readonly kind: "failed"; readonly error: DpmError }
  | null;

/** It is as was asked. */
export const fulfilled: Verdict = { kind: "ok" };

/** It can't be as was asked. */
export function failed(error: DpmError): Verdict {
  return { kind: "failed", error };
}

/** One process of an operation and how to judge it; judged again after each of its events. */
export interface Pursuit {
  readonly entry: ProcessEntry;
  readonly judge: () => Verdict;
}

/** Progress is told after the first of these, then again after each of the others, for what changed meanwhile. */
const progress = { firstMs: 1000, everyMs: 2000 };

/**
 * Waits until each pursuit has a verdict, and until what was asked is saved (so that an answer outlives the daemon).
 * One row for each, in the order given, always. A cancellation ends the waiting and nothing else.
 */
export function collectRows(
  kernel: Kernel,
  pursuits: readonly Pursuit[],
  { operation, what }: { readonly operation: Operation; readonly what: string },
): Promise<OperationRow[]> {
  const rows = new Map<string, OperationRow>();
  const open = new Map<string, Pursuit>();
  const told = new Map<string, string>();
  const { promise, resolve } = Promise.withResolvers<OperationRow[]>();

  const emit = (row: OperationRow): void => {
    try {
      operation.onResult?.(row);
    } catch {
      // Whoever listens has gone; the work and the other rows go on.
    }
  };
  const close = (status: ProcessStatus, error: DpmError | null): void => {
    if (rows.has(status.id)) return;
    const row: OperationRow =
      error === null
        ? { status, done: true, ok: true }
        : { status, done: true, ok: false, error: toReport(error) };
    rows.set(status.id, row);
    emit(row);
    if (rows.size === pursuits.length) finish();
  };
  const settle = async ({ entry }: Pursuit, verdict: NonNullable<Verdict>): Promise<void> => {
    // As it was judged: while it is being saved it may become something else, which would contradict the verdict.
    const status = statusOf(entry, kernel.clock);
    const latest = await (entry.saved ?? null);
    // It may have failed long ago, for another client, and been made good since.
    const outcome = latest?.kind === "failed" ? await kernel.writer.confirm(entry.id) : latest;
    if (verdict.kind === "failed") close(status, verdict.error);
    else if (outcome?.kind === "failed") {
      close(
        status,
        dpmError("ERR_DPM_PROCESS_NOT_SAVED", { id: entry.id, reason: outcome.reason }),
      );
    } else close(status, null);
  };
  const look = (pursuit: Pursuit): void => {
    if (!open.has(pursuit.entry.id)) return;
    const verdict = pursuit.judge();
    if (verdict === null) return;
    open.delete(pursuit.entry.id);
    leave(pursuit);
    void settle(pursuit, verdict);
  };
  const watchers = new Map<string, () => void>();
  const leave = ({ entry }: Pursuit): void => {
    const watcher = watchers.get(entry.id);
    if (watcher !== undefined) unwatch(entry, watcher);
    watchers.delete(entry.id);
  };
  const tick = (): void => {
    for (const pursuit of open.values()) {
      look(pursuit);
      if (!open.has(pursuit.entry.id)) continue;
      const status = statusOf(pursuit.entry, kernel.clock);
      const news = `${status.state} ${status.reason}`;
      if (told.get(status.id) === news) continue;
      told.set(status.id, news);
      emit({ status, done: false, ok: true });
    }
    cancelTick = kernel.clock.callAt(kernel.clock.monotonicMs() + progress.everyMs, tick);
  };
  const abandon = (): void => {
    for (const pursuit of open.values()) {
      leave(pursuit);
      open.delete(pursuit.entry.id);
    }
    for (const { entry } of pursuits) {
      const error = dpmError("ERR_DPM_CANCELLED", { what: `waiting for ${what} of ${entry.id}` });
      close(statusOf(entry, kernel.clock), error);
    }
  };
  const finish = (): void => {
    cancelTick();
    operation.signal?.removeEventListener("abort", abandon);
    resolve(pursuits.flatMap(({ entry }) => rows.get(entry.id) ?? []));
  };
  let cancelTick = kernel.clock.callAt(kernel.clock.monotonicMs() + progress.firstMs, tick);

  for (const pursuit of pursuits) {
    open.set(pursuit.entry.id, pursuit);
    const watcher = (): void => look(pursuit);
    watchers.set(pursuit.entry.id, watcher);
    watch(pursuit.entry, watcher);
  }
  for (const pursuit of pursuits) look(pursuit);
  if (pursuits.length === 0) finish();
  else if (operation.signal?.aborted === true) abandon();
  else operation.signal?.addEventListener("abort", abandon);
  return promise;
}
