import { readFileSync } from "node:fs";
import { bind, once } from "./c-library.ts";

/** A piece of this process' memory that shows a file. */
export interface ProgramMapping {
  readonly address: bigint;
  readonly bytes: bigint;
}

const dontNeed = 4;
const smallestBytes = 1024n * 1024n;

const native = once(() =>
  bind<(address: bigint, bytes: bigint, advice: number) => number>(
    "int madvise(uintptr_t, size_t, int)",
  ),
);

/**
 * Gives back the pages of the program and its libraries that are in memory: most of them were needed only to start. The kernel
 * brings back from its cache what is needed again, at the next touch. Nothing where that can't be done.
 */
export function releaseProgramPages(): void {
  try {
    for (const { address, bytes } of programMappings(readFileSync("/proc/self/smaps", "utf8")))
      native()(address, bytes, dontNeed);
  } catch {
    // Only memory is lost by it.
  }
}

/** The large pieces that nobody can have written into: what is in them is in their file, too. */
export function programMappings(smaps: string): readonly ProgramMapping[] {
  return smaps.split(/\n(?=[0-9a-f]+-[0-9a-f]+ )/).flatMap((text) => {
    const head = /^([0-9a-f]+)-([0-9a-f]+) r-[x-]p \S+ \S+ (\d+) +\//.exec(text);
    const [, from = "0", to = "0", inode] = head ?? [];
    const address = BigInt(`0x${from}`);
    const bytes = BigInt(`0x${to}`) - address;
    const isUnwritten = inode !== "0" && /^Anonymous: +0 kB$/m.test(text);
    return head !== null && isUnwritten && bytes >= smallestBytes ? [{ address, bytes }] : [];
  });
}
