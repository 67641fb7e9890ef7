import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { dpmError } from "@dpm/errors";
import { errnoOf } from "../failure.ts";
import { messageOf } from "../failure.ts";

const writableByOthers = 0o022;

/**
 * Makes a directory that only this user can enter, unless it is there.
 * Throws ERR_DPM_DAEMON_DIRECTORY_UNSAFE when someone else owns it or may write there, ERR_DPM_DAEMON_DIRECTORY_UNUSABLE when it can't be made.
 */
export function ensurePrivateDirectory(path: string): void {
  try {
    makeDirectory(path);
  } catch (cause) {
    throw dpmError("ERR_DPM_DAEMON_DIRECTORY_UNUSABLE", { path, reason: messageOf(cause) }, cause);
  }
  const reason = unsafeReason(path);
  if (reason !== null) throw dpmError("ERR_DPM_DAEMON_DIRECTORY_UNSAFE", { path, reason });
}

/** With its parents. Step by step, since Node's own recursive form never returns where a parent takes no entries, as in /proc. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeDirectory(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another daemon that starts at the same moment may have been quicker.
    if (errnoOf(error) !== "EEXIST") throw error;
  }
}

function unsafeReason(path: string): string | null {
  const { uid, mode } = statSync(path);
  const self = process.getuid?.();
  if (self !== undefined && uid !== self)
    return `it belongs to user ${uid}, and pmd runs as user ${self}`;
  if ((mode & writableByOthers) !== 0)
    return `its mode ${(mode & 0o7777).toString(8)} lets others write there`;
  return null;
}
