import type { SourceFile } from "../source/source-node.ts";

/** The files of a configuration. */
export interface FileSet {
  readonly main: SourceFile;
  /** In the order in which they were found. */
  readonly included: readonly SourceFile[];
  /** The override beside the main file. */
  readonly local: SourceFile | null;
}

/** The files of a configuration in their order, sorted by what they are: the main one is the first. */
export function fileSetOf(files: readonly SourceFile[], localPath: string | null): FileSet {
  const [main, ...others] = files;
  if (main === undefined) throw new Error("a configuration has at least one file");
  return {
    main,
    included: others.filter(({ path }) => path !== localPath),
    local: others.find(({ path }) => path === localPath) ?? null,
  };
}
