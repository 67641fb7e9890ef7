import type { Position } from "../source/source-node.ts";

/** A place as people and editors read it: `file:line:column`. */
export function formatPlace({ file, line, column }: Position): string {
  return `${file}:${String(line)}:${String(column)}`;
}
