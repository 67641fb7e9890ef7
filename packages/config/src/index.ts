export type { Problem } from "./source/problem.ts";
export type {
  Format,
  Position,
  Range,
  SourceEntry,
  SourceFile,
  SourceList,
  SourceMap,
  SourceNode,
  SourceScalar,
} from "./source/source-node.ts";
