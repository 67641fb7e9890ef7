import { dpmError } from "@dpm/errors";
import { insertMap } from "../edit/edit-source.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import { processVocabulary, rootVocabulary, settingsVocabulary } from "../keys/vocabularies.ts";
import type { Configuration } from "../model/configuration.ts";
import type { ValueOrigin } from "../model/origin.ts";
import { parseSource } from "../source/parse-source.ts";
import type { SourceFile, SourceMap } from "../source/source-node.ts";
import type { Vocabulary } from "../values/group-entries.ts";
import { checkEdit, type EditPlan, fileOf, type KeyValue } from "./edit-plan.ts";
import { findProcess, findProcessElement } from "./find-process.ts";
import { formatKeyPath, type KeyPath, parseKeyPath } from "./parse-key-path.ts";
import { refuseHidden } from "./refuse-hidden.ts";
import { standingValue } from "./standing-value.ts";
import { writeValue } from "./write-value.ts";
import { placesOfKeys, type WrittenPlaces } from "./written-places.ts";

/** What is to be set. */
export interface SetRequest {
  /** A process, an instance (its definition is meant) or a family; null: the daemon's own settings. */
  readonly id: string | null;
  readonly assignments: readonly KeyValue[];
}

/**
 * Plans to set keys of a process, in its own element, or settings of the daemon, and checks what would come of it.
 * Throws `ERR_DPM_CONFIG_NO_SUCH_PROCESS`, `ERR_DPM_CONFIG_NO_SUCH_KEY`, `ERR_DPM_CONFIG_KEY_HIDDEN` naming the layer that hides,
 * `ERR_DPM_CONFIG_KEY_NOT_EDITABLE`, `ERR_DPM_CONFIG_EDIT_REFUSED`, and what the editor of the format throws.
 */
export async function planSet(
  configuration: Configuration,
  { id, assignments }: SetRequest,
): Promise<EditPlan> {
  const target =
    id === null ? settingsTarget(configuration, assignments) : processTarget(configuration, id);
  const { file, elements, vocabulary, origins } = target;
  const opened = assignments.map(({ key, value }) => ({ path: target.open(key), value }));
  const text = opened.reduce((current, { path, value }) => {
    const edited =
      current === file.text ? file : parseSource({ path: file.path, content: current });
    return target.write(edited, path, value);
  }, file.text);
  if (text === file.text) {
    const standing = opened.map((said) => standingValue(said, origins, file));
    return { file, text, configuration, changes: false, standing };
  }
  const assigned = new Map(opened.map(({ path }) => [path.key, formatKeyPath(path)]));
  const written = (edited: SourceFile): WrittenPlaces =>
    placesOfKeys({ elements: elements(edited), vocabulary, assigned });
  return checkEdit(configuration, { file, text, written });
}

/** Where assignments go. */
interface Target {
  readonly file: SourceFile;
  readonly vocabulary: Vocabulary;
  readonly origins: Readonly<Record<string, ValueOrigin>>;
  /** The elements of a version of the file that may have the keys. */
  readonly elements: (file: SourceFile) => readonly SourceMap[];
  /** Finds the key, and refuses one that is hidden. */
  readonly open: (key: string) => KeyPath;
  readonly write: (file: SourceFile, path: KeyPath, value: string) => string;
}

function processTarget(configuration: Configuration, id: string): Target {
  const { baseId, file, origins } = findProcess(configuration, id);
  const vocabulary = processVocabulary;
  const owner = { id, vocabulary, table: processKeyTable };
  const layer = file.path === configuration.local?.path ? "local" : "process";
  const elements = (current: SourceFile): readonly SourceMap[] => {
    const element = findProcessElement(current, baseId);
    return element === null ? [] : [element];
  };
  return {
    file,
    vocabulary,
    origins,
    elements,
    open: (key) => {
      const path = parseKeyPath(key, owner);
      refuseHidden(origins, { ...path, id, layer });
      return path;
    },
    write: (current, path, value) => {
      const [element] = elements(current);
      if (element === undefined) {
        throw dpmError("ERR_DPM_CONFIG_NO_SUCH_PROCESS", { id: baseId, nearest: null });
      }
      return writeValue({ file: current, element, vocabulary, id, value, ...path });
    },
  };
}

const settingsOwner = { id: null, vocabulary: settingsVocabulary, table: settingKeyTable };

function settingsTarget(configuration: Configuration, assignments: readonly KeyValue[]): Target {
  const { origins } = configuration.settings;
  const places = assignments.map(({ key }) =>
    fileOfSetting(configuration, parseKeyPath(key, settingsOwner)),
  );
  const file = places.find((place) => place !== null) ?? fileOf(configuration, configuration.file);
  return {
    file,
    vocabulary: settingsVocabulary,
    origins,
    elements: settingsElements,
    open: (key) => {
      const path = parseKeyPath(key, settingsOwner);
      refuseHidden(origins, { ...path, id: null, layer: "settings" });
      const own = fileOfSetting(configuration, path);
      if (own !== null && own !== file) {
        throw dpmError("ERR_DPM_CONFIG_KEY_NOT_EDITABLE", { id: null, key, where: own.path });
      }
      return path;
    },
    write: writeSetting,
  };
}

/** The file that a setting stands in; null when it is built in or hidden. */
function fileOfSetting(configuration: Configuration, { key }: KeyPath): SourceFile | null {
  const origin = Object.entries(configuration.settings.origins).find(([name]) => name === key)?.[1];
  return origin?.layer === "settings" && origin.at !== null
    ? fileOf(configuration, origin.at.file)
    : null;
}

function settingsElements({ root }: SourceFile): readonly SourceMap[] {
  return root.entries
    .filter(({ key }) => rootVocabulary.keys.get(key)?.name === "settings")
    .map(({ value }) => value)
    .filter((node) => node.kind === "map");
}

function writeSetting(file: SourceFile, path: KeyPath, value: string): string {
  const elements = settingsElements(file);
  const has = (map: SourceMap): boolean =>
    map.entries.some(({ key }) => settingsVocabulary.keys.get(key)?.name === path.key);
  const element = elements.find(has) ?? elements[0];
  return element === undefined
    ? insertMap(file, file.root, { key: "settings", assignments: [{ key: path.key, text: value }] })
    : writeValue({ file, element, vocabulary: settingsVocabulary, id: null, value, ...path });
}
