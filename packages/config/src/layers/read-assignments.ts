import type { Key } from "../keys/key.ts";
import type { SourceNode } from "../source/source-node.ts";
import type { KeyedNodes } from "../values/group-entries.ts";
import {
  assign,
  type Assignment,
  type Assignments,
  noAssignments,
  type Speaker,
} from "./assignment.ts";

/** The values that an element gives to the keys of a table; other entries, and keys without a value, are left out. */
export function readAssignments(
  groups: ReadonlyMap<string, KeyedNodes>,
  table: Readonly<Record<string, Key<unknown>>>,
  speaker: Speaker,
): Assignments {
  const assignments = new Map<string, Assignment>();
  for (const [name, { at, nodes }] of groups) {
    const key = table[name];
    // Kept as it is where it can be: a filtered array has spare room, and there are many of them.
    const given = nodes.every(isGiven) ? nodes : nodes.filter(isGiven);
    if (key !== undefined && given.length > 0) {
      assignments.set(name, assign(key, { key: name, place: at, nodes: given, speaker }));
    }
  }
  return assignments.size === 0 ? noAssignments : assignments;
}

function isGiven(node: SourceNode): boolean {
  return node.kind !== "scalar" || node.value !== null;
}
