import { displaySettings, type DisplayedValue, displayValues } from "@dpm/config";
import type { EditReportInit } from "@dpm/pdu";
import type { EditOutcome } from "../../configuration/configuration-edits.ts";
import type { ConfigurationKeeper } from "../../configuration/configuration-keeper.ts";
import { toValue } from "./to-value.ts";

/** What an edit wrote, with the values that are effective now. */
export async function toEditReport(
  { file, line, keys, changes, change }: EditOutcome,
  {
    id,
    configuration,
  }: { readonly id: string | null; readonly configuration: ConfigurationKeeper },
): Promise<EditReportInit> {
  // A variable may be written as `environment` and is shown as `environment.NAME`; with `readiness.period` it is the other way.
  const isWritten = (key: string): boolean =>
    keys.some(
      (written) =>
        key === written || key.startsWith(`${written}.`) || written.startsWith(`${key}.`),
    );
  const values = await effectiveValues(id, configuration);
  return {
    file,
    line,
    values: values.filter(({ key }) => isWritten(key)).map(toValue),
    needRestart: change.settingsWaiting.filter(isWritten),
    unchanged: !changes,
  };
}

async function effectiveValues(
  id: string | null,
  configuration: ConfigurationKeeper,
): Promise<readonly DisplayedValue[]> {
  if (id === null) return displaySettings(configuration.settings);
  const { processes } = await configuration.current.whole();
  const found = processes.find((process) => process.id === id || process.baseId === id);
  // A process that was just taken out has no values.
  return found === undefined ? [] : displayValues(found);
}
