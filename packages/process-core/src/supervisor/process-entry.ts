import type { Instance } from "../model/instance.ts";
import type { ProcessDefinition } from "../model/process-definition.ts";
import type { TimerName } from "../effects.ts";
import type { Situation } from "../states.ts";
import type { SaveOutcome } from "./store-writer.ts";

/** What the supervisor holds of one process. Changed only by the kernel, apart from what says otherwise. */
export interface ProcessEntry {
  readonly id: string;
  definition: ProcessDefinition;
  situation: Situation;
  /** The number of its last event. */
  sequence: number;
  /** Grows with each request of a person; whoever acts for an older one gives up. Changed by operations. */
  request: number;
  /** It runs and is to be replaced when its turn comes; those that depend on it wait for the new instance. Changed by the restart operation. */
  awaitsRestart: boolean;
  /** It is no longer configured and forgotten as soon as nothing of it is left. */
  leaving: boolean;
  /** Forgotten: late news of it go nowhere. */
  gone: boolean;
  /** The latest save that has to outlast a power cut; null when there was none, or it is done. */
  saved: Promise<SaveOutcome> | null;
  /** The latest save of all, in the same way; never rejects. */
  latestSave: Promise<SaveOutcome> | null;
  /** What its instance was launched with, as `digestOfProgram` tells it; null when that is not known. Changed by launch and adoption. */
  runs: string | null;
  /** Since when (wall clock) an instance of an earlier daemon is known to be launched with what is configured no longer; null: it is not. Changed by adoption and launch. */
  outdatedSince: number | null;
  /** The token of a launch that is under way. Changed when a launch is decided on and when it has led to an instance, which has it too. */
  launchToken: string | null;
  /** Told after each change; null while nobody is. Changed by {@link watch} and {@link unwatch}. */
  watchers: Set<() => void> | null;
  /** What cancels each timer that is set. */
  timers: readonly { readonly name: TimerName; readonly cancel: () => void }[];
  /** The names whose progress it waits for, while it waits. */
  waitsFor: readonly string[];
  /** When each of its hooks ran, by index; monotonic; null when none did. */
  hookRuns: Map<number, number[]> | null;
}

/** Makes the entry of a process. */
export function createEntry(
  definition: ProcessDefinition,
  situation: Situation,
  sequence: number,
): ProcessEntry {
  return {
    id: definition.id,
    definition,
    situation,
    sequence,
    request: 0,
    awaitsRestart: false,
    leaving: false,
    gone: false,
    saved: null,
    latestSave: null,
    runs: null,
    outdatedSince: null,
    launchToken: null,
    watchers: null,
    timers: none,
    waitsFor: [],
    hookRuns: null,
  };
}

// Thousands of processes are at rest: an empty collection for each would take more room than the rest of the entry.
const none: ProcessEntry["timers"] = [];

/** Has a function told after each change of a process. */
export function watch(entry: ProcessEntry, watcher: () => void): void {
  entry.watchers ??= new Set();
  entry.watchers.add(watcher);
}

/** Ends {@link watch}. */
export function unwatch(entry: ProcessEntry, watcher: () => void): void {
  entry.watchers?.delete(watcher);
  if (entry.watchers?.size === 0) entry.watchers = null;
}

/** The instance of a process that is up or being ended; null when there is none, or none yet. */
export function instanceOf({ state }: Situation): Instance | null {
  return state.kind === "running" || state.kind === "stopping" ? state.instance : null;
}

/** Whether it is being launched and nothing is known yet of what comes of it. */
export function isLaunching({ state }: Situation): boolean {
  return state.kind === "starting" || (state.kind === "stopping" && state.phase === "launching");
}

/** Whether something of the process exists or is just being launched. */
export function isOccupied({ state }: Situation): boolean {
  return state.kind === "starting" || state.kind === "running" || state.kind === "stopping";
}

/** Whether a process does not end whatever is done. */
export function isStuck({ state }: Situation): boolean {
  return state.kind === "stopping" && state.phase === "stuck";
}
