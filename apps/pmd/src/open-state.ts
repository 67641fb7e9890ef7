import { dpmError, hasCode } from "@dpm/errors";
import {
  type DaemonStateStore,
  openStateStore,
  type StateStoreOptions,
} from "./state/state-store.ts";

/** Opens the state at a start. Throws what the store throws, in the words of a daemon that starts nothing instead of one that goes on. */
export async function openState(options: StateStoreOptions): Promise<DaemonStateStore> {
  try {
    return await openStateStore(options);
  } catch (error) {
    if (!hasCode(error, "ERR_DPM_DAEMON_STATE_FAILED")) throw error;
    const reason = String(error.details["reason"]);
    throw dpmError("ERR_DPM_DAEMON_STATE_UNOPENED", { path: options.path, reason }, error);
  }
}
