/** A place in a file, for people: both from 1, columns in characters. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a text stands in its file: offsets in UTF-16 units of the file's text, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What every format is read into: scalars, maps and lists, each with its place.
 * A key may stand several times in one map, as elements do in XML; the model decides which keys may.
 * In XML an attribute and a child element are both entries; an element with only text is a scalar;
 * text beside attributes or children is the entry named `#text`.
 */
export type SourceNode = SourceScalar | SourceMap | SourceList;

/** One value. XML has only texts; the other formats also tell numbers, booleans and null. */
export interface SourceScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The value as a text without quotes or escapes; what the model reads. */
  readonly text: string;
  readonly at: Position;
  /** The written value, quotes included where the format has them; what an edit replaces. */
  readonly range: Range;
}

export interface SourceMap {
  readonly kind: "map";
  readonly entries: readonly SourceEntry[];
  readonly at: Position;
  readonly range: Range;
}

export interface SourceList {
  readonly kind: "list";
  readonly items: readonly SourceNode[];
  readonly at: Position;
  readonly range: Range;
}

export interface SourceEntry {
  readonly key: string;
  readonly keyAt: Position;
  /** The written key, quotes included where the format has them. */
  readonly keyRange: Range;
  readonly value: SourceNode;
}

/** The formats, by file extension. */
export type Format = "xml" | "yaml" | "toml" | "json";

/** A file that was read. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  readonly format: Format;
  readonly text: string;
  /** SHA-256 of the bytes, hexadecimal; tells whether the file changed meanwhile. */
  readonly fingerprint: string;
  /** The root map; in XML the content of `<processManager>`. */
  readonly root: SourceMap;
}
