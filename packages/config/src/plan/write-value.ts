import { dpmError } from "@dpm/errors";
import { insertEntry, insertMap, replaceScalar } from "../edit/edit-source.ts";
import type { SourceFile, SourceMap, SourceNode, SourceScalar } from "../source/source-node.ts";
import { formatPlace } from "../values/format-place.ts";
import type { Vocabulary } from "../values/group-entries.ts";
import { spellings } from "../values/spellings.ts";
import { formatKeyPath } from "./parse-key-path.ts";

/** A value on its way into an element. */
export interface ValueEdit {
  readonly file: SourceFile;
  /** The element that is to have it. */
  readonly element: SourceMap;
  readonly vocabulary: Vocabulary;
  /** The process' id, for messages; null for a setting. */
  readonly id: string | null;
  /** The key's own name. */
  readonly key: string;
  /** The key inside, such as `PORT` of `environment.PORT`; null for the key as a whole. */
  readonly part: string | null;
  readonly value: string;
}

/**
 * The text of the file with the value written into the element: in the place of the present one, else as a new key.
 * Throws `ERR_DPM_CONFIG_KEY_NOT_EDITABLE` where the present value is not one text, and what the editor of the format throws.
 */
export function writeValue(edit: ValueEdit): string {
  const { file, element, key, part, value } = edit;
  const written = entriesUnder(element, edit);
  if (part !== null) {
    return key === "environment"
      ? writeVariable(edit, part, written)
      : writePart(edit, part, written);
  }
  const [present, second] = written;
  if (present === undefined) {
    return insertEntry(file, element, { key, text: value });
  }
  return second === undefined && present.kind === "scalar"
    ? replaceScalar(file, present, value)
    : refuse(edit, present);
}

function entriesUnder(
  { entries }: SourceMap,
  { vocabulary, key }: ValueEdit,
): readonly SourceNode[] {
  return entries
    .filter((entry) => vocabulary.keys.get(entry.key)?.name === key)
    .map(({ value }) => value);
}

function writePart(edit: ValueEdit, part: string, written: readonly SourceNode[]): string {
  const { file, element, key, value } = edit;
  const [present, second] = written;
  if (present === undefined) {
    return insertMap(file, element, { key, assignments: [{ key: part, text: value }] });
  }
  if (present.kind !== "map" || second !== undefined) {
    return refuse(edit, present);
  }
  const known = present.entries.find((entry) => spellings(part).includes(entry.key))?.value;
  if (known === undefined) {
    return insertEntry(file, present, { key: part, text: value });
  }
  return known.kind === "scalar" ? replaceScalar(file, known, value) : refuse(edit, known);
}

/** A variable may be an element with name and value, a text `NAME=value`, or a key of a mapping. */
function writeVariable(edit: ValueEdit, name: string, written: readonly SourceNode[]): string {
  const { file, element, key, value } = edit;
  const nodes = written.flatMap((node) => (node.kind === "list" ? node.items : [node]));
  for (const node of nodes) {
    const found = variableIn(node, { name, value });
    if (found !== null) {
      return replaceScalar(file, found.scalar, found.text);
    }
  }
  const mapping = written.find((node) => node.kind === "map");
  if (file.format === "xml") {
    const assignments = [
      { key: "name", text: name },
      { key: "value", text: value },
    ];
    return insertMap(file, element, { key, assignments });
  }
  if (mapping !== undefined) {
    return insertEntry(file, mapping, { key: name, text: value });
  }
  const [present] = written;
  return present === undefined || isNull(present)
    ? insertMap(file, element, { key, assignments: [{ key: name, text: value }] })
    : refuse(edit, present);
}

interface FoundVariable {
  readonly scalar: SourceScalar;
  readonly text: string;
}

function variableIn(
  node: SourceNode,
  { name, value }: { readonly name: string; readonly value: string },
): FoundVariable | null {
  if (node.kind === "scalar") {
    return node.text.startsWith(`${name}=`) ? { scalar: node, text: `${name}=${value}` } : null;
  }
  if (node.kind === "list") {
    return null;
  }
  const scalarUnder = (...keys: readonly string[]): SourceScalar | null => {
    const found = node.entries.find((entry) => keys.includes(entry.key))?.value;
    return found?.kind === "scalar" ? found : null;
  };
  const scalar =
    scalarUnder("name")?.text === name ? scalarUnder("value", "#text") : scalarUnder(name);
  return scalar === null ? null : { scalar, text: value };
}

function isNull(node: SourceNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function refuse({ id, ...path }: ValueEdit, node: SourceNode): never {
  throw dpmError("ERR_DPM_CONFIG_KEY_NOT_EDITABLE", {
    id,
    key: formatKeyPath(path),
    where: formatPlace(node.at),
  });
}
