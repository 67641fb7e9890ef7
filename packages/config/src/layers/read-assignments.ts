import { dirname } from "node:path";
import type { Key } from "../keys/key.ts";
import type { Layer } from "../model/origin.ts";
import type { Problem } from "../source/problem.ts";
import type { SourceFile } from "../source/source-node.ts";
import type { KeyedNodes } from "../values/group-entries.ts";
import { assign, type Assignment, type Assignments, noAssignments } from "./assignment.ts";

/** Which layer an element speaks for, and where it stands. */
export interface Speaker {
  readonly layer: Layer;
  readonly file: SourceFile;
  readonly report: (problem: Problem) => void;
}

/** The values that an element gives to the keys of a table; other entries, and keys without a value, are left out. */
export function readAssignments(
  groups: ReadonlyMap<string, KeyedNodes>,
  table: Readonly<Record<string, Key<unknown>>>,
  { layer, file, report }: Speaker,
): Assignments {
  const assignments = new Map<string, Assignment>();
  const folder = dirname(file.path);
  for (const [name, { at, nodes }] of groups) {
    const key = table[name];
    const given = nodes.filter((node) => node.kind !== "scalar" || node.value !== null);
    if (key !== undefined && given.length > 0) {
      const written = { layer, place: at, nodes: given, folder, format: file.format };
      assignments.set(name, assign(name, key, { written, report }));
    }
  }
  return assignments.size === 0 ? noAssignments : assignments;
}
