import type { Problem } from "../source/problem.ts";
import type { Format, Position, SourceNode } from "../source/source-node.ts";

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What reading a value needs to know of its surroundings. */
export interface ReadContext {
  /** Absolute; where relative paths start. */
  readonly folder: string;
  readonly format: Format;
  /** Replaces `${VAR}`, `${VAR:-default}` and `$$`; undefined when that failed, which was reported then. */
  readonly expand: (text: string, at: Position) => string | undefined;
  readonly report: (problem: Problem) => void;
}

/** How values of one type are read, checked, printed and described. */
export interface ValueType<T> {
  /** For people: "duration", "list of ids". */
  readonly name: string;
  /** One right value, as one would write it. */
  readonly example: string;
  /** Whether the key may stand several times in one element. */
  readonly repeats: boolean;
  /** The unit of the typed value. */
  readonly unit?: "ms" | "bytes";
  /** What separates several values in one text of a variable or of the command line; absent: a text is one value. */
  readonly separator?: RegExp;
  /** Undefined when it is wrong, which was reported then. Not repeating types get exactly one node. */
  readonly read: (nodes: readonly SourceNode[], context: ReadContext) => T | undefined;
  /**
   * As one would write it; reading that gives the same value. Empty for a value that is not set.
   * A method, so that a table of types of different values is a table of `ValueType<unknown>`.
   */
  write(value: T): string;
  readonly schema: JsonSchema;
  /** The keys inside, for a type that is an element with keys of its own. */
  readonly fields?: FieldTable;
}

/** The keys inside an element, by name. */
export type FieldTable = Readonly<Record<string, Field>>;

/** One key inside an element. */
export interface Field {
  readonly type: ValueType<unknown>;
  readonly doc: string;
  /** As one would write it; absent: none. */
  readonly default?: string;
}
