import { type FSWatcher, watch } from "node:fs";

/** Waits for a file to change. */
export interface ChangeWatch {
  /** Resolves when it changed since the last call, after this time at the latest, or at the end. */
  changed(mostMs: number): Promise<void>;
  /** Watches the file that has the name now. */
  renew(): void;
  close(): void;
}

/**
 * Watches a file by its name. The watcher makes it quick; the time makes it certain where nothing watches: a kernel
 * before 6.4 tells nothing of what was spliced into a file, and not every file system tells.
 */
export function watchChanges(path: string, signal: AbortSignal): ChangeWatch {
  let watcher: FSWatcher | null = null;
  let hasChanged = false;
  let wake: () => void = () => {};

  const note = (): void => {
    hasChanged = true;
    wake();
  };
  const close = (): void => {
    watcher?.close();
    watcher = null;
  };
  signal.addEventListener("abort", note);
  return {
    renew() {
      close();
      try {
        watcher = watch(path, { persistent: false }, note);
        watcher.on("error", close);
      } catch {
        // Not there, or no watch is left: the time does it alone.
      }
    },
    async changed(mostMs) {
      if (!hasChanged && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, mostMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = () => {};
      }
      hasChanged = false;
    },
    close() {
      signal.removeEventListener("abort", note);
      close();
    },
  };
}
