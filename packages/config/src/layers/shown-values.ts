import { maskingLookup } from "../display/mask-secrets.ts";
import type { Key, KeyTable } from "../keys/key.ts";
import type { LayerStack } from "./layer-stack.ts";
import type { Resolving } from "./resolve-values.ts";

/** What values are shown of. */
export interface Showing<Values> extends Pick<Resolving, "lookup"> {
  readonly table: KeyTable<Values>;
  readonly stack: LayerStack;
  /** The effective values. */
  readonly values: Values;
}

/** The effective values with a mask in the place of each `${VAR}` whose name says that it is a secret. */
export function shownValues<Values extends object>({
  table,
  stack,
  values,
  lookup,
}: Showing<Values>): Values {
  const masked: Record<string, unknown> = {};
  const resolving = { lookup: maskingLookup(lookup), report: () => undefined };
  for (const name of stack.keys()) {
    const key = (table as Readonly<Record<string, Key<unknown>>>)[name];
    const said = stack.all(name);
    if (key !== undefined && !said.every(({ isFixed }) => isFixed)) {
      const relevant = key.merges === true ? said : said.slice(-1);
      const shown = relevant.map((assignment) => assignment.read(key, resolving));
      // Where a mask makes no sense, as in a number, there was no secret to begin with.
      if (shown.every((value) => value !== undefined)) {
        masked[name] = key.merges === true ? Object.assign({}, ...shown) : shown[0];
      }
    }
  }
  return { ...values, ...masked };
}
