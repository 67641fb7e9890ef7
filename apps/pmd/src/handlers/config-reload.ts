import type { ConfigReloadRequest } from "@dpm/pdu";
import type { ChangeReport } from "../configuration/configuration-keeper.ts";
import type { Handler } from "./handler.ts";
import { streamChange } from "./stream-change.ts";
import { toReloadReport } from "./to-wire/to-reload-report.ts";

/** Reads the configuration again and applies what changed, all or nothing; with `dryRun` only tells. */
export const configReload: Handler<ConfigReloadRequest> = async function* (
  { configuration },
  { dryRun },
  call,
) {
  if (dryRun) {
    yield { reload: toReloadReport(await configuration.preview(), { dryRun }) };
    return;
  }
  yield* streamChange(
    (operation) => configuration.reload(operation),
    (change: ChangeReport) => ({ reload: toReloadReport(change, { dryRun: false }) }),
    call,
  );
};
