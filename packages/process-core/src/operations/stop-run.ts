import type { DependencyGraph } from "../dependency-graph.ts";
import { planStopTurns } from "../stop-turns.ts";
import type { Kernel } from "../supervisor/kernel.ts";
import { type ProcessEntry, unwatch, watch } from "../supervisor/process-entry.ts";

/** What happens to each process of an ordered stop. */
export interface StopRun {
  /** Its turn is still to come; called for all of these before any begins. */
  readonly hold?: (entry: ProcessEntry) => void;
  /** Its turn has come. */
  readonly begin: (entry: ProcessEntry) => void;
  /** Whether those it depends on may go on; asked after each of its events. */
  readonly isDone: (entry: ProcessEntry) => boolean;
  /** Whose order counts; the one in force unless told. */
  readonly graph?: DependencyGraph;
}

/** Carries a stop through a set of processes in reverse order of dependency; runs on whether or not anybody waits for it. */
export function runInStopOrder(
  kernel: Kernel,
  entries: readonly ProcessEntry[],
  run: StopRun,
): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const turns = planStopTurns(run.graph ?? kernel.graph, new Set(byId.keys()));
  const begin = (ids: readonly string[]): void => {
    // A list instead of recursion: a chain of a thousand that are all gone already must not overflow the stack.
    const open = [...ids];
    for (const id of open) {
      const entry = byId.get(id);
      if (entry === undefined) continue;
      run.begin(entry);
      if (run.isDone(entry)) open.push(...turns.done(id));
      else awaitEnd(entry);
    }
  };
  const awaitEnd = (entry: ProcessEntry): void => {
    const look = (): void => {
      if (!run.isDone(entry)) return;
      unwatch(entry, look);
      begin(turns.done(entry.id));
    };
    watch(entry, look);
  };
  const firsts = new Set(turns.first);
  for (const entry of entries) if (!firsts.has(entry.id)) run.hold?.(entry);
  begin(turns.first);
}

/** The entries, and all that is part of one of them, directly or not. */
export function withParts(kernel: Kernel, entries: readonly ProcessEntry[]): ProcessEntry[] {
  const all = new Set(entries);
  const open = [...entries];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    for (const id of kernel.graph.partsOf(entry.id)) {
      const part = kernel.entries.get(id);
      if (part === undefined || all.has(part)) continue;
      all.add(part);
      open.push(part);
    }
  }
  return [...all];
}
