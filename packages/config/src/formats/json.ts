import type { SourceMap } from "../source/source-node.ts";
import type { SourceReader } from "../source/source-reader.ts";

/** Not yet. */
export function parseJson(reader: SourceReader): SourceMap {
  return reader.fail(0, "this format comes next");
}
