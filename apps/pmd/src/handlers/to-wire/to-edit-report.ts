import { displaySettings, type DisplayedValue, displayValues } from "@dpm/config";
import type { EditReportInit } from "@dpm/pdu";
import type { EditOutcome } from "../../configuration/configuration-edits.ts";
import type { ConfigurationKeeper } from "../../configuration/configuration-keeper.ts";
import { toValue } from "./to-value.ts";

/** What an edit wrote, with the values that are effective now. */
export function toEditReport(
  { file, line, keys, change }: EditOutcome,
  {
    id,
    configuration,
  }: { readonly id: string | null; readonly configuration: ConfigurationKeeper },
): EditReportInit {
  const written = new Set(keys);
  // A variable is written as `environment` or as `environment.NAME`, and shown as the latter.
  const isWritten = ({ key }: DisplayedValue): boolean =>
    written.has(key) || written.has(key.split(".")[0] ?? key);
  return {
    file,
    line,
    values: effectiveValues(id, configuration).filter(isWritten).map(toValue),
    needRestart: change.settingsWaiting,
  };
}

function effectiveValues(
  id: string | null,
  configuration: ConfigurationKeeper,
): readonly DisplayedValue[] {
  if (id === null) return displaySettings(configuration.settings.settings);
  const found = configuration.current.processes.find(
    (process) => process.id === id || process.baseId === id,
  );
  // A process that was just taken out has no values.
  return found === undefined ? [] : displayValues(found);
}
