import type { Vocabulary } from "../values/group-entries.ts";
import { spellings } from "../values/spellings.ts";
import type { Key } from "./key.ts";
import { processKeyTable } from "./process-key-table.ts";
import { settingKeyTable } from "./setting-key-table.ts";

interface KnownKey {
  readonly name: string;
  readonly repeats: boolean;
}

function spelled(
  table: Readonly<Record<string, Key<unknown>>>,
): readonly (readonly [string, KnownKey])[] {
  return Object.entries(table).flatMap(([name, { type, aliases }]) =>
    spellings(name, aliases).map(
      (spelling) => [spelling, { name, repeats: type.repeats }] as const,
    ),
  );
}

function single(...names: readonly string[]): readonly (readonly [string, KnownKey])[] {
  return names.map((name) => [name, { name, repeats: false }]);
}

function many(...names: readonly string[]): readonly (readonly [string, KnownKey])[] {
  return names.map((name) => [name, { name, repeats: true }]);
}

const ofProcesses = spelled(processKeyTable);
const processes = [...many("process"), ["processes", { name: "process", repeats: true }] as const];
const groups = [...many("group"), ["groups", { name: "group", repeats: true }] as const];

/** What may stand in a process. */
export const processVocabulary: Vocabulary = {
  owner: "a process",
  keys: new Map([...ofProcesses, ...single("id", "group")]),
};

/** What may stand in a group: values for its processes, and the processes. */
export const groupVocabulary: Vocabulary = {
  owner: "a group",
  keys: new Map([...ofProcesses, ...single("id"), ...processes]),
};

/** What may stand in the defaults. */
export const defaultsVocabulary: Vocabulary = { owner: "defaults", keys: new Map(ofProcesses) };

/** What may stand in the settings. */
export const settingsVocabulary: Vocabulary = {
  owner: "settings",
  keys: new Map(spelled(settingKeyTable)),
};

// Written by editors that know the schema; they mean nothing here.
const schemaReferences = [
  "$schema",
  "xmlns",
  "xmlns:xsi",
  "xsi:noNamespaceSchemaLocation",
  "xsi:schemaLocation",
];

/** What may stand at the top of a file. */
export const rootVocabulary: Vocabulary = {
  owner: "a configuration",
  keys: new Map([
    ...many("settings", "include", "defaults", ...schemaReferences),
    ...groups,
    ...processes,
  ]),
};
