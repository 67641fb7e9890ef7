import { type Assignments, noAssignments } from "../layers/assignment.ts";
import type { Position, SourceFile, SourceMap } from "../source/source-node.ts";

/** What the main files and the local override say of one thing. */
export interface Said {
  main: Assignments;
  local: Assignments;
}

/** A process as defined, before layers and instances. */
export interface ProcessSource {
  readonly id: string;
  /** Where its id stands. */
  readonly at: Position;
  group: string | null;
  readonly said: Said;
  readonly node: SourceMap;
  readonly file: SourceFile;
  localAt: Position | null;
}

/** All files as one: what is said of the settings, the defaults, each group and each process. */
export interface Document {
  readonly settings: Said;
  readonly defaults: Said;
  readonly groups: Map<string, Said>;
  readonly processes: Map<string, ProcessSource>;
}

/** Nothing said yet. */
export function nothingSaid(): Said {
  return { main: noAssignments, local: noAssignments };
}

/** A document without content. */
export function emptyDocument(): Document {
  return {
    settings: nothingSaid(),
    defaults: nothingSaid(),
    groups: new Map(),
    processes: new Map(),
  };
}
