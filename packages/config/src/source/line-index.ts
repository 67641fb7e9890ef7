import type { Position } from "./source-node.ts";

/** Finds line and column of an offset. */
export interface LineIndex {
  position(offset: number): Position;
}

const lineBreak = /\r\n|\n|\r/g;
const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * Indexes a text once, so that each look-up costs a binary search however long the lines are.
 * A column counts characters, so a surrogate pair is one; a byte order mark takes no room.
 */
export function createLineIndex(file: string, text: string): LineIndex {
  const lineStarts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (const match of text.matchAll(lineBreak)) {
    lineStarts.push(match.index + match[0].length);
  }
  const pairs = Array.from(text.matchAll(pair), (match) => match.index);

  return {
    position: (offset) => {
      const line = Math.max(countUpTo(lineStarts, offset), 1);
      const lineStart = lineStarts[line - 1] ?? 0;
      const pairsBefore =
        pairs.length === 0 ? 0 : countUpTo(pairs, offset - 1) - countUpTo(pairs, lineStart - 1);
      return { file, line, column: Math.max(offset - lineStart, 0) - pairsBefore + 1 };
    },
  };
}

/** How many of the ascending numbers are not above the limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Infinity) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
