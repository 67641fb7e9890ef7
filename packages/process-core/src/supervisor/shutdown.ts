import { runInStopOrder } from "../operations/stop-run.ts";
import type { Kernel } from "./kernel.ts";
import type { ProbeRunner } from "./probe-runner.ts";
import {
  instanceOf,
  isOccupied,
  isStuck,
  type ProcessEntry,
  unwatch,
  watch,
} from "./process-entry.ts";
import type { SpawnQueue } from "./spawn-queue.ts";
import type { ShutdownReport } from "./supervisor-api.ts";
import { cancelAllTimers } from "./timer-events.ts";

/** What a shutdown works with. */
export interface ShutdownTools {
  readonly kernel: Kernel;
  readonly probes: ProbeRunner;
  readonly spawns: SpawnQueue;
}

/** Lets the processes run on and turns away from them, once what is being launched is known and saved. */
export async function detach({ kernel, probes, spawns }: ShutdownTools): Promise<ShutdownReport> {
  kernel.closing = true;
  spawns.clear();
  await spawns.idle();
  kernel.detached = true;
  for (const entry of kernel.entries.values()) {
    cancelAllTimers(entry);
    probes.stop(entry);
  }
  await kernel.writer.flush();
  return { survivors: [] };
}

/** Begins to stop everything in order; what is wanted stays wanted, for the next daemon. */
export function beginShutdown({ kernel }: ShutdownTools): void {
  kernel.closing = true;
  const entries = [...kernel.entries.values()];
  runInStopOrder(kernel, entries, {
    begin: (entry) =>
      kernel.dispatch(entry, { kind: "stop-requested", actor: null, reason: "shutdown" }),
    isDone: isOver,
  });
}

/** Resolves when everything is gone or can't be ended. After `timeoutMs` no more politeness. */
export async function finishShutdown(
  { kernel }: ShutdownTools,
  timeoutMs: number,
): Promise<ShutdownReport> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const open = new Set([...kernel.entries.values()].filter((entry) => !isOver(entry)));
  let isLate = false;
  for (const entry of open) {
    const look = (): void => {
      // Also what was still being launched when the time was over.
      if (isLate) hurry(kernel, entry);
      if (!isOver(entry)) return;
      unwatch(entry, look);
      open.delete(entry);
      if (open.size === 0) resolve();
    };
    watch(entry, look);
  }
  if (open.size === 0) resolve();
  const cancel = Number.isFinite(timeoutMs)
    ? kernel.clock.callAt(kernel.clock.monotonicMs() + timeoutMs, () => {
        isLate = true;
        for (const entry of open) hurry(kernel, entry);
      })
    : () => undefined;
  await promise;
  cancel();
  for (const entry of kernel.entries.values()) cancelAllTimers(entry);
  await kernel.writer.flush();
  return {
    survivors: [...kernel.entries.values()].flatMap(({ id, situation }) =>
      situation.state.kind === "stopping" ? [{ id, pids: situation.state.survivors }] : [],
    ),
  };
}

function hurry(kernel: Kernel, entry: ProcessEntry): void {
  const { state } = entry.situation;
  if (state.kind !== "stopping")
    kernel.dispatch(entry, { kind: "stop-requested", actor: null, reason: "shutdown" });
  else if (state.phase !== "terminating" && state.phase !== "draining") return;
  if (instanceOf(entry.situation) === null) return;
  kernel.dispatch(entry, { kind: "stop-timed-out", launch: entry.situation.launch });
}

function isOver(entry: ProcessEntry): boolean {
  return !isOccupied(entry.situation) || isStuck(entry.situation);
}
