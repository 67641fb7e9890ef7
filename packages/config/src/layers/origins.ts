import type { Key } from "../keys/key.ts";
import type { HiddenValue, Origin, ValueOrigin } from "../model/origin.ts";
import { environmentEntries } from "../values/environment-type.ts";
import { maskingLookup, maskSecrets } from "../display/mask-secrets.ts";
import type { Assignment } from "./assignment.ts";
import type { LayerStack } from "./layer-stack.ts";
import type { Resolving } from "./resolve-values.ts";

const builtInOrigin: ValueOrigin = { layer: "built-in", at: null, variable: null, hides: [] };

/** What origins are told of: the table, what is said, and how values are read. */
export interface OriginSource extends Resolving {
  readonly table: Readonly<Record<string, Key<unknown>>>;
  readonly stack: LayerStack;
}

/** Where each key got its value; the variables of a key that merges its layers also one by one, as `environment.NAME`. */
export function originsOf(source: OriginSource): Readonly<Record<string, ValueOrigin>> {
  const origins: Record<string, ValueOrigin> = {};
  for (const [name, key] of Object.entries(source.table)) {
    const stack = source.stack.all(name);
    origins[name] =
      stack.length === 0
        ? builtInOrigin
        : originOf(stack.map((said) => sayingOf(said, key, source)));
    if (key.merges === true) {
      addVariables(origins, { name, stack });
    }
  }
  return origins;
}

interface Saying extends Origin {
  readonly value: string;
}

function sayingOf(assignment: Assignment, key: Key<unknown>, resolving: Resolving): Saying {
  const masking = { ...resolving, lookup: maskingLookup(resolving.lookup) };
  const value = assignment.read(key, masking) ?? assignment.read(key, resolving);
  const text = value === undefined ? "" : key.type.write(value);
  return { ...assignment.origin, value: maskSecrets(assignment.key, text) };
}

/** The strongest is the origin, the others are hidden. */
function originOf(sayings: readonly Saying[]): ValueOrigin {
  const [{ value: _shown, ...origin } = { value: "", ...builtInOrigin }, ...hidden] =
    sayings.toReversed();
  return { ...origin, hides: hidden satisfies readonly HiddenValue[] };
}

function addVariables(
  origins: Record<string, ValueOrigin>,
  { name, stack }: { readonly name: string; readonly stack: readonly Assignment[] },
): void {
  const byVariable = new Map<string, Saying[]>();
  for (const assignment of stack) {
    const { origin, speaker } = assignment;
    const context = { format: speaker.format, report: () => undefined };
    for (const entry of environmentEntries(assignment.nodes, context)) {
      const text = entry.value.kind === "scalar" ? entry.value.text : "";
      const sayings = byVariable.get(entry.name) ?? [];
      const at = origin.at === null ? null : entry.at;
      const key = `${name}.${entry.name}`;
      byVariable.set(entry.name, [...sayings, { ...origin, at, value: maskSecrets(key, text) }]);
    }
  }
  for (const [variable, sayings] of byVariable) {
    origins[`${name}.${variable}`] = originOf(sayings);
  }
}
