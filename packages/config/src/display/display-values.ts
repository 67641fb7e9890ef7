import type { Key } from "../keys/key.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import type { EffectiveProcess, EffectiveSettings } from "../model/configuration.ts";
import type { HiddenValue, Origin, ValueOrigin } from "../model/origin.ts";
import { formatPlace } from "../values/format-place.ts";
import { mask, maskSecrets } from "./mask-secrets.ts";

/** One value as it is shown. */
export interface DisplayedValue {
  /** A key; a variable is `environment.NAME`. */
  readonly key: string;
  /** As one would write it, secrets masked; empty: not set. */
  readonly value: string;
  readonly origin: Origin;
  readonly hides: readonly HiddenValue[];
}

/** What is shown. */
export interface DisplayOptions {
  /** Only what differs from the built-in value. */
  readonly overrides?: boolean;
}

/** The effective values of a process, in the order of the table of keys. */
export function displayValues(
  process: EffectiveProcess,
  options: DisplayOptions = {},
): readonly DisplayedValue[] {
  const { shown, origins } = process;
  return rowsOf({ table: processKeyTable, values: shown, origins }, options);
}

/** The effective settings of the daemon, in the order of the table of settings. */
export function displaySettings(
  settings: EffectiveSettings,
  options: DisplayOptions = {},
): readonly DisplayedValue[] {
  const { shown, origins } = settings;
  return rowsOf({ table: settingKeyTable, values: shown, origins }, options);
}

/** An origin for people: `defaults (pmd.xml:4:3)`, `environment (DPM_SETTING_LOG_LEVEL)`, `built-in`. */
export function formatOrigin({ layer, at, variable }: Origin): string {
  const where = at === null ? variable : formatPlace(at);
  return where === null ? layer : `${layer} (${where})`;
}

interface Shown {
  readonly table: Readonly<Record<string, Key<unknown>>>;
  readonly values: object;
  readonly origins: Readonly<Record<string, ValueOrigin>>;
}

function rowsOf(
  { table, values, origins }: Shown,
  { overrides = false }: DisplayOptions,
): readonly DisplayedValue[] {
  return Object.entries(table).flatMap(([name, key]) => {
    const value: unknown = (values as Readonly<Record<string, unknown>>)[name];
    const text = key.type.write(value);
    if (overrides && text === key.type.write(key.default)) {
      return [];
    }
    if (key.merges !== true || text === "") {
      return [rowOf(name, { text, secret: key.secret === true, origin: origins[name] })];
    }
    return Object.entries(value as Readonly<Record<string, string>>).map(([variable, one]) => {
      const variableKey = `${name}.${variable}`;
      return rowOf(variableKey, {
        text: one,
        secret: key.secret === true,
        origin: origins[variableKey],
      });
    });
  });
}

const nowhere: ValueOrigin = { layer: "built-in", at: null, variable: null, hides: [] };

function rowOf(
  key: string,
  {
    text,
    secret,
    origin = nowhere,
  }: { readonly text: string; readonly secret: boolean; readonly origin: ValueOrigin | undefined },
): DisplayedValue {
  const { hides, ...place } = origin;
  return {
    key,
    value: secret && text !== "" ? mask : maskSecrets(key, text),
    origin: place,
    hides,
  };
}
