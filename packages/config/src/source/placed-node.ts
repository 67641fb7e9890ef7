import type { LineIndex } from "./line-index.ts";
import type {
  Position,
  Range,
  SourceEntry,
  SourceList,
  SourceMap,
  SourceNode,
  SourceScalar,
} from "./source-node.ts";

/**
 * Something with a place. Line and column are worked out when somebody asks: a large configuration has a million nodes,
 * nobody asks for most of their places, and each place kept as objects would double the memory of its node.
 */
abstract class Placed {
  readonly #lines: LineIndex;
  readonly #start: number;
  readonly #end: number;

  constructor(lines: LineIndex, { start, end }: Range) {
    this.#lines = lines;
    this.#start = start;
    this.#end = end;
  }

  get at(): Position {
    return this.#lines.position(this.#start);
  }

  get range(): Range {
    return { start: this.#start, end: this.#end };
  }
}

/** A scalar with its place. */
export class PlacedScalar extends Placed implements SourceScalar {
  readonly kind = "scalar";
  readonly value: SourceScalar["value"];
  readonly text: string;

  constructor(
    lines: LineIndex,
    range: Range,
    { value, text }: Pick<SourceScalar, "value" | "text">,
  ) {
    super(lines, range);
    this.value = value;
    this.text = text;
  }
}

/** A map with its place. */
export class PlacedMap extends Placed implements SourceMap {
  readonly kind = "map";
  readonly entries: readonly SourceEntry[];

  constructor(lines: LineIndex, range: Range, entries: readonly SourceEntry[]) {
    super(lines, range);
    // A copy has no spare room for entries to come, as an array that was filled one by one has.
    this.entries = entries.slice();
  }
}

/** A list with its place. */
export class PlacedList extends Placed implements SourceList {
  readonly kind = "list";
  readonly items: readonly SourceNode[];

  constructor(lines: LineIndex, range: Range, items: readonly SourceNode[]) {
    super(lines, range);
    this.items = items.slice();
  }
}

/** An entry with the place of its key. */
export class PlacedEntry implements SourceEntry {
  readonly key: string;
  readonly value: SourceNode;
  readonly #lines: LineIndex;
  readonly #start: number;
  readonly #end: number;

  constructor(
    lines: LineIndex,
    keyRange: Range,
    { key, value }: Pick<SourceEntry, "key" | "value">,
  ) {
    this.key = key;
    this.value = value;
    this.#lines = lines;
    this.#start = keyRange.start;
    this.#end = keyRange.end;
  }

  get keyAt(): Position {
    return this.#lines.position(this.#start);
  }

  get keyRange(): Range {
    return { start: this.#start, end: this.#end };
  }
}
