import { dpmError } from "@dpm/errors";
import { insertMap } from "../edit/edit-source.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import { processVocabulary, rootVocabulary, settingsVocabulary } from "../keys/vocabularies.ts";
import type { Configuration } from "../model/configuration.ts";
import { parseSource } from "../source/parse-source.ts";
import type { SourceFile, SourceMap } from "../source/source-node.ts";
import { checkEdit, type EditPlan, fileOf, type KeyValue } from "./edit-plan.ts";
import { findProcess, findProcessElement } from "./find-process.ts";
import { type KeyPath, parseKeyPath } from "./parse-key-path.ts";
import { refuseHidden } from "./refuse-hidden.ts";
import { writeValue } from "./write-value.ts";

/** What is to be set. */
export interface SetRequest {
  /** A process, an instance (its definition is meant) or a family; null: the daemon's own settings. */
  readonly id: string | null;
  readonly assignments: readonly KeyValue[];
}

/**
 * Plans to set keys of a process, in its own element, or settings of the daemon, and checks what would come of it.
 * Throws `ERR_DPM_CONFIG_NO_SUCH_PROCESS`, `ERR_DPM_CONFIG_NO_SUCH_KEY`, `ERR_DPM_CONFIG_KEY_HIDDEN` naming the layer that hides,
 * `ERR_DPM_CONFIG_KEY_NOT_EDITABLE`, `ERR_DPM_CONFIG_INVALID`, and what the editor of the format throws.
 */
export async function planSet(
  configuration: Configuration,
  { id, assignments }: SetRequest,
): Promise<EditPlan> {
  const target =
    id === null ? settingsTarget(configuration, assignments) : processTarget(configuration, id);
  const text = assignments.reduce((current, { key, value }) => {
    const path = target.open(key);
    const file =
      current === target.file.text
        ? target.file
        : parseSource({ path: target.file.path, content: current });
    return target.write(file, path, value);
  }, target.file.text);
  return checkEdit(configuration, { file: target.file, text });
}

/** Where assignments go. */
interface Target {
  readonly file: SourceFile;
  /** Finds the key, and refuses one that is hidden. */
  readonly open: (key: string) => KeyPath;
  readonly write: (file: SourceFile, path: KeyPath, value: string) => string;
}

function processTarget(configuration: Configuration, id: string): Target {
  const { baseId, file, origins } = findProcess(configuration, id);
  const owner = { id, vocabulary: processVocabulary, table: processKeyTable };
  const layer = file.path === configuration.local?.path ? "local" : "process";
  return {
    file,
    open: (key) => {
      const path = parseKeyPath(key, owner);
      refuseHidden(origins, { ...path, id, layer });
      return path;
    },
    write: (current, path, value) => {
      const element = findProcessElement(current, baseId);
      if (element === null) {
        throw dpmError("ERR_DPM_CONFIG_NO_SUCH_PROCESS", { id: baseId, nearest: null });
      }
      return writeValue({
        file: current,
        element,
        vocabulary: processVocabulary,
        id,
        value,
        ...path,
      });
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

function writeSetting(file: SourceFile, path: KeyPath, value: string): string {
  const { entries } = file.root;
  const settings = entries
    .filter(({ key }) => rootVocabulary.keys.get(key)?.name === "settings")
    .map(({ value: node }) => node);
  const has = (map: SourceMap): boolean =>
    map.entries.some(({ key }) => settingsVocabulary.keys.get(key)?.name === path.key);
  const maps = settings.filter((node) => node.kind === "map");
  const element = maps.find(has) ?? maps[0];
  return element === undefined
    ? insertMap(file, file.root, { key: "settings", assignments: [{ key: path.key, text: value }] })
    : writeValue({ file, element, vocabulary: settingsVocabulary, id: null, value, ...path });
}
