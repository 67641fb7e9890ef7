import { createLineIndex } from "../source/line-index.ts";
import type { Position, SourceFile } from "../source/source-node.ts";

const lineBreak = /\r\n|\n|\r/g;

/**
 * Where a place of an edited file is in the file as it stands on disk. What the edit itself wrote has no such place;
 * for it the nearest one is given.
 */
export function placeOnDisk(place: Position, edited: SourceFile, onDisk: SourceFile): Position {
  const offset = offsetOf(place, edited.text);
  const { start, end } = changedRange(edited.text, onDisk.text);
  const grown = edited.text.length - onDisk.text.length;
  const moved = offset < end ? Math.min(offset, Math.max(start, end - grown)) : offset - grown;
  return createLineIndex(onDisk.path, onDisk.text).position(moved);
}

/** The stretch of the first text that the other one does not share. */
function changedRange(
  text: string,
  other: string,
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(text.length, other.length);
  let start = 0;
  while (start < shorter && text.charAt(start) === other.charAt(start)) {
    start += 1;
  }
  let same = 0;
  while (
    same < shorter - start &&
    text.charAt(text.length - 1 - same) === other.charAt(other.length - 1 - same)
  ) {
    same += 1;
  }
  return { start, end: text.length - same };
}

/** The offset of a place; a column counts characters, and a byte order mark takes no room. */
function offsetOf({ line, column }: Position, text: string): number {
  let lineStart = text.startsWith("\uFEFF") ? 1 : 0;
  let seen = 1;
  for (const { index, 0: written } of text.matchAll(lineBreak)) {
    if (seen === line) {
      break;
    }
    seen += 1;
    lineStart = index + written.length;
  }
  let offset = lineStart;
  for (let passed = 1; passed < column; passed += 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
