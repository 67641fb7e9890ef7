import {
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import type { Output } from "@dpm/process-core";
import { type LogDirectory, openInLogDirectory } from "./log-directory.ts";
import { errnoOf, inStage, launchFailure, LaunchError } from "./launch-failure.ts";

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
 * `directory`: the daemon's own for logs, which is made again if it isn't there.
 * The program holds its file itself, so nothing that it writes depends on the daemon, not even on its being alive.
 */
export function openOutput(
  output: Output,
  owner: LogOwner,
  directory: LogDirectory | null = null,
): OutputDescriptors {
  const opened: number[] = [];
  const openOne = (path: string): number =>
    inStage("log", path, () => {
      rotateWhenFull(path, output);
      const file = openInLogDirectory(directory, path, () => openSync(path, appendFlags, logMode));
      opened.push(file);
      const found = refuseUnfit(file, path);
      // A service of another user may open its /dev/stderr anew, as `echo x >/dev/stderr` does.
      if (owner !== null && found.isFile()) fchownSync(file, owner.uid, owner.gid);
      return file;
    });
  try {
    if (output.capture === "none") return { stdout: "ignore", stderr: "ignore", close: () => {} };
    const { stdoutFile, stderrFile } = output;
    const stdout = stdoutFile === null ? null : openOne(stdoutFile);
    // One open file for both when merged: two would be rotated twice.
    const stderr =
      stderrFile === null ? null : stderrFile === stdoutFile ? stdout : openOne(stderrFile);
    return {
      stdout: stdout ?? "ignore",
      stderr: stderr ?? "ignore",
      close: () => closeAll(opened),
    };
  } catch (error) {
    closeAll(opened);
    throw error;
  }
}

// A second name of another file, or a FIFO that nobody reads, could be put where a log belongs as well as a link.
function refuseUnfit(file: number, path: string): Stats {
  const found = fstatSync(file);
  if (found.isFIFO() || found.isSocket())
    throw new LaunchError(launchFailure("log", "EINVAL", path));
  if (found.isFile() && found.nlink > 1)
    throw new LaunchError(launchFailure("log", "EMLINK", path));
  return found;
}

function rotateWhenFull(path: string, output: Output): void {
  if (output.maxBytes === null) return;
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile() || found.size < output.maxBytes) return;
  if (output.backups < 1) {
    rmSync(path);
    return;
  }
  for (let number = output.backups - 1; number >= 1; number--)
    renameIfThere(`${path}.${number}`, `${path}.${number + 1}`);
  renameSync(path, `${path}.1`);
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
}

function closeAll(files: readonly number[]): void {
  for (const file of files) {
    try {
      closeSync(file);
    } catch {
      // Nothing was written through it here, so a failure to close has nothing to tell.
    }
  }
}
