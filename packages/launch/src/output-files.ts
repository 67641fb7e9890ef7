import { constants, type Stats } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import type { Output } from "@dpm/process-core";
import { inStage, launchFailure, LaunchError } from "./launch-failure.ts";

/** What a program gets as its standard output and standard error: a descriptor, or nothing. */
export interface OutputDescriptors {
  readonly stdout: number | "ignore";
  readonly stderr: number | "ignore";
  /** Closes the daemon's side; the program has its own. */
  close(): void;
}

// A link at the place of a log would let whoever can write its folder make root append to any file.
const appendFlags =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  constants.O_NOFOLLOW |
  constants.O_NONBLOCK;
const logMode = 0o640;

/** Whose the log files are; null: the daemon's own. */
export type LogOwner = { readonly uid: number; readonly gid: number } | null;

/**
 * Opens the log files of a program, rotating what has grown past its size first.
 * The program holds its file itself, so nothing that it writes depends on the daemon, not even on its being alive.
 */
export async function openOutput(output: Output, owner: LogOwner): Promise<OutputDescriptors> {
  const opened: FileHandle[] = [];
  const openOne = (path: string): Promise<FileHandle> =>
    inStage("log", path, async () => {
      await rotateWhenFull(path, output);
      const file = await open(path, appendFlags, logMode);
      opened.push(file);
      const found = await refuseUnfit(file, path);
      // A service of another user may open its /dev/stderr anew, as `echo x >/dev/stderr` does.
      if (owner !== null && found.isFile()) await file.chown(owner.uid, owner.gid);
      return file;
    });
  try {
    if (output.capture === "none") return { stdout: "ignore", stderr: "ignore", close: () => {} };
    const { stdoutFile, stderrFile } = output;
    const stdout = stdoutFile === null ? null : await openOne(stdoutFile);
    // One open file for both when merged: two would be rotated twice.
    const stderr =
      stderrFile === null ? null : stderrFile === stdoutFile ? stdout : await openOne(stderrFile);
    return {
      stdout: stdout?.fd ?? "ignore",
      stderr: stderr?.fd ?? "ignore",
      close: () => closeAll(opened),
    };
  } catch (error) {
    closeAll(opened);
    throw error;
  }
}

// A second name of another file, or a FIFO that nobody reads, could be put where a log belongs as well as a link.
async function refuseUnfit(file: FileHandle, path: string): Promise<Stats> {
  const found = await file.stat();
  if (found.isFIFO() || found.isSocket())
    throw new LaunchError(launchFailure("log", "EINVAL", path));
  if (found.isFile() && found.nlink > 1)
    throw new LaunchError(launchFailure("log", "EMLINK", path));
  return found;
}

async function rotateWhenFull(path: string, output: Output): Promise<void> {
  if (output.maxBytes === null) return;
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );
  if (size < output.maxBytes) return;
  if (output.backups < 1) {
    await rm(path);
    return;
  }
  for (let number = output.backups - 1; number >= 1; number--) {
    await rename(`${path}.${number}`, `${path}.${number + 1}`).catch(ignoreMissing);
  }
  await rename(path, `${path}.1`);
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

function closeAll(files: readonly FileHandle[]): void {
  // Nothing was written through them here, so a failure to close has nothing to tell.
  for (const file of files) file.close().catch(() => {});
}
