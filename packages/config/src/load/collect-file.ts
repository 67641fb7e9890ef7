import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import {
  defaultsVocabulary,
  groupVocabulary,
  processVocabulary,
  rootVocabulary,
  settingsVocabulary,
} from "../keys/vocabularies.ts";
import type { Key } from "../keys/key.ts";
import { mergeAssignments } from "../layers/merge-assignments.ts";
import { readAssignments } from "../layers/read-assignments.ts";
import { isName } from "../model/name.ts";
import type { Layer } from "../model/origin.ts";
import type { Problem } from "../source/problem.ts";
import type { SourceFile, SourceNode } from "../source/source-node.ts";
import { formatPlace } from "../values/format-place.ts";
import { groupEntries, type KeyedNodes, type Vocabulary } from "../values/group-entries.ts";
import { type Document, nothingSaid, type Said } from "./document.ts";
import { type NamedElement, namedElements } from "./named-elements.ts";

/** A file on its way into a document. */
export interface Collecting {
  readonly document: Document;
  /** `local` for the override beside the main file, which is stronger than all others. */
  readonly strength: keyof Said;
  readonly report: (problem: Problem) => void;
}

/** Adds everything that a file says to a document. What is wrong is reported and left out. */
export function collectFile(file: SourceFile, collecting: Collecting): void {
  const { report } = collecting;
  const scope: Scope = { ...collecting, file };
  const groups = groupEntries(file.root, rootVocabulary, report);
  const nodesOf = (key: string): readonly SourceNode[] => groups.get(key)?.nodes ?? [];
  for (const node of nodesOf("settings")) {
    say(collecting.document.settings, node, { ...scope, ...settings });
  }
  for (const node of nodesOf("defaults")) {
    say(collecting.document.defaults, node, { ...scope, ...defaults });
  }
  for (const element of namedElements(nodesOf("group"), {
    what: "group",
    format: file.format,
    report,
  })) {
    collectGroup(element, scope);
  }
  collectProcesses(nodesOf("process"), null, scope);
}

interface Scope extends Collecting {
  readonly file: SourceFile;
}

/** What an element may say, and as which layer. */
interface Subject {
  readonly vocabulary: Vocabulary;
  readonly table: Readonly<Record<string, Key<unknown>>>;
  readonly layer: Layer;
}

const settings: Subject = {
  vocabulary: settingsVocabulary,
  table: settingKeyTable,
  layer: "settings",
};
const defaults: Subject = {
  vocabulary: defaultsVocabulary,
  table: processKeyTable,
  layer: "defaults",
};
const ofGroup: Subject = { vocabulary: groupVocabulary, table: processKeyTable, layer: "group" };
const ofProcess: Subject = {
  vocabulary: processVocabulary,
  table: processKeyTable,
  layer: "process",
};

// Values for all processes or a group stay weaker than a process' own, also when they stand in the local override.
function layerOf({ layer, strength }: Scope & Subject): Layer {
  return strength === "local" && (layer === "settings" || layer === "process") ? "local" : layer;
}

function say(
  said: Said,
  node: SourceNode,
  scope: Scope & Subject,
): ReadonlyMap<string, KeyedNodes> {
  const { report, strength, file, vocabulary, table } = scope;
  if (node.kind !== "map") {
    if (node.kind === "list" || node.text.trim() !== "") {
      report({ at: node.at, message: `${vocabulary.owner} consists of keys with values` });
    }
    return new Map();
  }
  const groups = groupEntries(node, vocabulary, report);
  const assignments = readAssignments(groups, table, { layer: layerOf(scope), file, report });
  said[strength] = mergeAssignments(said[strength], assignments, report);
  return groups;
}

function collectGroup({ id, node }: NamedElement, scope: Scope): void {
  const { document } = scope;
  const said = document.groups.get(id) ?? nothingSaid();
  document.groups.set(id, said);
  const groups = say(said, node, { ...scope, ...ofGroup });
  collectProcesses(groups.get("process")?.nodes ?? [], id, scope);
}

function collectProcesses(nodes: readonly SourceNode[], group: string | null, scope: Scope): void {
  const { file, report } = scope;
  for (const element of namedElements(nodes, { what: "process", format: file.format, report })) {
    collectProcess(element, group, scope);
  }
}

function collectProcess(element: NamedElement, outerGroup: string | null, scope: Scope): void {
  const { document, strength, file, report } = scope;
  const { id, at, node } = element;
  const known = document.processes.get(id);
  const earlier = strength === "main" ? known?.at : known?.localAt;
  if (earlier !== undefined && earlier !== null) {
    report({ at, message: `the id ${id} is given twice, first at ${formatPlace(earlier)}` });
    return;
  }
  const source = known ?? { id, at, group: null, said: nothingSaid(), node, file, localAt: null };
  source.localAt = strength === "local" ? at : null;
  document.processes.set(id, source);
  const groups = say(source.said, node, { ...scope, ...ofProcess });
  const group = groupOf(groups, outerGroup, scope);
  if (group !== null) {
    source.group = group;
    if (!document.groups.has(group)) {
      document.groups.set(group, nothingSaid());
    }
  }
}

function groupOf(
  groups: ReadonlyMap<string, KeyedNodes>,
  outerGroup: string | null,
  { report }: Scope,
): string | null {
  const node = groups.get("group")?.nodes[0];
  if (node === undefined || (node.kind === "scalar" && node.value === null)) {
    return outerGroup;
  }
  if (node.kind !== "scalar" || !isName(node.text)) {
    report({
      at: node.at,
      message: "this cannot be the name of a group",
      hint: 'for example group="web"',
    });
    return outerGroup;
  }
  if (outerGroup !== null && node.text !== outerGroup) {
    report({
      at: node.at,
      message: `the process stands in the group ${outerGroup} and names the group ${node.text}`,
    });
  }
  return node.text;
}
