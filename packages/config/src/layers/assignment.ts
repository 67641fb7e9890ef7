import type { Key } from "../keys/key.ts";
import { readContext, type Surroundings } from "../load/reading.ts";
import { dependsOnVariables } from "../load/reading.ts";
import type { Layer, Origin } from "../model/origin.ts";
import type { Position, SourceNode } from "../source/source-node.ts";
import type { ReadContext } from "../values/value-type.ts";

/** That a layer gives a key a value. */
export interface Assignment extends Origin, Surroundings {
  readonly key: string;
  readonly nodes: readonly SourceNode[];
  /** Where to complain about it: its place in a file, or the variable. */
  readonly place: Position;
  /** Read at once when nothing in it depends on the process that it is for; undefined when it is wrong. */
  readonly reading:
    | { readonly kind: "read"; readonly value: unknown }
    | { readonly kind: "depends" };
}

/** What one layer says, by key. */
export type Assignments = ReadonlyMap<string, Assignment>;

/** A layer that says nothing. */
export const noAssignments: Assignments = new Map();

/** What an assignment is made of. */
export interface Written extends Surroundings {
  readonly layer: Layer;
  readonly place: Position;
  readonly nodes: readonly SourceNode[];
  readonly variable?: string;
}

/** Makes an assignment; a value that depends on nothing is read and checked here, once for all processes that have it. */
export function assign(
  name: string,
  key: Key<unknown>,
  { written, report }: { readonly written: Written; readonly report: ReadContext["report"] },
): Assignment {
  const { layer, place, nodes, folder, format, variable = null } = written;
  const depends = nodes.some((node) => dependsOnVariables(node));
  return {
    key: name,
    layer,
    at: layer === "environment" || layer === "command-line" ? null : place,
    variable,
    place,
    nodes,
    folder,
    format,
    reading: depends
      ? { kind: "depends" }
      : {
          kind: "read",
          value: key.type.read(
            nodes,
            readContext(written, () => undefined, report),
          ),
        },
  };
}
