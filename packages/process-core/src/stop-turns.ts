import type { DependencyGraph } from "./dependency-graph.ts";

/** Whose turn it is to stop: first those on which no other one of the set depends. */
export interface StopTurns {
  /** Those that may stop at once. */
  readonly first: readonly string[];
  /** Tells that one is gone; answers with those whose turn has come by it. */
  done(id: string): readonly string[];
}

/** Plans the stop of a set in reverse order of dependency; what is not in the set is not waited for. */
export function planStopTurns(graph: DependencyGraph, ids: ReadonlySet<string>): StopTurns {
  const open = new Map<string, number>();
  // A process that has just been removed is in the set and no longer in the graph.
  const isProcess = (node: string): boolean => ids.has(node) || graph.isProcess(node);
  const visit = (node: string): void => {
    if (open.has(node)) return;
    let count = 0;
    open.set(node, count);
    for (const next of graph.successorsOf(node)) {
      if (!belongs(next)) continue;
      count += 1;
      if (!isProcess(next)) visit(next);
    }
    open.set(node, count);
  };
  const belongs = (node: string): boolean => !isProcess(node) || ids.has(node);
  const finished = new Set<string>();
  /** Frees what was waiting for a node; a node that stands for a name is gone as soon as it is free. */
  const free = (node: string, turns: string[]): void => {
    if (finished.has(node)) return;
    finished.add(node);
    for (const before of graph.predecessorsOf(node)) {
      const count = open.get(before);
      if (count === undefined) continue;
      open.set(before, count - 1);
      if (count > 1) continue;
      if (isProcess(before)) turns.push(before);
      else free(before, turns);
    }
  };
  for (const id of ids) visit(id);
  const first: string[] = [];
  for (const [node, count] of Array.from(open)) {
    if (count > 0) continue;
    if (isProcess(node)) first.push(node);
    else free(node, first);
  }
  const byRank = (list: string[]): readonly string[] =>
    list.toSorted((left, right) => graph.rankOf(right) - graph.rankOf(left));
  return {
    first: byRank(first),
    done: (id) => {
      const turns: string[] = [];
      free(id, turns);
      return byRank(turns);
    },
  };
}
