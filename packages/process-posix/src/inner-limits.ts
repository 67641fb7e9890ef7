import type { Program } from "@dpm/process-core";
import { type FileLimits, openFileLimits, setOpenFileLimits, setUmask } from "./native/limits.ts";

/** What is put in force in this process for the moment of a start, since a child inherits it. */
export interface InnerLimits {
  readonly openFiles: FileLimits | null;
  readonly umask: number | null;
}

/**
 * Takes out of a program what this process can have in force itself while it starts it, which saves a helper program each.
 * A hard limit can't be taken back by everybody, so another one than our own is left to a helper.
 */
export function splitLimits(
  program: Program,
  softOpenFiles: number,
): { readonly inner: InnerLimits; readonly rest: Program } {
  const own = openFileLimits();
  const { nofile, ...limits } = program.limits;
  const wanted = nofile ?? { soft: Math.min(softOpenFiles, own.hard), hard: own.hard };
  const isOurs = wanted.hard === own.hard && wanted.soft <= wanted.hard;
  return {
    inner: {
      openFiles: isOurs && wanted.soft !== own.soft ? wanted : null,
      umask: program.umask,
    },
    rest: { ...program, umask: null, limits: isOurs ? limits : program.limits },
  };
}

/** Runs `work` with these in force. Answers the name of the error where that is not allowed. */
export function withInnerLimits<T>({ openFiles, umask }: InnerLimits, work: () => T): T | string {
  const filesBefore = openFiles === null ? null : openFileLimits();
  if (openFiles !== null) {
    const errno = setOpenFileLimits(openFiles);
    if (errno !== null) return errno;
  }
  const umaskBefore = umask === null ? null : setUmask(umask);
  try {
    return work();
  } finally {
    if (umaskBefore !== null) setUmask(umaskBefore);
    if (filesBefore !== null) setOpenFileLimits(filesBefore);
  }
}
