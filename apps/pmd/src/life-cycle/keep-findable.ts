import { existsSync, type FSWatcher, statSync, watch } from "node:fs";
import { type DpmError, dpmError, isDpmError } from "@dpm/errors";
import { errnoOf, messageOf } from "../failure.ts";
import { ensurePrivateDirectory } from "../files/private-directory.ts";

/** Files that others find a daemon by, or the next daemon what this one did, and how they are made again. */
export interface FindableOptions {
  /** Of the files. */
  readonly directory: string;
  /** Paths of those that have to be there. */
  readonly files: readonly string[];
  readonly restore: () => Promise<void>;
  /** What nobody has while they are missing, after "pmd works without it, but". */
  readonly loss: string;
  /** Told why they could not be made again; null: they are there. */
  readonly outcome: (error: DpmError | null) => void;
}

// Whoever tidies up removes more than one file; and this often is tried again what failed.
const settleMs = 200;
const retryMs = 5_000;

/** Makes the files again when somebody removes them, such as a program that cleans up temporary directories. The answer ends that. */
export function keepFindable(options: FindableOptions): () => void {
  const { directory, files, restore, loss, outcome } = options;
  let watched: number | null = null;
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
    if (files.every((file) => existsSync(file))) {
      // Another directory under the same name is not watched yet.
      if (inodeOf(directory) !== watched) follow();
      return;
    }
    isBusy = true;
    try {
      ensurePrivateDirectory(directory);
      await restore();
      outcome(null);
      follow();
      // Whoever removes them may not have been through.
      lookIn(settleMs);
    } catch (error) {
      outcome(isDpmError(error) ? error : unwritten({ path: directory, loss }, error));
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
      watched = inodeOf(directory);
      // A change of what is in a file is none of the directory.
      watcher = watch(directory, { persistent: false }, (kind) => {
        if (kind === "rename") lookIn(settleMs);
      });
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

function inodeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

function unwritten(
  { path, loss }: { readonly path: string; readonly loss: string },
  cause: unknown,
): DpmError {
  const errno = errnoOf(cause) ?? messageOf(cause);
  return dpmError("ERR_DPM_DAEMON_FILE_UNWRITTEN", { path, errno, loss }, cause);
}
