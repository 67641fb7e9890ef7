import type { SourceFile, SourceList, SourceScalar } from "../source/source-node.ts";
import { flowAddition } from "./flow-edit.ts";
import type { EntryTarget, FormatEditor, NewEntry } from "./format-editor.ts";
import type { Outline } from "./outline.ts";
import {
  insertAt,
  lineBreakOf,
  nextLineStart,
  type TextChange,
  type TextChanges,
} from "./text-change.ts";

/** Edits TOML: values in place, new keys under their table's header, new tables at the end of the file; removing is not offered. */
export const tomlEditor: FormatEditor = {
  replaceScalar,
  insertEntry,
  appendItem,
  remove: () => [],
};

const bare = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/;
const bareKey = /^[\w-]+$/;

function replaceScalar(
  { text: source }: SourceFile,
  { value, range }: SourceScalar,
  text: string,
): TextChanges[] {
  const isLiteral = source[range.start] === "'" && !/'|\p{Cc}/u.test(text);
  if (isLiteral) {
    return [[{ range, text: `'${text}'` }]];
  }
  return [[{ range, text: typeof value === "string" ? toBasicString(text) : toToml(text) }]];
}

function insertEntry(
  file: SourceFile,
  target: EntryTarget,
  { key, value }: NewEntry,
): TextChanges[] {
  const { text } = file;
  const isRoot = target === file.root;
  if (typeof value !== "string") {
    return isRoot ? appendTables(file, writeKey(key), value) : [];
  }
  if (text.startsWith("{", target.range.start)) {
    return [[flowAddition(text, target, `${writeKey(key)} = ${toToml(value)}`)]];
  }
  if (!isRoot && !text.startsWith("[", target.range.start)) {
    // A table that only dotted keys made has no place of its own.
    return [];
  }
  const offset = isRoot
    ? Number(text.startsWith("\uFEFF"))
    : nextLineStart(text, text.indexOf("]", target.range.start));
  return [[insertLines(text, offset, [`${writeKey(key)} = ${toToml(value)}`])]];
}

function appendItem(file: SourceFile, list: SourceList, value: Outline): TextChanges[] {
  const header = /\[\[([^[\]]*)\]\]/y;
  header.lastIndex = list.range.start;
  const name = header.exec(file.text)?.[1];
  return name === undefined
    ? [[flowAddition(file.text, list, toToml(value))]]
    : appendTables(file, name, { kind: "list", items: [value] });
}

function appendTables({ text }: SourceFile, name: string, value: Outline): TextChanges[] {
  const tables = typeof value === "string" ? [] : value.kind === "map" ? [value] : value.items;
  const header = typeof value !== "string" && value.kind === "list" ? `[[${name}]]` : `[${name}]`;
  const lines = tables.flatMap((table) =>
    typeof table === "string" || table.kind === "list"
      ? []
      : [
          ...(text.trim() === "" ? [] : [""]),
          header,
          ...table.entries.map(([key, child]) => `${writeKey(key)} = ${toToml(child)}`),
        ],
  );
  return lines.length === 0 ? [] : [[insertLines(text, text.length, lines)]];
}

function insertLines(text: string, offset: number, lines: readonly string[]): TextChange {
  const lineBreak = lineBreakOf(text);
  const startsLine = offset === 0 || text[offset - 1] === "\n" || text[offset - 1] === "\uFEFF";
  return insertAt(
    offset,
    (startsLine ? "" : lineBreak) + lines.map((line) => line + lineBreak).join(""),
  );
}

function toToml(value: Outline): string {
  if (typeof value === "string") {
    return bare.test(value) ? value : toBasicString(value);
  }
  return value.kind === "list"
    ? `[${value.items.map(toToml).join(", ")}]`
    : `{${value.entries.map(([key, child]) => `${writeKey(key)} = ${toToml(child)}`).join(", ")}}`;
}

function toBasicString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007F", "\\u007F");
}

function writeKey(key: string): string {
  return bareKey.test(key) ? key : toBasicString(key);
}
