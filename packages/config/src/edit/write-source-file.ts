import { realpath, stat } from "node:fs/promises";
import { dpmError } from "@dpm/errors";
import { describeFileError, errnoOf } from "../source/file-error.ts";
import { fingerprintOf } from "../source/fingerprint-of.ts";
import { parseSource } from "../source/parse-source.ts";
import { readBytes } from "../source/read-source-file.ts";
import type { SourceFile } from "../source/source-node.ts";
import { lineDifference } from "./line-difference.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * Puts a new text in the place of a file that was read, wholly or not at all, and gives it read again.
 * A symbolic link stays one: its target is replaced. Mode and owner stay.
 * Throws `ERR_DPM_CONFIG_CONFLICT` when the file on disk is no longer the one that was read, `ERR_DPM_CONFIG_WRITE_FAILED`,
 * and what {@link parseSource} throws when the new text is not valid.
 */
export async function writeSourceFile(file: SourceFile, newText: string): Promise<SourceFile> {
  const written = parseSource({ path: file.path, content: newText });
  try {
    const target = await realpath(file.path);
    const { mode, uid, gid } = await stat(target);
    await refuseConflict(file, target);
    await replaceFile(target, {
      content: newText,
      mode,
      uid,
      gid,
      beforeRename: () => refuseConflict(file, target),
    });
  } catch (error) {
    const errno = errnoOf(error);
    throw errno === undefined ? error : writeFailed(file, error, describeFileError(errno));
  }
  return written;
}

async function refuseConflict(file: SourceFile, target: string): Promise<void> {
  const bytes = await readBytes(target);
  if (fingerprintOf(bytes) !== file.fingerprint) {
    const difference = lineDifference(file.text, new TextDecoder().decode(bytes));
    throw dpmError("ERR_DPM_CONFIG_CONFLICT", { file: file.path, difference });
  }
}

function writeFailed({ path }: SourceFile, error: unknown, reason: string): Error {
  return dpmError("ERR_DPM_CONFIG_WRITE_FAILED", { file: path, reason }, error);
}
