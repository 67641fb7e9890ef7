import { existsSync } from "node:fs";
import { basename, sep } from "node:path";
import { dpmError } from "@dpm/errors";
import { ensurePrivateDirectory } from "../files/private-directory.ts";
import { writeInstanceId } from "../instance-id.ts";
import type { InstanceLock } from "../instance-lock.ts";
import type { Paths } from "../paths.ts";
import type { DaemonStateStore } from "../state/state-store.ts";
import { restoreToken } from "../token.ts";
import type { Troubles } from "../troubles.ts";
import { keepFindable } from "./keep-findable.ts";

/** All that a state directory is made of again, from the memory of the daemon that runs on it. */
export interface KeptState {
  readonly paths: Paths;
  readonly instanceId: string;
  readonly token: Uint8Array;
  readonly lock: Pick<InstanceLock, "renew">;
  readonly store: Pick<DaemonStateStore, "reopen">;
  readonly reopenLogs: () => void;
  readonly troubles: Pick<Troubles, "set" | "clear">;
}

/**
 * Makes the state directory again when somebody removes it, or what is in it: without it the next daemon would start everything a
 * second time, and another one could start beside this one. The answer ends that.
 */
export function keepState(state: KeptState): () => void {
  const { paths, troubles } = state;
  const { stateDirectory, logDirectory, databaseFile } = paths;
  const files = [
    paths.lockFile,
    paths.tokenFile,
    databaseFile,
    // On a full disk it may not be written yet.
    ...(existsSync(paths.instanceFile) ? [paths.instanceFile] : []),
    ...(logDirectory.startsWith(stateDirectory + sep) ? [logDirectory] : []),
  ];
  const restore = async (): Promise<void> => {
    const missing = files.filter((file) => !existsSync(file));
    // First of all: where another one has it now, nothing of that one is to be touched.
    await state.lock.renew();
    writeInstanceId(paths.instanceFile, state.instanceId);
    restoreToken(paths.tokenFile, state.token);
    if (missing.includes(logDirectory)) {
      ensurePrivateDirectory(logDirectory);
      state.reopenLogs();
    }
    if (missing.includes(databaseFile)) await state.store.reopen();
    const what = missing.map((file) => basename(file)).join(", ");
    troubles.set(
      "state-removed",
      dpmError("ERR_DPM_DAEMON_STATE_REMOVED", { directory: stateDirectory, what }),
    );
  };
  return keepFindable({
    directory: stateDirectory,
    files,
    restore,
    loss: "the next one would not know what runs",
    outcome: (error) => {
      if (error === null) troubles.clear("state-directory");
      else troubles.set("state-directory", error);
    },
  });
}
