import type { SourceFile } from "../source/source-node.ts";

/** The files of a configuration. */
export interface FileSet {
  readonly main: SourceFile;
  /** In the order in which they were found. */
  readonly included: readonly SourceFile[];
  /** The override beside the main file. */
  readonly local: SourceFile | null;
}
