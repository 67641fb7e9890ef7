import { existsSync, type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";
import { openCaptureDirectory } from "./capture-directory.ts";
import { holderRecordName } from "./holder-record.ts";

// Whoever tidies up removes more than one file; and this often is tried again what failed.
const settleMs = 200;
const retryMs = 5_000;

/**
 * Makes the folder of the FIFOs again when somebody removes it, as the system does with the runtime directory of a user who logs out, and
 * has `restore` write into it what the next daemon has to know. The answer ends that.
 */
export function keepDirectory(directory: string, restore: () => void): () => void {
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | null = null;
  let ended = false;

  const lookIn = (ms: number): void => {
    if (!ended) timer ??= setTimeout(look, ms).unref();
  };
  const look = (): void => {
    timer = null;
    try {
      if (!existsSync(join(directory, holderRecordName))) {
        openCaptureDirectory(directory);
        restore();
      }
      follow();
    } catch {
      // Where it can't be made, what was captured is found by its holders.
      lookIn(retryMs);
    }
  };
  const follow = (): void => {
    watcher?.close();
    // Not the folder itself, which changes with every byte that is written to one of its FIFOs.
    watcher = watch(dirname(directory), { persistent: false }, (event) => {
      if (event === "rename") lookIn(settleMs);
    });
    watcher.on("error", () => lookIn(retryMs));
  };
  try {
    follow();
  } catch {
    lookIn(retryMs);
  }
  return () => {
    ended = true;
    if (timer !== null) clearTimeout(timer);
    watcher?.close();
  };
}
