import { lstatSync } from "node:fs";
import { compressedPath, rotatedPath, tailPath } from "./log-names.ts";

/** Whether there is any file of a log, even an empty one or one that can't be read. */
export function hasLog(path: string): boolean {
  const newest = [path, tailPath(path), rotatedPath(path, 1), compressedPath(path, 1)];
  return newest.some((file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined);
}
