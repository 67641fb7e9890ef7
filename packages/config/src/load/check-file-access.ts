import { stat } from "node:fs/promises";
import type { Problem } from "../source/problem.ts";

const writableByOthers = 0o002;
const writableByGroup = 0o020;

/**
 * What is wrong with a file's mode: whoever may write the configuration decides what the daemon runs, so a file that any user
 * may write is refused, and under a daemon of root also one that a group other than root's may write.
 * Null when nothing is, or when there is no such file. Modes mean nothing on Windows.
 */
export async function checkFileAccess(path: string): Promise<Problem | null> {
  if (process.platform === "win32") {
    return null;
  }
  const status = await stat(path).catch(() => null);
  if (status === null) {
    return null;
  }
  const at = { file: path, line: 1, column: 1 };
  const mode = (status.mode & 0o7777).toString(8).padStart(4, "0");
  if ((status.mode & writableByOthers) !== 0) {
    return {
      at,
      message: `every user may write this file (mode ${mode})`,
      hint: `chmod o-w ${path}`,
    };
  }
  const isGroupTrusted = status.gid === 0 || process.geteuid?.() !== 0;
  return (status.mode & writableByGroup) !== 0 && !isGroupTrusted
    ? {
        at,
        message: `the group ${String(status.gid)} may write this file (mode ${mode}), and the daemon is root`,
        hint: `chmod g-w ${path}`,
      }
    : null;
}
