import type { SourceFile, SourceMap, SourceScalar } from "../source/source-node.ts";
import type { EntryTarget, FormatEditor, NewEntry, NodePlace } from "./format-editor.ts";
import type { Outline } from "./outline.ts";
import {
  insertAt,
  lineBreakOf,
  lineStart,
  nextLineStart,
  type TextChanges,
} from "./text-change.ts";
import { escapeAttribute, escapeText, toCdata } from "./xml-escape.ts";

/** Edits XML: values become attributes, maps become elements. */
export const xmlEditor: FormatEditor = { replaceScalar, insertEntry, appendItem: () => [], remove };

const selfClosing = /^<([^\s/>!?]+)\s*\/>$/;
const quoted = /^(["'])[^]*\1$/;
const opaque = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>/g;

function replaceScalar(
  { text: source }: SourceFile,
  { range }: SourceScalar,
  text: string,
): TextChanges[] {
  const written = source.slice(range.start, range.end);
  const quote = quoted.exec(written)?.[1];
  if ((quote === '"' || quote === "'") && source.slice(0, range.start).trimEnd().endsWith("=")) {
    return [[{ range, text: `${quote}${escapeAttribute(text, quote)}${quote}` }]];
  }
  const name = selfClosing.exec(written)?.[1];
  if (name !== undefined) {
    return [[{ range, text: `<${name}>${escapeText(text)}</${name}>` }]];
  }
  const parts = [...written.matchAll(opaque)].map(([part]) => part);
  const comments = parts.filter((part) => !part.startsWith("<![CDATA[")).join("");
  const asText = [{ range, text: escapeText(text) + comments }];
  return parts[0] === written && comments === ""
    ? [[{ range, text: toCdata(text) }], asText]
    : [asText];
}

function insertEntry(
  file: SourceFile,
  target: EntryTarget,
  { key, value }: NewEntry,
): TextChanges[] {
  if (typeof value === "string") {
    const tag = readOpenTag(file.text, startOfElement(file, target));
    return [[insertAt(tag.attributesEnd, `${tag.separator}${toAttribute(key, value, tag.quote)}`)]];
  }
  const element = toElement(key, value);
  return element === undefined || target.kind !== "map" ? [] : insertElement(file, target, element);
}

function toAttribute(key: string, value: string, quote: '"' | "'"): string {
  return `${key}=${quote}${escapeAttribute(value, quote)}${quote}`;
}

/** An element with attributes; undefined for what attributes cannot hold. */
function toElement(key: string, value: Outline): string | undefined {
  if (typeof value === "string" || value.kind === "list") {
    return undefined;
  }
  const attributes = value.entries.map(([name, text]) =>
    typeof text === "string" ? ` ${toAttribute(name, text, '"')}` : undefined,
  );
  return attributes.includes(undefined) ? undefined : `<${key}${attributes.join("")}/>`;
}

function insertElement(file: SourceFile, parent: SourceMap, element: string): TextChanges[] {
  const { text } = file;
  const tag = readOpenTag(text, parent.range.start);
  const lineBreak = lineBreakOf(text);
  const outer = indentOf(text, parent.range.start);
  const inner = childIndent(file, parent) ?? `${outer}  `;
  if (tag.isSelfClosing) {
    const range = { start: text.lastIndexOf("/", parent.range.end), end: parent.range.end };
    return [[{ range, text: `>${lineBreak}${inner}${element}${lineBreak}${outer}</${tag.name}>` }]];
  }
  // Its own closing tag, not one that follows it at once.
  const closing = text.lastIndexOf("</", parent.range.end - 1);
  const closingLine = lineStart(text, closing);
  return text.slice(closingLine, closing).trim() === "" && closingLine > parent.range.start
    ? [[insertAt(closingLine, `${inner}${element}${lineBreak}`)]]
    : [[insertAt(closing, element)]];
}

function remove(file: SourceFile, place: NodePlace): TextChanges[] {
  if (place.kind === "item") {
    return [];
  }
  const { text } = file;
  const start = place.entry.keyRange.start - 1;
  const value = place.entry.value;
  // The range of a text ends where the closing tag starts, or before the white space there.
  const end =
    value.kind === "map" || selfClosing.test(text.slice(start, value.range.end))
      ? value.range.end
      : text.indexOf(">", text.indexOf("</", value.range.end)) + 1;
  const before = lineStart(text, start);
  const after = nextLineStart(text, end);
  const standsAlone =
    text.slice(before, start).trim() === "" && text.slice(end, after).trim() === "";
  return [[{ range: standsAlone ? { start: before, end: after } : { start, end }, text: "" }]];
}

interface OpenTag {
  readonly name: string;
  /** Where the last attribute ends, or the name when there is none. */
  readonly attributesEnd: number;
  /** What stands before an attribute: a space, or a line break and an indent where each has its own line. */
  readonly separator: string;
  readonly quote: '"' | "'";
  readonly isSelfClosing: boolean;
}

function readOpenTag(text: string, start: number): OpenTag {
  const namePattern = /<([^\s/>]+)/y;
  namePattern.lastIndex = start;
  const name = namePattern.exec(text)?.[1] ?? "";
  const attribute = /(\s+)[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*')/y;
  let attributesEnd = start + 1 + name.length;
  let separator = " ";
  attribute.lastIndex = attributesEnd;
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    attributesEnd = attribute.lastIndex;
    separator = match[1] ?? " ";
  }
  return {
    name,
    attributesEnd,
    separator,
    quote: text[attributesEnd - 1] === "'" ? "'" : '"',
    isSelfClosing: /\s*\/>/y.test(text.slice(attributesEnd, text.indexOf(">", attributesEnd) + 1)),
  };
}

/** An element that is a scalar so far has the range of its content, unless it closes itself. */
function startOfElement({ text }: SourceFile, { kind, range }: EntryTarget): number {
  const isElement = kind === "map" || selfClosing.test(text.slice(range.start, range.end));
  return isElement ? range.start : text.lastIndexOf("<", range.start - 1);
}

function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

/** The indent of the last child element that starts its line. */
function childIndent({ text }: SourceFile, { entries }: SourceMap): string | undefined {
  const starts = entries
    .map(({ keyRange }) => keyRange.start - 1)
    .filter((start) => text[start] === "<");
  const indents = starts.map((start) => text.slice(lineStart(text, start), start));
  return indents.findLast((indent) => indent.trim() === "");
}
