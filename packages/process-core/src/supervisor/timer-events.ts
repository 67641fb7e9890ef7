import type { Effect, TimerName } from "../effects.ts";
import type { ProcessEvent } from "../events.ts";
import type { Engine } from "../ports/engine.ts";
import { instanceOf, type ProcessEntry } from "./process-entry.ts";
import type { Kernel } from "./kernel.ts";

/** Sets the timer of one name, in place of one of the same name. */
export function setTimer(
  { kernel, engine }: { readonly kernel: Kernel; readonly engine: Engine },
  entry: ProcessEntry,
  effect: Extract<Effect, { readonly kind: "set-timer" }>,
): void {
  cancelTimer(entry, effect.name);
  const cancel = kernel.clock.callAt(effect.atMs, () => {
    dropTimer(entry, effect.name);
    kernel.dispatch(
      entry,
      eventOf(effect.name, effect.launch, () => isTreeAlive(engine, entry)),
    );
  });
  entry.timers = [...entry.timers, { name: effect.name, cancel }];
}

/** Cancels the timer of one name, if it is set. */
export function cancelTimer(entry: ProcessEntry, name: TimerName): void {
  entry.timers.find((timer) => timer.name === name)?.cancel();
  dropTimer(entry, name);
}

function dropTimer(entry: ProcessEntry, name: TimerName): void {
  if (entry.timers.length > 0) entry.timers = entry.timers.filter((timer) => timer.name !== name);
}

/** Cancels every timer of a process. */
export function cancelAllTimers(entry: ProcessEntry): void {
  for (const { cancel } of entry.timers) cancel();
  entry.timers = [];
}

function isTreeAlive(engine: Engine, entry: ProcessEntry): boolean {
  const instance = instanceOf(entry.situation);
  return instance !== null && engine.isTreeAlive(instance);
}

function eventOf(name: TimerName, launch: number, treeAlive: () => boolean): ProcessEvent {
  switch (name) {
    case "backoff":
      return { kind: "backoff-elapsed" };
    case "start-timeout":
      return { kind: "ready-timed-out", launch };
    case "stop-timeout":
      return { kind: "stop-timed-out", launch };
    case "tree-check":
      return { kind: "tree-checked", launch, treeAlive: treeAlive() };
    case "kill-retry":
      return { kind: "kill-due", launch };
    case "exit-overdue":
      return { kind: "exit-overdue", launch };
  }
}
