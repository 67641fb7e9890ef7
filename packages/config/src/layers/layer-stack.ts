import type { Position } from "../source/source-node.ts";
import type { Assignment, Assignments } from "./assignment.ts";

/** The layers of one process, or of the settings, on top of each other. */
export class LayerStack {
  /** Weakest first; those that say nothing are left out. */
  readonly #layers: readonly Assignments[];

  constructor(layers: readonly Assignments[]) {
    this.#layers = layers.filter(({ size }) => size > 0);
  }

  /** Every key that a layer says something of. */
  keys(): ReadonlySet<string> {
    return new Set(this.#layers.flatMap((layer) => [...layer.keys()]));
  }

  /** Everything that is said of a key, weakest first. */
  all(key: string): readonly Assignment[] {
    return this.#layers.flatMap((layer) => layer.get(key) ?? []);
  }

  /** What counts for a key; undefined: its built-in value. */
  strongest(key: string): Assignment | undefined {
    return this.#layers.findLast((layer) => layer.has(key))?.get(key);
  }

  /** Where to complain about a key: where its value stands, else at what it is a key of. */
  placeOf(key: string, owner: { readonly at: Position }): Position {
    return this.strongest(key)?.place ?? owner.at;
  }
}
