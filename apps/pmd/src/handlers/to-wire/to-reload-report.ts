import type { ReloadReportInit } from "@dpm/pdu";
import type { ChangeReport } from "../../configuration/configuration-keeper.ts";

/** A change of configuration as it crosses the wire. */
export function toReloadReport(
  change: ChangeReport,
  { dryRun }: { readonly dryRun: boolean },
): ReloadReportInit {
  return {
    added: change.added,
    changed: change.changed.map(({ id, keys, restart }) => ({ id, keys, restarted: restart })),
    removed: change.removed,
    settingsChanged: change.settingsApplied,
    settingsNeedRestart: change.settingsWaiting,
    generation: change.generation,
    dryRun,
  };
}
