import type { SourceFile, SourceScalar } from "../source/source-node.ts";
import { flowAddition, flowRemoval } from "./flow-edit.ts";
import type { FormatEditor } from "./format-editor.ts";
import type { Outline } from "./outline.ts";
import type { TextChanges } from "./text-change.ts";

/** Edits JSON: everything stands between brackets there. */
export const jsonEditor: FormatEditor = {
  replaceScalar,
  insertEntry: ({ text }, target, { key, value }) =>
    target.kind === "map" ? [[flowAddition(text, target, toJsonEntry(key, value))]] : [],
  appendItem: ({ text }, list, value) => [[flowAddition(text, list, toJson(value))]],
  remove: (_file, { parent, index }) => [[flowRemoval(parent, index)]],
};

const bare = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/;

function replaceScalar(
  _file: SourceFile,
  { value, range }: SourceScalar,
  text: string,
): TextChanges[] {
  return [[{ range, text: typeof value === "string" ? JSON.stringify(text) : toJson(text) }]];
}

/** Texts that JSON has a bare spelling for get it: the model reads the text either way, and a schema then fits. */
function toJson(value: Outline): string {
  if (typeof value === "string") {
    return bare.test(value) ? value : JSON.stringify(value);
  }
  return value.kind === "list"
    ? `[${value.items.map(toJson).join(", ")}]`
    : `{${value.entries.map(([key, child]) => toJsonEntry(key, child)).join(", ")}}`;
}

function toJsonEntry(key: string, value: Outline): string {
  return `${JSON.stringify(key)}: ${toJson(value)}`;
}
