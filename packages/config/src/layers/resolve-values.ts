import type { Key, KeyTable } from "../keys/key.ts";
import type { Lookup } from "../load/expand-text.ts";
import type { Problem } from "../source/problem.ts";
import type { LayerStack } from "./layer-stack.ts";

/** What values are computed with. */
export interface Resolving {
  readonly lookup: Lookup;
  readonly report: (problem: Problem) => void;
}

/** The effective values: of each key the strongest one, of a key that merges all of them, else the built-in one. */
export function resolveValues<Values extends object>(
  table: KeyTable<Values>,
  stack: LayerStack,
  resolving: Resolving,
): Values {
  const values: Record<string, unknown> = { ...builtIn(table) };
  for (const name of stack.keys()) {
    const key = (table as Readonly<Record<string, Key<unknown>>>)[name];
    if (key?.merges === true) {
      const parts = stack.all(name).map((assignment) => assignment.read(key, resolving));
      values[name] = Object.assign({}, values[name], ...parts);
    } else if (key !== undefined) {
      const value = stack.strongest(name)?.read(key, resolving);
      values[name] = value === undefined ? key.default : value;
    }
  }
  return values as Values;
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
