import type { Problem } from "../source/problem.ts";
import { formatPlace } from "../values/format-place.ts";
import type { ResolvedProcess } from "./resolved-process.ts";

/** That something starts only after something else, and why. */
interface Edge {
  readonly to: string;
  /** The process that says so, and by which key; null for what follows from being in a group. */
  readonly said: { readonly process: ResolvedProcess; readonly key: OrderKey } | null;
}

type OrderKey = "requires" | "wants" | "after" | "before";

const laterThan = ["requires", "wants", "after"] as const;

/**
 * Reports each cycle of `requires`, `wants`, `after` and `before` once, with the place of every step.
 * Groups are nodes of their own, so that an order between two large groups costs no edge for each pair.
 */
export function reportCycles(
  processes: readonly ResolvedProcess[],
  groups: readonly string[],
  report: (problem: Problem) => void,
): void {
  const graph = orderGraph(processes, new Set(groups));
  const done = new Set<string>();
  for (const start of graph.keys()) {
    walk({ start, graph, done }, (cycle) => {
      reportCycle(cycle, report);
    });
  }
}

function orderGraph(
  processes: readonly ResolvedProcess[],
  groups: ReadonlySet<string>,
): ReadonlyMap<string, readonly Edge[]> {
  const graph = new Map<string, Edge[]>();
  const members = Map.groupBy(processes, ({ group }) => group ?? "");
  const link = (from: string, edge: Edge): void => {
    const edges = graph.get(from);
    if (edges === undefined) {
      graph.set(from, [edge]);
    } else {
      edges.push(edge);
    }
  };
  for (const process of processes) {
    const { dependencies, group } = process;
    // Its own group means the other members.
    const targets = (
      names: readonly string[],
      nodeOf: (name: string) => string,
    ): readonly string[] =>
      names.flatMap((name) => {
        if (!groups.has(name)) {
          return [idNode(name)];
        }
        const others = members.get(name)?.filter(({ id }) => id !== process.id) ?? [];
        return name === group ? others.map(({ id }) => idNode(id)) : [nodeOf(name)];
      });
    for (const key of laterThan) {
      for (const to of targets(dependencies[key], allOf)) {
        link(idNode(process.id), { to, said: { process, key } });
      }
    }
    for (const from of targets(dependencies.before, anyOf)) {
      link(from, { to: idNode(process.id), said: { process, key: "before" } });
    }
  }
  for (const [group, of] of members) {
    for (const { id } of graph.size === 0 || group === "" ? [] : of) {
      link(allOf(group), { to: idNode(id), said: null });
      link(idNode(id), { to: anyOf(group), said: null });
    }
  }
  return graph;
}

function idNode(id: string): string {
  return `id ${id}`;
}

/** Reached when something waits for all of a group. */
function allOf(group: string): string {
  return `all ${group}`;
}

/** Reached from every member of a group that something else comes before. */
function anyOf(group: string): string {
  return `any ${group}`;
}

interface Walk {
  readonly start: string;
  readonly graph: ReadonlyMap<string, readonly Edge[]>;
  /** Nodes from which no cycle is left to be found. */
  readonly done: Set<string>;
}

/** Depth first without recursion: chains of 20,000 processes are possible. */
function walk({ start, graph, done }: Walk, found: (cycle: readonly Edge[]) => void): void {
  const path: { readonly node: string; readonly by: Edge | null; next: number }[] = [];
  const depths = new Map<string, number>();
  const enter = (node: string, by: Edge | null): void => {
    depths.set(node, path.length);
    path.push({ node, by, next: 0 });
  };
  if (!done.has(start)) {
    enter(start, null);
  }
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const edge = graph.get(top.node)?.[top.next++];
    if (edge === undefined) {
      done.add(top.node);
      depths.delete(top.node);
      path.pop();
      continue;
    }
    const depth = depths.get(edge.to);
    if (depth !== undefined) {
      found([...path.slice(depth + 1).flatMap(({ by }) => by ?? []), edge]);
    } else if (!done.has(edge.to)) {
      enter(edge.to, edge);
    }
  }
}

function reportCycle(cycle: readonly Edge[], report: (problem: Problem) => void): void {
  const steps = cycle.flatMap(({ said }) => said ?? []);
  const [first] = steps;
  if (first === undefined) {
    return;
  }
  const shown = steps.map((step) => {
    const { process, key } = step;
    return `${process.id} ${key} ${process.values[key].join(" ")} (${formatPlace(placeOf(step))})`;
  });
  report({ at: placeOf(first), message: `the order of starts has a cycle: ${shown.join(", ")}` });
}

function placeOf({ process, key }: NonNullable<Edge["said"]>): Problem["at"] {
  return process.stack.placeOf(key, process.node);
}
