import type { SettingReloadRequest } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { toReloadReport } from "./to-wire/to-reload-report.ts";

/** Reads the settings again and applies those that need no restart; processes stay as they are. */
export const settingReload: Handler<SettingReloadRequest> = async function* ({ configuration }) {
  yield { reload: toReloadReport(await configuration.reloadSettings(), { dryRun: false }) };
};
