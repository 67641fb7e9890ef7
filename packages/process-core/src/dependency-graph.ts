import { dpmError } from "@dpm/errors";
import type { ProcessDefinition } from "./model/process-definition.ts";
import { createPriorityQueue } from "./priority-queue.ts";

/**
 * What comes before what. Names in definitions mean an id, a base id or a group; a name that means several gets a node
 * of its own between them and whatever depends on them, so that a thousand members and a thousand dependents are two thousand edges, not a million.
 */
export interface DependencyGraph {
  /** All ids, each after everything it depends on, low priority numbers first where that leaves a choice. */
  readonly order: readonly string[];
  /** The place of an id in the order. */
  readonly rankOf: (id: string) => number;
  /** The ids that a name means; empty for an unknown one. */
  readonly idsOf: (name: string) => readonly string[];
  /** The names that mean this id: itself, its base id, its group. */
  readonly namesOf: (id: string) => readonly string[];
  /** The names it has to be started after without needing them: its `after`, and whoever says `before` of it. */
  readonly orderNamesOf: (id: string) => readonly string[];
  /** The ids that are part of one: stopped and restarted with it. */
  readonly partsOf: (id: string) => readonly string[];
  /** @internal Nodes behind a node; ids are nodes of their own name. */
  readonly successorsOf: (node: string) => readonly string[];
  /** @internal Nodes before a node. */
  readonly predecessorsOf: (node: string) => readonly string[];
  /** @internal Whether a node stands for a process. */
  readonly isProcess: (node: string) => boolean;
}

// Ids hold letters, digits, dots, dashes and underscores only, so these prefixes can't meet one.
const allOf = (name: string): string => `all:${name}`;
const beforeAllOf = (name: string): string => `before:${name}`;

/** Builds the graph. Throws `ERR_DPM_PROCESS_DUPLICATE_ID` and `ERR_DPM_PROCESS_DEPENDENCY_CYCLE`. */
export function createDependencyGraph(definitions: readonly ProcessDefinition[]): DependencyGraph {
  const byId = new Map<string, ProcessDefinition>();
  const members = new Map<string, string[]>();
  for (const definition of definitions) {
    if (byId.has(definition.id))
      throw dpmError("ERR_DPM_PROCESS_DUPLICATE_ID", { id: definition.id });
    byId.set(definition.id, definition);
    for (const name of namesOfDefinition(definition))
      if (name !== definition.id) append(members, name, definition.id);
  }
  // That an id means itself goes without saying, and without room for each.
  const idsOf = (name: string): readonly string[] => {
    const others = members.get(name) ?? none;
    return byId.has(name) ? [name, ...others] : others;
  };
  const successors = new Map<string, string[]>();
  const predecessors = new Map<string, string[]>();
  const parts = new Map<string, string[]>();
  const befores = new Map<string, string[]>();
  const nodes = new Set<string>(byId.keys());
  const link = (from: string, to: string): void => {
    append(successors, from, to);
    append(predecessors, to, from);
  };
  /** The node of a name on one side of an edge; made when it is first needed. */
  const nodeOf = (name: string, side: "all" | "before"): string | null => {
    const ids = idsOf(name);
    if (ids.length <= 1) return ids[0] ?? null;
    const node = side === "all" ? allOf(name) : beforeAllOf(name);
    if (!nodes.has(node)) {
      nodes.add(node);
      for (const id of ids) {
        if (side === "all") link(id, node);
        else link(node, id);
      }
    }
    return node;
  };
  for (const definition of definitions) {
    const firsts = new Set([...definition.requires, ...definition.wants, ...definition.after]);
    for (const name of firsts) {
      const node = nodeOf(name, "all");
      if (node !== null) link(node, definition.id);
    }
    for (const name of new Set(definition.before)) {
      append(befores, name, definition.id);
      const node = nodeOf(name, "before");
      if (node !== null) link(definition.id, node);
    }
    for (const name of new Set(definition.partOf)) append(parts, name, definition.id);
  }
  const order = orderOf({ nodes, successors, predecessors, byId });
  const ranks = new Map(order.map((id, rank) => [id, rank]));
  const collect = (map: ReadonlyMap<string, readonly string[]>, id: string): readonly string[] =>
    map.size === 0 ? none : [...new Set(namesOf(id).flatMap((name) => map.get(name) ?? []))];
  const namesOf = (id: string): readonly string[] => {
    const definition = byId.get(id);
    return definition === undefined ? [id] : namesOfDefinition(definition);
  };
  return {
    order,
    rankOf: (id) => ranks.get(id) ?? Number.POSITIVE_INFINITY,
    idsOf,
    namesOf,
    orderNamesOf: (id) => {
      const after = byId.get(id)?.after ?? none;
      const reversed = collect(befores, id);
      return reversed.length === 0 ? after : [...new Set([...after, ...reversed])];
    },
    partsOf: (id) => collect(parts, id).filter((part) => part !== id),
    successorsOf: (node) => successors.get(node) ?? none,
    predecessorsOf: (node) => predecessors.get(node) ?? none,
    isProcess: (node) => byId.has(node),
  };
}

const none: readonly string[] = [];

interface Edges {
  readonly nodes: ReadonlySet<string>;
  readonly successors: ReadonlyMap<string, readonly string[]>;
  readonly predecessors: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, ProcessDefinition>;
}

function orderOf({ nodes, successors, predecessors, byId }: Edges): string[] {
  const open = new Map<string, number>();
  const queue = createPriorityQueue<string>();
  const priorityOf = (node: string): number => byId.get(node)?.priority ?? Number.NEGATIVE_INFINITY;
  for (const node of nodes) {
    const count = predecessors.get(node)?.length ?? 0;
    if (count === 0) queue.push(node, priorityOf(node));
    else open.set(node, count);
  }
  const order: string[] = [];
  for (let node = queue.pop(); node !== null; node = queue.pop()) {
    if (byId.has(node)) order.push(node);
    for (const next of successors.get(node) ?? none) {
      const left = (open.get(next) ?? 0) - 1;
      if (left > 0) open.set(next, left);
      else {
        open.delete(next);
        queue.push(next, priorityOf(next));
      }
    }
  }
  if (open.size > 0)
    throw dpmError("ERR_DPM_PROCESS_DEPENDENCY_CYCLE", { path: findCycle(open, predecessors) });
  return order;
}

/** Walks backwards among the nodes that never became free: each has a predecessor among them, so the walk meets itself. */
function findCycle(
  open: ReadonlyMap<string, number>,
  predecessors: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const path: string[] = [];
  const seen = new Map<string, number>();
  let node = open.keys().next().value;
  while (node !== undefined && !seen.has(node)) {
    seen.set(node, path.length);
    path.push(node);
    node = predecessors.get(node)?.find((before) => open.has(before));
  }
  const cycle = node === undefined ? path : [...path.slice(seen.get(node) ?? 0), node];
  return cycle.map((name) => name.replace(/^(?:all|before):/u, ""));
}

function namesOfDefinition(definition: ProcessDefinition): readonly string[] {
  const names = [definition.id];
  if (definition.baseId !== definition.id) names.push(definition.baseId);
  if (definition.group !== null && !names.includes(definition.group)) names.push(definition.group);
  return names;
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
