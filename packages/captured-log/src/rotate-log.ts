// Rotation at a line's end, in four steps, each of them one or a few system calls:
//
//   1. NAME.tail := what stands after the last newline of NAME, made as NAME.tail.part
//   2. NAME is cut there
//   3. NAME.k → NAME.k+1 from the oldest on, NAME → NAME.1, each with its index before it
//   4. NAME.tail → NAME
//
// A daemon killed between any two leaves a state that says by itself how far it came. Without NAME.tail nothing has begun.
// With it, a NAME that isn't there means that only 4 is left. A NAME that ends in a newline was cut, or had nothing to be
// cut off, and so had one whose tail is empty: 3 and 4 are left. Any other NAME still holds everything: the tail is dropped.
// And 3 can be done over, since it only moves what lies before the first gap, which is where it was when it stopped.
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from "node:fs";
import { installCompressed } from "./install-compressed.ts";
import { tailPath, unfinishedTailPath } from "./log-names.ts";
import { openLogFile } from "./open-log-file.ts";
import { atOnce, type Perform } from "./perform.ts";
import type { RotationLimits } from "./rotation-limits.ts";
import { dropOldest, dropSlotsAbove, shiftSlots } from "./rotation-slots.ts";
import { createTimeIndex } from "./time-index.ts";
import { lastTimeOf } from "./time-records.ts";

const newline = 0x0a;
// How far back a line's end is looked for. A line that is longer yet is cut when the file has twice its size.
const searchedBytes = 1024 * 1024;
const chunkBytes = 64 * 1024;

/**
 * Rotates a log at its last line's end and answers the descriptor of the new file, at position 0: seek to its end before the
 * first write. The old descriptor is closed. Answers the same descriptor when nothing can be rotated yet, since no line
 * has ended; a file without a line's end is cut where it is at twice its size. One that another program has moved away
 * or replaced is opened anew. The time index begins anew with it.
 *
 * Throws errors of the file system, and then the old descriptor is still open: close it, run `recoverLog`, open the log again
 * and go on; no byte is lost or doubled by that, nor by being killed at any moment.
 */
export function rotateLog(path: string, limits: RotationLimits, fd: number): number {
  return rotateThrough(atOnce, { path, limits, fd });
}

/** Finishes or undoes a rotation that was broken off. To be called before a log is opened. */
export function recoverLog(path: string): void {
  recoverThrough(atOnce, path);
}

/** What is rotated. */
interface Rotation {
  readonly path: string;
  readonly limits: RotationLimits;
  readonly fd: number;
}

/** {@link rotateLog} step by step. */
export function rotateThrough(perform: Perform, { path, limits, fd }: Rotation): number {
  const mine = fstatSync(fd);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.ino !== mine.ino || there.dev !== mine.dev) {
    const opened = openLogFile(path, { uid: mine.uid, gid: mine.gid });
    closeSync(fd);
    return opened;
  }
  if (lstatSync(tailPath(path), { throwIfNoEntry: false }) !== undefined)
    throw Object.assign(new Error(`EEXIST: recover the log first, '${tailPath(path)}'`), {
      code: "EEXIST",
    });
  const cut = findCut(path, mine.size, limits.maxBytes ?? Number.POSITIVE_INFINITY);
  if (cut === null) return fd;
  const lastTime = cut < mine.size ? lastTimeOf(path) : null;
  copyTail(perform, { path, cut, like: mine });
  if (cut < mine.size) perform(() => ftruncateSync(fd, cut));
  installCompressed(path, perform);
  dropSlotsAbove(perform, path, Math.max(0, limits.backups - 1));
  if (limits.backups > 0) shiftSlots(perform, path);
  else perform(() => rmSync(`${path}.idx`, { force: true }));
  perform(() => renameSync(tailPath(path), path));
  if (limits.totalBytes !== null) dropOldest(perform, path, limits.totalBytes);
  const opened = openLogFile(path, null);
  closeSync(fd);
  if (lastTime !== null) noteTail(path, mine.size - cut, lastTime);
  return opened;
}

/** {@link recoverLog} step by step. */
export function recoverThrough(perform: Perform, path: string): void {
  perform(() => rmSync(unfinishedTailPath(path), { force: true }));
  const tail = lstatSync(tailPath(path), { throwIfNoEntry: false });
  if (tail === undefined) return;
  const log = lstatSync(path, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0) {
    if (tail.size > 0 && !endsInNewline(path, log.size)) {
      perform(() => rmSync(tailPath(path)));
      return;
    }
    shiftSlots(perform, path);
  }
  perform(() => renameSync(tailPath(path), path));
}

/** Where to cut; null: not yet. */
function findCut(path: string, size: number, maxBytes: number): number | null {
  if (size === 0) return null;
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, size));
    const least = Math.max(0, size - searchedBytes);
    for (let end = size; end > least;) {
      const start = Math.max(least, end - buffer.length);
      const length = readSync(fd, buffer, 0, end - start, start);
      const found = length === 0 ? -1 : buffer.lastIndexOf(newline, length - 1);
      if (found >= 0) return start + found + 1;
      end = start;
    }
    return size >= 2 * maxBytes ? size : null;
  } finally {
    closeSync(fd);
  }
}

function copyTail(
  perform: Perform,
  { path, cut, like }: { readonly path: string; readonly cut: number; readonly like: Stats },
): void {
  const from = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  // Whoever prepares a file of this name may have it point anywhere.
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  let to: number | null = null;
  try {
    const tail = perform(() => openSync(unfinishedTailPath(path), flags, 0o600));
    to = tail;
    perform(() => fchmodSync(tail, like.mode & 0o777));
    const made = fstatSync(tail);
    if (made.uid !== like.uid || made.gid !== like.gid)
      perform(() => fchownSync(tail, like.uid, like.gid));
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, like.size - cut));
    for (let position = cut; position < like.size;) {
      const length = readSync(from, buffer, 0, buffer.length, position);
      if (length === 0) break;
      for (let written = 0; written < length;)
        written += perform(() => writeSync(tail, buffer, written, length - written));
      position += length;
    }
  } finally {
    closeSync(from);
    if (to !== null) closeSync(to);
  }
  perform(() => renameSync(unfinishedTailPath(path), tailPath(path)));
}

function endsInNewline(path: string, size: number): boolean {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const last = Buffer.alloc(1);
    readSync(fd, last, 0, 1, size - 1);
    return last[0] === newline;
  } finally {
    closeSync(fd);
  }
}

// The unfinished line keeps the time at which its beginning came.
function noteTail(path: string, bytes: number, timeUs: number): void {
  const index = createTimeIndex(path);
  index.note(bytes, timeUs);
  index.close();
}
