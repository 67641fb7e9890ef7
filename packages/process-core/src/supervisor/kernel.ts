import type { ProcessEvent } from "../events.ts";
import type { DependencyGraph } from "../dependency-graph.ts";
import type { Engine } from "../ports/engine.ts";
import type { Clock, Random } from "../ports/clock.ts";
import type { StoredEvent } from "../ports/state-store.ts";
import type { Situation } from "../states.ts";
import { nextStep } from "../transitions.ts";
import type { Context, Moved } from "../transitions/cell.ts";
import type { Effect } from "../effects.ts";
import type { DependencyGate } from "./dependency-gate.ts";
import { instanceOf, isLaunching, type ProcessEntry } from "./process-entry.ts";
import type { StoreWriter } from "./store-writer.ts";
import { toStored } from "./stored-process.ts";
import { messageOf, type TroubleLog } from "./trouble-log.ts";

/** What the kernel is made of. */
export interface KernelParts {
  readonly clock: Clock;
  readonly engine: Engine;
  readonly random: Random;
  readonly bootId: string;
  readonly writer: StoreWriter;
  readonly troubles: TroubleLog;
  readonly gate: DependencyGate;
  readonly runEffect: (entry: ProcessEntry, effect: Effect) => void;
}

/** Holds all processes, and is the one place where one of them changes. */
export interface Kernel {
  readonly clock: Clock;
  readonly engine: Engine;
  readonly troubles: TroubleLog;
  readonly writer: StoreWriter;
  readonly entries: Map<string, ProcessEntry>;
  graph: DependencyGraph;
  /** Nothing starts any more. */
  closing: boolean;
  /** Nothing happens any more: the processes run on alone. */
  detached: boolean;
  /** Lets an event happen, and all that follows from it at once. Events that arise meanwhile happen after it, in their order. */
  dispatch(entry: ProcessEntry, event: ProcessEvent): void;
  /** Looks again at how far a process is, after something beside its situation changed. */
  reconsider(entry: ProcessEntry): void;
  /** Takes a new graph and definitions in force. */
  regraph(graph: DependencyGraph): void;
  /** Writes down what is about to be done with a process; false when that has to wait for its being saved. */
  noteIntent(entry: ProcessEntry): boolean;
  /** Writes into the history what changed no situation. */
  record(
    entry: ProcessEntry,
    note: { readonly cause: string; readonly actor: string | null },
  ): void;
  subscribe(listener: (event: StoredEvent) => void): () => void;
}

/** Makes the kernel; `graph` is that of no processes. */
export function createKernel(parts: KernelParts, graph: DependencyGraph): Kernel {
  const { clock, engine, gate, troubles, writer } = parts;
  const entries = new Map<string, ProcessEntry>();
  const listeners = new Set<(event: StoredEvent) => void>();
  const queue: { readonly entry: ProcessEntry; readonly event: ProcessEvent }[] = [];
  let isDraining = false;

  const guard = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      troubles.report("internal", `${what}: ${messageOf(error)}`);
    }
  };

  const contextOf = (entry: ProcessEntry): Context => ({
    definition: entry.definition,
    nowMs: clock.monotonicMs(),
    wallMs: clock.wallMs(),
    chance: parts.random(),
    gate: gate.gateOf(entry),
    closing: kernel.closing,
  });

  const handle = (entry: ProcessEntry, event: ProcessEvent): void => {
    if (entry.gone || kernel.detached) return;
    const step = nextStep(entry.situation, event, contextOf(entry));
    if (step.kind === "illegal" && step.code === "ERR_DPM_PROCESS_ILLEGAL_EVENT") {
      troubles.report(
        "internal",
        `${entry.id} is ${entry.situation.state.kind}, where "${event.kind}" can't happen`,
      );
    }
    if (step.kind === "moved") apply(entry, step);
  };

  /** The one place where the situation of a process changes: acts, saves, publishes and wakes whoever waits for it. */
  const apply = (entry: ProcessEntry, step: Moved): void => {
    const before = entry.situation;
    entry.situation = step.situation;
    const run = (effect: Effect): void =>
      guard(`${entry.id}: ${effect.kind}`, () => parts.runEffect(entry, effect));
    const ends = step.effects.filter(isEnd);
    for (const effect of step.effects) if (!isEnd(effect)) run(effect);
    const isNews = isWorthAnEvent(before, step.situation);
    if (isNews) publish(entry, before, step);
    // If the daemon died now, an end that is not written down would be taken for the process' own, and what a new instance that
    // is not has left behind for that instance. A store that fails is no reason not to go on.
    if (isNews && (ends.length > 0 || isBirth(before, step.situation))) kernel.noteIntent(entry);
    for (const effect of ends) run(effect);
    reconsider(entry);
    // Who is satisfied leaves the set meanwhile; a Set bears that.
    for (const watcher of entry.watchers ?? []) guard(`${entry.id}: watcher`, watcher);
  };

  const publish = (
    entry: ProcessEntry,
    before: Situation,
    note: Pick<Moved, "cause" | "actor">,
  ): void => {
    const after = entry.situation;
    entry.sequence += 1;
    const event: StoredEvent = {
      id: entry.id,
      sequence: entry.sequence,
      at: Math.round(clock.wallMs()),
      monotonicMs: Math.round(clock.monotonicMs()),
      from: before.state.kind,
      to: after.state.kind,
      pid: (instanceOf(after) ?? instanceOf(before))?.pid ?? null,
      exit: after.lastExit === before.lastExit ? null : (after.lastExit?.report ?? null),
      cause: note.cause,
      actor: note.actor,
    };
    const durable =
      before.desired !== after.desired || before.stoppedByRequest !== after.stoppedByRequest;
    const outcome = writer.write({
      id: entry.id,
      snapshot: () => toStored(entry, parts),
      event,
      durable,
    });
    entry.latestSave = outcome;
    if (durable) entry.saved = outcome;
    void outcome.then(({ kind }) => {
      // What is saved nobody has to wait for any more.
      if (kind === "failed") return;
      if (entry.latestSave === outcome) entry.latestSave = null;
      if (entry.saved === outcome) entry.saved = null;
    });
    for (const listener of listeners) guard("listener", () => listener(event));
  };

  const reconsider = (entry: ProcessEntry): void => {
    for (const id of gate.note(entry)) {
      const waiter = entries.get(id);
      if (waiter !== undefined) kernel.dispatch(waiter, { kind: "dependency-changed" });
    }
  };

  const kernel: Kernel = {
    clock,
    engine,
    troubles,
    writer,
    entries,
    graph,
    closing: false,
    detached: false,
    dispatch: (entry, event) => {
      queue.push({ entry, event });
      if (isDraining) return;
      isDraining = true;
      try {
        // Indexed instead of shifted: a thousand events must not move the rest of the queue a thousand times.
        for (let index = 0; index < queue.length; index += 1) {
          const next = queue[index];
          if (next !== undefined)
            guard(`${next.entry.id}: ${next.event.kind}`, () => handle(next.entry, next.event));
        }
      } finally {
        queue.length = 0;
        isDraining = false;
      }
    },
    reconsider,
    regraph: (next) => {
      kernel.graph = next;
      gate.reset(next, entries.values());
      for (const entry of entries.values()) {
        if (entry.situation.state.kind === "waiting")
          kernel.dispatch(entry, { kind: "dependency-changed" });
      }
    },
    noteIntent: (entry) => {
      const stored = toStored(entry, parts);
      const { ending } = stored;
      return writer.noteIntent(
        ending?.step === "told" ? { ...stored, ending: { ...ending, step: "begun" } } : stored,
      );
    },
    record: (entry, note) => publish(entry, entry.situation, note),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return kernel;
}

function isBirth(before: Situation, after: Situation): boolean {
  return isLaunching(before) && instanceOf(after) !== null;
}

function isEnd({ kind }: Effect): boolean {
  return kind === "signal" || kind === "kill-tree";
}

/** Everything that a client or the next daemon could see; the looks at a draining tree are not among it. */
function isWorthAnEvent(before: Situation, after: Situation): boolean {
  if (
    before.desired !== after.desired ||
    before.ready !== after.ready ||
    before.health !== after.health ||
    before.launch !== after.launch ||
    before.stoppedByRequest !== after.stoppedByRequest ||
    before.restarts !== after.restarts ||
    before.lastExit !== after.lastExit
  ) {
    return true;
  }
  const [from, to] = [before.state, after.state];
  if (from.kind !== to.kind) return true;
  if (from.kind === "stopping" && to.kind === "stopping") {
    return (
      from.phase !== to.phase || from.instance !== to.instance || from.startAfter !== to.startAfter
    );
  }
  return from.kind === "waiting" && to.kind === "waiting" && from.failure !== to.failure;
}
