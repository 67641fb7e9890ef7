import { closeSync, fstatSync, lstatSync, openSync, readSync, writeSync } from "node:fs";
import { type LogOwner, openLogFile, recoverLog } from "@dpm/captured-log";
import { errnoOf, openInLogDirectory } from "@dpm/launch";
import { seekEnd } from "./pump-calls.ts";
import type { SinkHost } from "./sink-host.ts";

/** Opens a log to write, after finishing a rotation that was broken off. Throws errors of the file system. */
export function openLog({ logDirectory }: SinkHost, path: string, owner: LogOwner): number {
  return openInLogDirectory(logDirectory, path, () => {
    recoverLog(path);
    return openLogFile(path, owner);
  });
}

/** Whether the file of this name is another by now, or none. */
export function isReplaced(path: string, fd: number): boolean {
  const there = lstatSync(path, { throwIfNoEntry: false });
  const mine = fstatSync(fd);
  return there?.ino !== mine.ino || there.dev !== mine.dev;
}

/** Ends the last line of a file. Null, or the error's name. */
export function endLine(fd: number): string | null {
  try {
    const size = seekEnd(fd);
    const last = Buffer.alloc(1);
    const reader = openSync(`/proc/thread-self/fd/${fd}`, "r");
    readSync(reader, last, 0, 1, Math.max(0, size - 1));
    closeSync(reader);
    if (size > 0 && last[0] !== 0x0a) writeSync(fd, "\n");
    return null;
  } catch (error) {
    return errnoOf(error);
  }
}
