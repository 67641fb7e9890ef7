import { closeSync, constants, fchownSync, fstatSync, openSync } from "node:fs";

/** Whose a log file is; null: the daemon's own. */
export type LogOwner = { readonly uid: number; readonly gid: number } | null;

// A link at the place of a log would let whoever can write its folder make root write to any file.
// Not O_APPEND: splice refuses it. O_CLOEXEC is what Node always adds.
const writeFlags =
  constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const logMode = 0o640;

/**
 * Opens a log for writing and answers its descriptor. Its position is 0, since Node can't seek: seek to the end before
 * the first write. Run `recoverLog` before. Throws errors of the file system; a FIFO or a socket is EINVAL (or ENXIO), a
 * link ELOOP, a second name of another file EMLINK.
 */
export function openLogFile(path: string, owner: LogOwner): number {
  const fd = openSync(path, writeFlags, logMode);
  try {
    const found = fstatSync(fd);
    if (found.isFIFO() || found.isSocket()) throw unfit("EINVAL", path);
    if (!found.isFile()) return fd;
    if (found.nlink > 1) throw unfit("EMLINK", path);
    // A service of another user may open its /dev/stderr anew, as `echo x >/dev/stderr` does.
    if (owner !== null && (found.uid !== owner.uid || found.gid !== owner.gid))
      fchownSync(fd, owner.uid, owner.gid);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function unfit(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: unfit for a log, open '${path}'`), {
    code,
    syscall: "open",
    path,
  });
}
