import { existsSync, lstatSync, mkdirSync, readlinkSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { errnoOf } from "./launch-failure.ts";

/** The directory for logs that belongs to the daemon alone, as it was found when it started. */
export interface LogDirectory {
  readonly path: string;
  /** What it is a link to; null: it is none. */
  readonly link: string | null;
}

const writableByOthers = 0o022;

/** How this directory is now. */
export function seeLogDirectory(path: string): LogDirectory {
  return { path, link: linkOf(path) };
}

/**
 * Opens a log, and if somebody has removed the daemon's own directory for logs, makes that again first, closed to everyone else. One that
 * was replaced by a link is not followed: ELOOP. Other directories are whose they are, and are never made.
 */
export function openInLogDirectory<T>(
  directory: LogDirectory | null,
  path: string,
  open: () => T,
): T {
  if (directory === null || dirname(path) !== directory.path) return open();
  if (linkOf(directory.path) !== directory.link) throw unfit("ELOOP", directory.path);
  try {
    return open();
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
    makeDirectory(directory.path);
    const { uid, mode } = statSync(directory.path);
    if (uid !== process.getuid?.() || (mode & writableByOthers) !== 0)
      throw unfit("EPERM", directory.path);
    return open();
  }
}

// Step by step, since Node's own recursive form never returns where a parent takes no entries, as in /proc.
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeDirectory(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // The other thread may have been quicker.
    if (errnoOf(error) !== "EEXIST") throw error;
  }
}

function linkOf(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isSymbolicLink() === true ? readlinkSync(path) : null;
}

function unfit(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: unfit for logs, '${path}'`), { code, path });
}
