import type { SourceFile, SourceList, SourceNode, SourceScalar } from "../source/source-node.ts";
import { flowAddition, flowRemoval } from "./flow-edit.ts";
import type { EntryTarget, FormatEditor, NewEntry, NodePlace } from "./format-editor.ts";
import type { Outline } from "./outline.ts";
import {
  insertAt,
  lineBreakOf,
  lineStart,
  nextLineStart,
  type TextChange,
  type TextChanges,
} from "./text-change.ts";
import { blockEntry, blockItem, flowEntry, flowValue } from "./yaml-render.ts";
import { writeYamlScalar, type YamlStyle } from "./yaml-scalar.ts";

/** Edits YAML: block maps and lists by whole lines, flow maps and lists in place. */
export const yamlEditor: FormatEditor = { replaceScalar, insertEntry, appendItem, remove };

function replaceScalar(
  { text: source }: SourceFile,
  { range }: SourceScalar,
  text: string,
): TextChanges[] {
  const written = source.slice(range.start, range.end);
  if (/^[|>]/.test(written)) {
    return [[replaceBlock(written, range.start, text)]];
  }
  const quote: YamlStyle["quote"] = written.startsWith("'")
    ? "single"
    : written.startsWith('"')
      ? "double"
      : "plain";
  // A null value may have no characters at all; what takes its place needs a space on either side.
  const before = written === "" && !/\s/.test(source.charAt(range.start - 1)) ? " " : "";
  const after = written === "" && source.startsWith("#", range.end) ? " " : "";
  return [false, true].map((isFlow) => [
    { range, text: before + writeYamlScalar(text, { quote, isFlow }) + after },
  ]);
}

/** A block scalar becomes a line; the comment in its header and the line breaks at its end stay. */
function replaceBlock(written: string, start: number, text: string): TextChange {
  const comment = /^[|>][^\s#]*(\s+#[^\n]*?)?\r?\n/.exec(written)?.[1] ?? "";
  const end = start + written.replace(/\s+$/, "").length;
  return {
    range: { start, end },
    text: writeYamlScalar(text, { quote: "plain", isFlow: false }) + comment,
  };
}

function insertEntry(
  file: SourceFile,
  target: EntryTarget,
  { key, value }: NewEntry,
): TextChanges[] {
  const { text } = file;
  if (isFlow(text, target)) {
    return [[flowAddition(text, target, flowEntry(key, value))]];
  }
  const first = target.kind === "map" ? target.entries[0] : undefined;
  if (first === undefined) {
    // An empty map that is not written as {} is either the empty file or a key without a value.
    const indent = target.kind === "map" ? "" : `${indentOf(text, target.range.start)}  `;
    return [[insertLines(file, target.range.end, blockEntry(key, value, indent))]];
  }
  const indent = " ".repeat(first.keyRange.start - lineStart(text, first.keyRange.start));
  return [[insertLines(file, contentEnd(text, target), blockEntry(key, value, indent))]];
}

function appendItem(file: SourceFile, list: SourceList, value: Outline): TextChanges[] {
  const { text } = file;
  if (isFlow(text, list)) {
    return [[flowAddition(text, list, flowValue(value))]];
  }
  const indent = " ".repeat(list.range.start - lineStart(text, list.range.start));
  return [[insertLines(file, contentEnd(text, list), blockItem(value, indent))]];
}

function remove(file: SourceFile, place: NodePlace): TextChanges[] {
  const { text } = file;
  const { parent, index } = place;
  if (isFlow(text, parent)) {
    return [[flowRemoval(parent, index)]];
  }
  const node = place.kind === "entry" ? place.entry.value : place.parent.items[index];
  if (node === undefined) {
    return [];
  }
  const start =
    place.kind === "entry"
      ? place.entry.keyRange.start
      : text.lastIndexOf("-", node.range.start - 1);
  const end = endOfLines(text, contentEnd(text, node));
  const siblings = parent.kind === "map" ? parent.entries.length : parent.items.length;
  const empty = parent.kind === "map" ? "{}" : "[]";
  const lines: TextChange = { range: { start: lineStart(text, start), end }, text: "" };
  // The last one leaves an empty container behind, which must be written behind the colon of its key.
  const colon = text.lastIndexOf(":", start);
  return siblings > 1 ? [[lines]] : [[insertAt(colon + 1, ` ${empty}`), lines]];
}

function isFlow(text: string, { range }: SourceNode): boolean {
  return /^[[{]/.test(text.slice(range.start, range.end));
}

/** Where the last thing written in a node ends; comments and blank lines behind it are not part of it. */
function contentEnd(text: string, node: SourceNode): number {
  if (node.kind === "scalar" || isFlow(text, node)) {
    return node.range.end;
  }
  if (node.kind === "list") {
    const last = node.items.at(-1);
    return last === undefined ? node.range.end : contentEnd(text, last);
  }
  const last = node.entries.at(-1);
  return last === undefined
    ? node.range.end
    : Math.max(last.keyRange.end, contentEnd(text, last.value));
}

/** Where the line that something ends in is over; a block scalar has taken its line break with it. */
function endOfLines(text: string, end: number): number {
  return text[end - 1] === "\n" ? end : nextLineStart(text, end);
}

function insertLines(
  { text }: SourceFile,
  contentEndsAt: number,
  lines: readonly string[],
): TextChange {
  const lineBreak = lineBreakOf(text);
  const offset = behindComments(text, endOfLines(text, contentEndsAt), indentOfLine(lines[0]));
  const joined = lines.join(lineBreak);
  const startsLine = offset === lineStart(text, offset);
  return insertAt(offset, startsLine ? joined + lineBreak : lineBreak + joined);
}

/** Comments that are indented deeper than the new lines belong to what is above them. */
function behindComments(text: string, offset: number, indent: number): number {
  let end = offset;
  for (let next = end; next < text.length; next = nextLineStart(text, next)) {
    const line = text.slice(next, nextLineStart(text, next));
    if (!line.trimStart().startsWith("#") || indentOfLine(line) <= indent) {
      return end;
    }
    end = next + line.length;
  }
  return end;
}

function indentOfLine(line = ""): number {
  return line.length - line.trimStart().length;
}

/** How far the key of a value is indented; the marks of list items count as indent. */
function indentOf(text: string, offset: number): string {
  const line = text.slice(lineStart(text, offset), offset);
  return " ".repeat(/^[ -]*/.exec(line)?.[0].length ?? 0);
}
