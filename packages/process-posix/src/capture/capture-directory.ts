import { chmodSync, lstatSync, mkdirSync, readdirSync } from "node:fs";

/**
 * Makes the folder of the FIFOs, closed to other users. Throws errors of the
 * file system; a link, or a folder of another user, is EPERM: whoever has a FIFO there could read what a service writes.
 */
export function openCaptureDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw Object.assign(new Error(`EPERM: not a folder of this user, '${directory}'`), {
      code: "EPERM",
      path: directory,
    });
  if ((found.mode & 0o777) !== 0o700) chmodSync(directory, 0o700);
}

/** Whether there is any FIFO in it. It is made again if somebody has removed it, as far as that can be done. */
export function hasFifos(directory: string): boolean {
  try {
    openCaptureDirectory(directory);
  } catch {
    return false;
  }
  return readdirSync(directory).some((name) => /\.(out|err)$/.test(name));
}
