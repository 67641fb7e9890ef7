import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import { sameValue } from "../layers/same-value.ts";
import type { Configuration, EffectiveProcess, EffectiveSettings } from "../model/configuration.ts";
import type { ProcessKeyName } from "../model/process-values.ts";
import type { SettingName } from "../model/setting-values.ts";
import type { ChangedProcess, ChangedSetting, ConfigurationDiff } from "./configuration-diff.ts";

// Another number of instances shows as instances that are added or removed; those that stay are the same.
const processKeyNames = (Object.keys(processKeyTable) as readonly ProcessKeyName[]).filter(
  (name) => name !== "numProcs",
);
const settingNames = Object.keys(settingKeyTable) as readonly SettingName[];

/** What has to be added, changed and removed to get from one configuration to another. */
export function diffConfiguration(before: Configuration, after: Configuration): ConfigurationDiff {
  const earlier = new Map(before.processes.map((process) => [process.id, process]));
  const later = new Set(after.processes.map(({ id }) => id));
  return {
    added: after.processes.filter(({ id }) => !earlier.has(id)).map(({ id }) => id),
    changed: after.processes.flatMap((process) => {
      const known = earlier.get(process.id);
      return known === undefined ? [] : (changeOf(known, process) ?? []);
    }),
    removed: before.processes.filter(({ id }) => !later.has(id)).map(({ id }) => id),
    settings: diffSettings(before.settings, after.settings),
  };
}

/** The settings that are others. */
export function diffSettings(
  before: EffectiveSettings,
  after: EffectiveSettings,
): readonly ChangedSetting[] {
  return settingNames.flatMap((name) =>
    sameValue(before.values[name], after.values[name])
      ? []
      : [{ name, needsRestart: settingKeyTable[name].needsRestart }],
  );
}

/** Whether there is nothing to do. */
export function isEmptyDiff({ added, changed, removed, settings }: ConfigurationDiff): boolean {
  return added.length + changed.length + removed.length + settings.length === 0;
}

function changeOf(before: EffectiveProcess, after: EffectiveProcess): ChangedProcess | null {
  const keys: string[] = processKeyNames.filter(
    (key) => !sameValue(before.values[key], after.values[key]),
  );
  if (before.group !== after.group) {
    keys.unshift("group");
  }
  // The files of envFile may have other lines under the same name.
  if (
    !sameValue(before.environment, after.environment) &&
    !keys.includes("environment") &&
    !keys.includes("envFile")
  ) {
    keys.push("envFile");
  }
  const restart = keys.some((key) => isProcessKey(key) && processKeyTable[key].restart);
  return keys.length === 0 ? null : { id: after.id, keys, restart };
}

function isProcessKey(key: string): key is ProcessKeyName {
  return Object.hasOwn(processKeyTable, key);
}
