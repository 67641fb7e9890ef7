import { dpmError } from "@dpm/errors";
import type {
  Format,
  SourceFile,
  SourceMap,
  SourceNode,
  SourceScalar,
} from "../source/source-node.ts";
import { findPlace } from "./find-place.ts";
import type { EntryTarget, FormatEditor } from "./format-editor.ts";
import { jsonEditor } from "./json-edit.ts";
import { type Outline, outlineOf } from "./outline.ts";
import type { TextChanges } from "./text-change.ts";
import { tomlEditor } from "./toml-edit.ts";
import { makeVerified } from "./verified-edit.ts";
import { xmlEditor } from "./xml-edit.ts";
import { yamlEditor } from "./yaml-edit.ts";

/** A key and the text of its value. */
export interface Assignment {
  readonly key: string;
  readonly text: string;
}

/** A key and what stands in the map under it. */
export interface MapEntry {
  readonly key: string;
  readonly assignments: readonly Assignment[];
}

const editors: Record<Format, FormatEditor> = {
  xml: xmlEditor,
  yaml: yamlEditor,
  toml: tomlEditor,
  json: jsonEditor,
};

/**
 * The text of the file with another value in a scalar's place; quotes and comments stay as they are.
 * Throws `ERR_DPM_CONFIG_NOT_EDITABLE` when something else would change too.
 */
export function replaceScalar(file: SourceFile, scalar: SourceScalar, text: string): string {
  const candidates = editors[file.format].replaceScalar(file, scalar, text);
  return makeVerified(file, { candidates, expected: new Map([[scalar, text]]) });
}

/**
 * The text of the file with one more key in a map: in XML an attribute, in the other formats a line or a part of a flow map.
 * Throws `ERR_DPM_CONFIG_NOT_EDITABLE` when something else would change too.
 */
export function insertEntry(
  file: SourceFile,
  target: EntryTarget,
  { key, text }: Assignment,
): string {
  return insertValue(file, target, { key, value: text });
}

/**
 * The text of the file with a key that holds a map, such as `settings`, at the end of another map.
 * Throws `ERR_DPM_CONFIG_NOT_EDITABLE`, or `ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE` where the format has no place for it.
 */
export function insertMap(
  file: SourceFile,
  parent: SourceMap,
  { key, assignments }: MapEntry,
): string {
  return insertValue(file, parent, { key, value: toMap(assignments) });
}

/**
 * The text of the file with one more process, after those that are there, in the way that the file writes them.
 * Throws `ERR_DPM_CONFIG_NOT_EDITABLE`, or `ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE` where the format has no place for it.
 */
export function insertProcess(
  file: SourceFile,
  id: string,
  assignments: readonly Assignment[],
): string {
  const process = toMap([{ key: "id", text: id }, ...assignments]);
  const present = file.root.entries.findLast(({ key }) => key === "process")?.value;
  if (file.format === "xml") {
    return insertValue(file, file.root, { key: "process", value: process });
  }
  if (present?.kind === "map") {
    return insertMap(file, present, { key: id, assignments });
  }
  if (present?.kind === "list") {
    const candidates = possible(file, editors[file.format].appendItem(file, present, process));
    const items = [...present.items.map(presentOutline), process];
    return makeVerified(file, {
      candidates,
      expected: new Map([[present, { kind: "list", items }]]),
    });
  }
  return insertValue(file, file.root, {
    key: "process",
    value: { kind: "list", items: [process] },
  });
}

/**
 * The text of the file without a process; comments beside it stay.
 * Throws `ERR_DPM_CONFIG_NOT_EDITABLE`, or `ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE` where the format is not edited so far.
 */
export function removeProcess(file: SourceFile, node: SourceNode): string {
  const place = findPlace(file.root, node);
  if (place === undefined) {
    throw dpmError("ERR_DPM_CONFIG_NOT_EDITABLE", {
      file: file.path,
      reason: "the process is not in this file",
    });
  }
  const candidates = possible(file, editors[file.format].remove(file, place));
  return makeVerified(file, { candidates, expected: new Map([[node, null]]) });
}

function insertValue(
  file: SourceFile,
  target: EntryTarget,
  { key, value }: { readonly key: string; readonly value: Outline },
): string {
  const candidates = possible(file, editors[file.format].insertEntry(file, target, { key, value }));
  const before = presentOutline(target);
  const entries = typeof before === "object" && before.kind === "map" ? before.entries : [];
  return makeVerified(file, {
    candidates,
    expected: new Map([[target, { kind: "map", entries: [...entries, [key, value]] }]]),
  });
}

function possible(file: SourceFile, candidates: readonly TextChanges[]): readonly TextChanges[] {
  if (candidates.length === 0) {
    throw dpmError("ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE", { file: file.path, what: "this edit" });
  }
  return candidates;
}

function toMap(assignments: readonly Assignment[]): Outline {
  return { kind: "map", entries: assignments.map(({ key, text }) => [key, text] as const) };
}

function presentOutline(node: SourceNode): Outline {
  return outlineOf(node) ?? "";
}
