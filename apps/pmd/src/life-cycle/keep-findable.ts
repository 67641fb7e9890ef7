import { existsSync, type FSWatcher, watch } from "node:fs";
import { type DpmError, dpmError, isDpmError } from "@dpm/errors";
import { errnoOf, messageOf } from "../failure.ts";
import { ensurePrivateDirectory } from "../files/private-directory.ts";

/** The files by which a daemon is found, and how they are made again. */
export interface FindableOptions {
  /** Of the files. */
  readonly directory: string;
  /** Paths of those that have to be there. */
  readonly files: readonly string[];
  readonly restore: () => Promise<void>;
  /** Told why they could not be made again; null: they are there. */
  readonly outcome: (error: DpmError | null) => void;
}

// Whoever tidies up removes more than one file; and this often is tried again what failed.
const settleMs = 200;
const retryMs = 5_000;

/** Makes the files again when somebody removes them, such as a program that cleans up temporary directories. The answer ends that. */
export function keepFindable({ directory, files, restore, outcome }: FindableOptions): () => void {
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let ended = false;

  const lookIn = (ms: number): void => {
    if (ended) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), ms).unref();
  };
  const look = async (): Promise<void> => {
    if (isBusy) return lookIn(settleMs);
    if (files.every((file) => existsSync(file))) return;
    isBusy = true;
    try {
      ensurePrivateDirectory(directory);
      await restore();
      outcome(null);
      follow();
    } catch (error) {
      outcome(isDpmError(error) ? error : unwritten(directory, error));
      lookIn(retryMs);
    } finally {
      isBusy = false;
    }
  };
  const follow = (): void => {
    watcher?.close();
    watcher = null;
    if (ended) return;
    try {
      // Told by the kernel: nothing is done while nothing happens.
      watcher = watch(directory, { persistent: false }, () => lookIn(settleMs));
      watcher.on("error", () => lookIn(retryMs));
    } catch {
      lookIn(retryMs);
    }
  };
  follow();
  // What was removed before anybody watched.
  lookIn(settleMs);
  return () => {
    ended = true;
    clearTimeout(timer);
    watcher?.close();
  };
}

function unwritten(path: string, cause: unknown): DpmError {
  const loss = "clients on this machine can't find it";
  const errno = errnoOf(cause) ?? messageOf(cause);
  return dpmError("ERR_DPM_DAEMON_FILE_UNWRITTEN", { path, errno, loss }, cause);
}
