import { dirname } from "node:path";
import type { Key } from "../keys/key.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import {
  defaultsVocabulary,
  groupVocabulary,
  processVocabulary,
  settingsVocabulary,
} from "../keys/vocabularies.ts";
import type { Speaker } from "../layers/assignment.ts";
import { mergeAssignments } from "../layers/merge-assignments.ts";
import { readAssignments } from "../layers/read-assignments.ts";
import type { Layer } from "../model/origin.ts";
import type { Problem } from "../source/problem.ts";
import type { SourceFile, SourceNode } from "../source/source-node.ts";
import { groupEntries, type KeyedNodes, type Vocabulary } from "../values/group-entries.ts";
import type { Said } from "./document.ts";

/** How the elements of one kind in one file speak. */
export interface Speech {
  readonly vocabulary: Vocabulary;
  readonly table: Readonly<Record<string, Key<unknown>>>;
  readonly speaker: Speaker;
  readonly strength: keyof Said;
}

/** The speeches of a file, by kind of element. */
export type Speeches = Readonly<Record<"settings" | "defaults" | "group" | "process", Speech>>;

/**
 * The speeches of a file. In the local override the settings and the processes speak as the layer `local`; values for all processes
 * or a group stay weaker than a process' own there, too.
 */
export function speechesOf(
  file: SourceFile,
  strength: keyof Said,
  report: (problem: Problem) => void,
): Speeches {
  const folder = dirname(file.path);
  const speech = (layer: Layer, vocabulary: Vocabulary, table: Speech["table"]): Speech => ({
    vocabulary,
    table,
    strength,
    speaker: { layer, variable: null, folder, format: file.format, report },
  });
  const isLocal = strength === "local";
  return {
    settings: speech(isLocal ? "local" : "settings", settingsVocabulary, settingKeyTable),
    defaults: speech("defaults", defaultsVocabulary, processKeyTable),
    group: speech("group", groupVocabulary, processKeyTable),
    process: speech(isLocal ? "local" : "process", processVocabulary, processKeyTable),
  };
}

/** Takes down what an element says, and returns all its entries. What is wrong is reported and left out. */
export function takeDown(
  said: Said,
  node: SourceNode,
  speech: Speech,
): ReadonlyMap<string, KeyedNodes> {
  const { vocabulary, table, speaker, strength } = speech;
  const { report } = speaker;
  if (node.kind !== "map") {
    if (node.kind === "list" || node.text.trim() !== "") {
      report({ at: node.at, message: `${vocabulary.owner} consists of keys with values` });
    }
    return new Map();
  }
  const groups = groupEntries(node, vocabulary, report);
  const assignments = readAssignments(groups, table, speaker);
  said[strength] = mergeAssignments(said[strength], assignments, report);
  return groups;
}
