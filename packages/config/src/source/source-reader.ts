import { dpmError } from "@dpm/errors";
import { createLineIndex } from "./line-index.ts";
import { PlacedEntry, PlacedList, PlacedMap, PlacedScalar } from "./placed-node.ts";
import type { Problem } from "./problem.ts";
import { sourceLimits } from "./source-limits.ts";
import type {
  Position,
  Range,
  SourceEntry,
  SourceList,
  SourceMap,
  SourceNode,
  SourceScalar,
} from "./source-node.ts";

// Keys that mean something to JavaScript objects; no layer above may ever see one.
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** What every format's reader shares: making nodes with their places, the limits, and the reporting of problems. */
export interface SourceReader {
  readonly text: string;
  position(offset: number): Position;
  /** Stops the reading with `ERR_DPM_CONFIG_INVALID`. */
  fail(offset: number, message: string, hint?: string): never;
  /** Refuses a container that stands too deep; the root has depth 1. */
  checkDepth(depth: number, offset: number): void;
  scalar(value: SourceScalar["value"], text: string, range: Range): SourceScalar;
  map(entries: readonly SourceEntry[], range: Range): SourceMap;
  list(items: readonly SourceNode[], range: Range): SourceList;
  /** Refuses keys such as `__proto__`. */
  entry(key: string, keyRange: Range, value: SourceNode): SourceEntry;
}

/** Makes the reader of one text. */
export function createSourceReader(file: string, text: string): SourceReader {
  const lines = createLineIndex(file, text);
  let nodes = 0;

  const fail = (offset: number, message: string, hint?: string): never => {
    const problem: Problem = {
      at: lines.position(offset),
      message,
      ...(hint === undefined ? {} : { hint }),
    };
    throw dpmError("ERR_DPM_CONFIG_INVALID", { problems: [problem] });
  };
  const countNode = (offset: number): void => {
    nodes += 1;
    if (nodes > sourceLimits.nodes) {
      fail(
        offset,
        `more than ${sourceLimits.nodes} values in one file`,
        "split the file and include the parts",
      );
    }
  };

  // Escapes can spell what the file itself may not hold, and neither reaches a program as an argument.
  const checkText = (value: string, offset: number): void => {
    if (value.includes("\0")) {
      fail(offset, "a NUL character, which no program can be given");
    }
    if (!value.isWellFormed()) {
      fail(offset, "half of a surrogate pair, which is no character");
    }
  };

  return {
    text,
    position: (offset) => lines.position(offset),
    fail,
    checkDepth: (depth, offset) => {
      if (depth > sourceLimits.depth) {
        fail(offset, `nested deeper than ${sourceLimits.depth} levels`);
      }
    },
    scalar: (value, scalarText, range) => {
      countNode(range.start);
      checkText(scalarText, range.start);
      return new PlacedScalar(lines, range, { value, text: scalarText });
    },
    map: (entries, range) => {
      countNode(range.start);
      return new PlacedMap(lines, range, entries);
    },
    list: (items, range) => {
      countNode(range.start);
      return new PlacedList(lines, range, items);
    },
    entry: (key, keyRange, value) => {
      if (forbiddenKeys.has(key)) {
        fail(
          keyRange.start,
          `the key ${key} is refused: it has a meaning of its own in the program`,
        );
      }
      checkText(key, keyRange.start);
      return new PlacedEntry(lines, keyRange, { key, value });
    },
  };
}
