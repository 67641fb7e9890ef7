import { compressRotated } from "@dpm/captured-log";

/** Compresses rotated logs, one at a time, so that it never takes more than a part of one processor. */
export interface CompressQueue {
  add(path: string): void;
  /** Resolves when nothing is being compressed; nothing more will be. */
  close(): Promise<void>;
}

/** Makes one; `done` is told of each log whose files are compressed. */
export function createCompressQueue(done: (path: string) => void): CompressQueue {
  const wanted = new Set<string>();
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    for (const path of wanted) {
      wanted.delete(path);
      // A full disk, most likely. The files stay as they are, and the next rotation tries again.
      await compressRotated(path).then(
        () => done(path),
        () => {},
      );
    }
    running = null;
  };
  return {
    add: (path) => {
      wanted.add(path);
      running ??= run();
    },
    close: async () => {
      wanted.clear();
      await running;
    },
  };
}
