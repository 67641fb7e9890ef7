import { createProgressBoard, type ProgressBoard, progressOf } from "../dependency-progress.ts";
import type { DependencyGraph } from "../dependency-graph.ts";
import type { Gate } from "../transitions/cell.ts";
import type { ProcessEntry } from "./process-entry.ts";

/** Knows who waits for whom; every look and every change costs only what it concerns. */
export interface DependencyGate {
  /** Takes a new configuration's graph and looks at everything anew. */
  reset(graph: DependencyGraph, entries: Iterable<ProcessEntry>): void;
  /** How the dependencies of a process stand. */
  gateOf(entry: ProcessEntry): Gate;
  /** Notes how far a process is now; answers with the ids of those who wait for a change of it. */
  note(entry: ProcessEntry): readonly string[];
}

const open: Gate = { kind: "open" };

/** Makes a gate for a graph. */
export function createDependencyGate(initial: DependencyGraph): DependencyGate {
  let graph = initial;
  let board: ProgressBoard = createProgressBoard(graph.namesOf);
  const waiters = new Map<string, Set<string>>();

  const noteProgress = (entry: ProcessEntry): readonly string[] =>
    board.note(
      entry.id,
      entry.awaitsRestart
        ? { kind: "pending" }
        : progressOf(entry.situation, entry.definition.enabled),
    );
  const noteWaiting = (entry: ProcessEntry): void => {
    const waits = entry.situation.state.kind === "waiting" && !entry.gone;
    const names = waits ? namesOfInterest(entry) : none;
    if (names.length === 0 && entry.waitsFor.length === 0) return;
    for (const name of entry.waitsFor) waiters.get(name)?.delete(entry.id);
    for (const name of names) {
      const set = waiters.get(name) ?? new Set();
      waiters.set(name, set.add(entry.id));
    }
    entry.waitsFor = names;
  };
  const namesOfInterest = ({ definition, id }: ProcessEntry): readonly string[] => [
    ...new Set([...definition.requires, ...definition.wants, ...graph.orderNamesOf(id)]),
  ];

  return {
    reset: (next, entries) => {
      graph = next;
      board = createProgressBoard(graph.namesOf);
      waiters.clear();
      for (const entry of entries) {
        entry.waitsFor = none;
        noteProgress(entry);
        noteWaiting(entry);
      }
    },
    gateOf: (entry) => {
      const { requires, wants } = entry.definition;
      const orderNames = graph.orderNamesOf(entry.id);
      if (requires.length === 0 && wants.length === 0 && orderNames.length === 0) return open;
      const by = new Set<string>();
      const causes: string[] = [];
      for (const name of requires) {
        const sum = board.sumOf(name);
        if (sum === null) causes.push(`requires ${name}, which does not exist`);
        else if (sum.failed !== null)
          causes.push(`requires ${phraseOf(name, sum.failed.id)}, which ${sum.failed.why}`);
        if (sum === null || sum.failed !== null || sum.isPending) by.add(name);
      }
      for (const name of [...wants, ...orderNames])
        if (board.sumOf(name)?.isPending === true) by.add(name);
      const cause = causes[0];
      if (cause !== undefined) return { kind: "failed", by: [...by], cause };
      return by.size === 0 ? open : { kind: "waiting", by: [...by] };
    },
    note: (entry) => {
      noteWaiting(entry);
      const changed = noteProgress(entry);
      if (changed.length === 0) return none;
      const ids = new Set<string>();
      for (const name of changed) for (const id of waiters.get(name) ?? none) ids.add(id);
      return [...ids];
    },
  };
}

const none: readonly string[] = [];

function phraseOf(name: string, failedId: string): string {
  return name === failedId ? name : `${name} with ${failedId}`;
}
