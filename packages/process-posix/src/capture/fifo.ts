import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  openSync,
  rmSync,
  lstatSync,
} from "node:fs";
import { basename, join } from "node:path";
import type { LogOwner } from "@dpm/launch";
import { bind, errnoName, lastErrno, once } from "../native/c-library.ts";

/** Which of a program's outputs goes through a FIFO; both, where they are merged, go through that of `out`. */
export type FifoStream = "out" | "err";

const native = once(() => ({
  mkfifo: bind<(path: string, mode: number) => number>("int mkfifo(const char*, unsigned int)"),
}));

// The folder is closed to everyone else. Whoever has a program's output may open it anew by /dev/stderr, whatever user it has
// become: that is what others may write for. Nobody else may read it.
const mode = 0o622;
const readFlags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** Where the FIFO of a process' output is. */
export function fifoPath(directory: string, id: string, stream: FifoStream): string {
  return join(directory, `${encodeURIComponent(id)}.${stream}`);
}

// What can't be a name, since names are encoded.
const lost = " (deleted)";

/** What a FIFO is called that has lost its name, and that somebody still has open: another may have that name by now. */
export function lostFifo(path: string): string {
  return isLostFifo(path) ? path : `${path}${lost}`;
}

/** Whether it is such a one. */
export function isLostFifo(path: string): boolean {
  return path.endsWith(lost);
}

/** The name that a FIFO has, or had, in its folder. */
export function fifoName(path: string): string {
  return basename(isLostFifo(path) ? path.slice(0, -lost.length) : path);
}

/** Makes a FIFO unless it is there, for a service of this user, and answers its read end. Throws errors of the file system. */
export function makeFifo(path: string, owner: LogOwner): number {
  const isNew = native().mkfifo(path, mode) === 0;
  if (!isNew) {
    const errno = errnoName(lastErrno());
    if (errno !== "EEXIST") throw fileError(errno, path);
  }
  const fd = isNew ? openSync(path, readFlags) : openFifo(path);
  try {
    // The umask has taken some of it away.
    fchmodSync(fd, mode);
    if (owner !== null) fchownSync(fd, owner.uid, owner.gid);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** The read end of a FIFO that is there: by its name, or by somebody's descriptor in `/proc`. Throws errors of the file system. */
export function openFifo(path: string): number {
  // A descriptor is nothing but a link there.
  const flags = path.startsWith("/proc/") ? readFlags & ~constants.O_NOFOLLOW : readFlags;
  const fd = openSync(path, flags);
  if (fstatSync(fd).isFIFO()) return fd;
  closeSync(fd);
  throw fileError("EINVAL", path);
}

/** The write end that a program is given. Its read end must be open, else this would wait. */
export function openWriteEnd(path: string): number {
  return openSync(path, constants.O_WRONLY | constants.O_NOFOLLOW);
}

/** Whether there is one. */
export function hasFifo(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFIFO() ?? false;
}

/** Removes its name; whoever has it open keeps it. */
export function removeFifo(path: string): void {
  rmSync(path, { force: true });
}

function fileError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}
