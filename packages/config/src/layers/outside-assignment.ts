import type { Key } from "../keys/key.ts";
import type { Layer } from "../model/origin.ts";
import type { Problem } from "../source/problem.ts";
import type { Position, SourceNode, SourceScalar } from "../source/source-node.ts";
import { assign, type Assignment } from "./assignment.ts";

/** A value that stands in no file. */
export interface OutsideValue {
  readonly layer: Layer;
  /** Shown where a file's name would be: "the command line" or the name of a variable. */
  readonly source: string;
  readonly variable: string | null;
  readonly texts: readonly string[];
  /** Makes of a text what shall be read instead of it. */
  readonly dress?: (text: SourceScalar) => SourceNode;
  /** Where relative paths start. */
  readonly folder: string;
  readonly report: (problem: Problem) => void;
}

/** The assignment of a value from a variable or from the command line. */
export function assignOutside(name: string, key: Key<unknown>, value: OutsideValue): Assignment {
  const { layer, source, texts, folder, variable, report } = value;
  const place: Position = { file: source, line: 1, column: 1 };
  const { separator } = key.type;
  const parts =
    separator === undefined
      ? texts
      : texts.flatMap((text) => text.split(separator).filter((part) => part !== ""));
  const dress = value.dress ?? ((text) => text);
  const nodes = parts.map((text) =>
    dress({ kind: "scalar", value: text, text, at: place, range: { start: 0, end: 0 } }),
  );
  // The format of XML: there, too, all values are texts.
  const speaker = { layer, variable, folder, format: "xml" as const, report };
  return assign(key, { key: name, place, nodes, speaker });
}
