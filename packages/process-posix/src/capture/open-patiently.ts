import { errnoOf } from "@dpm/launch";

const naps = new Int32Array(new SharedArrayBuffer(4));
const napMs = 0.2;
const mostNaps = 100;

/**
 * Opens a file also while the main thread starts a program: the soft limit of open files is that of the program for this moment,
 * and may be far below what this thread has open.
 */
export function openPatiently<T>(open: () => T): T {
  for (let count = 0; ; count++)
    try {
      return open();
    } catch (error) {
      if (errnoOf(error) !== "EMFILE" || count === mostNaps) throw error;
      Atomics.wait(naps, 0, 0, napMs);
    }
}
