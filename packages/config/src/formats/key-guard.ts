import type { SourceReader } from "../source/source-reader.ts";

/** Watches the keys of one map. */
export interface KeyGuard {
  /** Refuses a key that was seen before, naming both places. */
  see(key: string, offset: number): void;
}

/** Guards a map of a format in which a key stands once. */
export function createKeyGuard(reader: SourceReader): KeyGuard {
  const seen = new Map<string, number>();
  return {
    see: (key, offset) => {
      const before = seen.get(key);
      if (before !== undefined) {
        reader.fail(
          offset,
          `the key ${key} stands twice, first in line ${reader.position(before).line}`,
        );
      }
      seen.set(key, offset);
    },
  };
}
