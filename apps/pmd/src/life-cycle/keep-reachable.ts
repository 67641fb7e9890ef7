import { existsSync } from "node:fs";
import type { Logger } from "@dpm/logger";
import { ensurePrivateDirectory } from "../files/private-directory.ts";
import type { Listeners } from "../listeners/open-listeners.ts";
import type { Paths } from "../paths.ts";
import type { Troubles } from "../troubles.ts";
import { keepFindable } from "./keep-findable.ts";
import { publish, type Published } from "./published.ts";

/** What a runtime directory is filled with again. */
export interface Reachable {
  readonly paths: Pick<Paths, "runtimeDirectory" | "publishedFile">;
  /** Where captured output passes through. */
  readonly captureDirectory: string;
  readonly published: Published;
  readonly listeners: Pick<Listeners, "socketFile" | "restoreSocketFiles">;
  readonly log: Pick<Logger, "warn">;
  readonly troubles: Pick<Troubles, "set" | "clear">;
}

/** Makes the runtime directory again when somebody removes it, or what clients find a daemon by in it. The answer ends that. */
export function keepReachable(reachable: Reachable): () => void {
  const { paths, captureDirectory, published, listeners, log, troubles } = reachable;
  const { socketFile } = listeners;
  // Not every engine has one.
  const hasCapture = existsSync(captureDirectory);
  return keepFindable({
    directory: paths.runtimeDirectory,
    files: [
      paths.publishedFile,
      ...(socketFile === null ? [] : [socketFile]),
      ...(hasCapture ? [captureDirectory] : []),
    ],
    restore: async () => {
      await listeners.restoreSocketFiles();
      if (!existsSync(paths.publishedFile)) publish(paths.publishedFile, published);
      if (hasCapture) ensurePrivateDirectory(captureDirectory);
      log.warn(`${paths.runtimeDirectory} was tidied up: what clients find pmd by is there again`);
    },
    loss: "clients on this machine can't find it",
    outcome: (error) => {
      if (error === null) troubles.clear("findable");
      else troubles.set("findable", error);
    },
  });
}
