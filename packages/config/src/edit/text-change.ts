import type { Range } from "../source/source-node.ts";

/** One stretch of a text and what is to stand there instead. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** Changes to one text: ascending, without overlap. */
export type TextChanges = readonly TextChange[];

/** The change that puts a text at an offset. */
export function insertAt(offset: number, text: string): TextChange {
  return { range: { start: offset, end: offset }, text };
}

/** Makes the changes; every other byte stays. */
export function applyChanges(text: string, changes: TextChanges): string {
  let result = "";
  let from = 0;
  for (const { range, text: replacement } of changes) {
    result += text.slice(from, range.start) + replacement;
    from = range.end;
  }
  return result + text.slice(from);
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}

/** The offset of the first character of the line that an offset is in. */
export function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

/** The offset behind the line break of the line that an offset is in, or the end of the text. */
export function nextLineStart(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}
