import type { Key } from "../keys/key.ts";
import { dependsOnVariables, readContext, type Surroundings } from "../load/reading.ts";
import type { Lookup } from "../load/expand-text.ts";
import type { Layer, Origin } from "../model/origin.ts";
import type { Position, SourceNode } from "../source/source-node.ts";
import type { ReadContext } from "../values/value-type.ts";

/** Who gives keys their values: an element of a file, a variable, the command line. Shared by all that it says. */
export interface Speaker extends Surroundings {
  readonly layer: Layer;
  /** The variable that says it, for the layer `environment`. */
  readonly variable: string | null;
  readonly report: ReadContext["report"];
}

/** Stands for a value that is read anew for each process, since it has variables in it. */
const depends = Symbol("depends");

/** That a layer gives a key a value. There are many of them, hence the few fields. */
export class Assignment {
  readonly key: string;
  readonly nodes: readonly SourceNode[];
  /** Where to complain about it: its place in a file, or the variable. */
  readonly place: Position;
  readonly speaker: Speaker;
  /** Meaningless unless the value is fixed. */
  readonly fixedValue: unknown;

  constructor(written: Pick<Assignment, "key" | "nodes" | "place" | "speaker">, value: unknown) {
    this.key = written.key;
    this.nodes = written.nodes;
    this.place = written.place;
    this.speaker = written.speaker;
    this.fixedValue = value;
  }

  get origin(): Origin {
    const { layer, variable } = this.speaker;
    return {
      layer,
      at: layer === "environment" || layer === "command-line" ? null : this.place,
      variable,
    };
  }

  /** Whether the value is the same for whoever reads it. */
  get isFixed(): boolean {
    return this.fixedValue !== depends;
  }

  /** The value for one reader; undefined when it is wrong, which was reported then. */
  read(
    key: Key<unknown>,
    { lookup, report }: Pick<ReadContext, "report"> & { readonly lookup: Lookup },
  ): unknown {
    return this.fixedValue === depends
      ? key.type.read(this.nodes, readContext(this.speaker, lookup, report))
      : this.fixedValue;
  }
}

/** What one layer says, by key. */
export type Assignments = ReadonlyMap<string, Assignment>;

/** A layer that says nothing. */
export const noAssignments: Assignments = new Map();

const nothing = (): undefined => undefined;

/** Makes an assignment; a value without variables is read and checked here, once for all processes that have it. */
export function assign(
  key: Key<unknown>,
  written: Pick<Assignment, "key" | "nodes" | "place" | "speaker">,
): Assignment {
  const { nodes, speaker } = written;
  const value = nodes.some((node) => dependsOnVariables(node))
    ? depends
    : key.type.read(nodes, readContext(speaker, nothing, speaker.report));
  return new Assignment(written, value);
}
