import { type DisplayedValue, displaySettings, settingKeys } from "@dpm/config";
import { dpmError, nearest } from "@dpm/errors";
import type { SettingDisplayRequest, SettingInit } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { toValue } from "./to-wire/to-value.ts";

/** The daemon's own settings, or one of them, each with where it is from and whether it can be changed. */
export const settingDisplay: Handler<SettingDisplayRequest> = async function* (
  { configuration },
  { name },
) {
  const values = displaySettings(configuration.settings);
  const initial = displaySettings(configuration.initialSettings);
  const inForce = new Map(initial.map(({ key, value }) => [key, value]));
  const wanted = name === "" ? null : keyOf(name);
  yield {
    settings: {
      settings: values
        .filter(({ key }) => wanted === null || key === wanted)
        .map((value) => toSetting(value, inForce.get(value.key))),
    },
  };
};

function keyOf(name: string): string {
  const found = settingKeys.find((key) => key.name === name || key.aliases.includes(name));
  if (found === undefined) {
    const names = settingKeys.map((key) => key.name);
    throw dpmError("ERR_DPM_DAEMON_NO_SUCH_SETTING", { name, nearest: nearest(name, names) });
  }
  return found.name;
}

function toSetting(value: DisplayedValue, initial: string | undefined): SettingInit {
  const known = settingKeys.find(({ name }) => name === value.key);
  return {
    value: toValue(value),
    writable: known?.writable,
    needsRestart: known?.needsRestart,
    description: known?.doc,
    ...(known?.needsRestart === true && initial !== value.value ? { inForce: initial } : {}),
  };
}
