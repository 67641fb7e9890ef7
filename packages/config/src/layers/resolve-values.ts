import type { Key, KeyTable } from "../keys/key.ts";
import type { Lookup } from "../load/expand-text.ts";
import { readContext } from "../load/reading.ts";
import type { Problem } from "../source/problem.ts";
import type { Assignment, Assignments } from "./assignment.ts";

/** What values are computed with. */
export interface Resolving {
  readonly lookup: Lookup;
  readonly report: (problem: Problem) => void;
}

/** By key, everything that is said of it, weakest first. */
export type Stacks = ReadonlyMap<string, readonly Assignment[]>;

/** Puts layers, weakest first, on top of each other. */
export function stackLayers(layers: readonly Assignments[]): Stacks {
  const stacks = new Map<string, Assignment[]>();
  for (const layer of layers) {
    for (const assignment of layer.values()) {
      const stack = stacks.get(assignment.key);
      if (stack === undefined) {
        stacks.set(assignment.key, [assignment]);
      } else {
        stack.push(assignment);
      }
    }
  }
  return stacks;
}

/** The effective values: of each key the strongest one, of a key that merges all of them, else the built-in one. */
export function resolveValues<Values extends object>(
  table: KeyTable<Values>,
  stacks: Stacks,
  resolving: Resolving,
): Values {
  const values: Record<string, unknown> = { ...builtIn(table) };
  for (const [name, stack] of stacks) {
    const key = (table as Readonly<Record<string, Key<unknown>>>)[name];
    const relevant = key?.merges === true ? stack : stack.slice(-1);
    for (const assignment of relevant) {
      const value = key === undefined ? undefined : readAssignment(assignment, key, resolving);
      if (value !== undefined) {
        values[name] =
          key?.merges === true ? { ...(values[name] as object), ...(value as object) } : value;
      }
    }
  }
  return values as Values;
}

/** The value of an assignment for one reader; undefined when it is wrong, which was reported then. */
export function readAssignment(
  assignment: Assignment,
  key: Key<unknown>,
  resolving: Resolving,
): unknown {
  return assignment.reading.kind === "read"
    ? assignment.reading.value
    : key.type.read(assignment.nodes, readContext(assignment, resolving.lookup, resolving.report));
}

const builtInValues = new WeakMap<object, object>();

function builtIn<Values extends object>(table: KeyTable<Values>): object {
  const known = builtInValues.get(table);
  if (known !== undefined) {
    return known;
  }
  const entries = Object.entries(table as Readonly<Record<string, Key<unknown>>>);
  const values = Object.fromEntries(entries.map(([name, key]) => [name, key.default]));
  builtInValues.set(table, values);
  return values;
}
