import { rootVocabulary } from "../keys/vocabularies.ts";
import { isName } from "../model/name.ts";
import type { Problem } from "../source/problem.ts";
import type { SourceFile, SourceNode } from "../source/source-node.ts";
import { formatPlace } from "../values/format-place.ts";
import { groupEntries, type KeyedNodes } from "../values/group-entries.ts";
import { type Document, nothingSaid, type Said } from "./document.ts";
import { type NamedElement, namedElements } from "./named-elements.ts";
import { type Speeches, speechesOf, takeDown } from "./speech.ts";

/** A file on its way into a document. */
export interface Collecting {
  readonly document: Document;
  /** `local` for the override beside the main file, which is stronger than all others. */
  readonly strength: keyof Said;
  readonly report: (problem: Problem) => void;
}

/** Adds everything that a file says to a document. What is wrong is reported and left out. */
export function collectFile(file: SourceFile, collecting: Collecting): void {
  const { document, strength, report } = collecting;
  const speeches = speechesOf(file, strength, report);
  const scope: Scope = { ...collecting, file, speeches };
  const groups = groupEntries(file.root, rootVocabulary, report);
  const nodesOf = (key: string): readonly SourceNode[] => groups.get(key)?.nodes ?? [];
  for (const node of nodesOf("settings")) {
    takeDown(document.settings, node, speeches.settings);
  }
  for (const node of nodesOf("defaults")) {
    takeDown(document.defaults, node, speeches.defaults);
  }
  const format = file.format;
  for (const element of namedElements(nodesOf("group"), { what: "group", format, report })) {
    collectGroup(element, scope);
  }
  collectProcesses(nodesOf("process"), null, scope);
  for (const { at } of strength === "local" ? nodesOf("include") : []) {
    report({
      at,
      message: "a local override cannot include other files",
      hint: "include them in the main file",
    });
  }
}

interface Scope extends Collecting {
  readonly file: SourceFile;
  readonly speeches: Speeches;
}

function collectGroup({ id, node }: NamedElement, scope: Scope): void {
  const { document, speeches } = scope;
  const said = document.groups.get(id) ?? nothingSaid();
  document.groups.set(id, said);
  const groups = takeDown(said, node, speeches.group);
  collectProcesses(groups.get("process")?.nodes ?? [], id, scope);
}

function collectProcesses(nodes: readonly SourceNode[], group: string | null, scope: Scope): void {
  const { file, report } = scope;
  for (const element of namedElements(nodes, { what: "process", format: file.format, report })) {
    collectProcess(element, group, scope);
  }
}

function collectProcess(element: NamedElement, outerGroup: string | null, scope: Scope): void {
  const { document, strength, file, speeches, report } = scope;
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
  const groups = takeDown(source.said, node, speeches.process);
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
