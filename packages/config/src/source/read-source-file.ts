import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { resolve } from "node:path";
import { type DpmError, dpmError } from "@dpm/errors";
import { describeFileError, errnoOf } from "./file-error.ts";
import { formatOfPath } from "./format-of-path.ts";
import { parseSource } from "./parse-source.ts";
import { sourceLimits } from "./source-limits.ts";
import type { SourceFile } from "./source-node.ts";

/**
 * Reads a configuration file into a tree with places.
 * Throws `ERR_DPM_CONFIG_NOT_FOUND`, `ERR_DPM_CONFIG_NOT_READABLE`, and what {@link parseSource} throws.
 */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const file = resolve(path);
  formatOfPath(file);
  return parseSource({ path: file, content: await readBytes(file) });
}

/** The bytes of a regular file of bounded size; a larger one is refused before it is read. */
export async function readBytes(file: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK the opening of a FIFO would wait for a writer for ever.
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    return await readHandle(file, handle);
  } catch (error) {
    throw readError(file, error);
  } finally {
    await handle?.close();
  }
}

async function readHandle(file: string, handle: FileHandle): Promise<Uint8Array> {
  const status = await handle.stat();
  if (!status.isFile()) {
    throw dpmError("ERR_DPM_CONFIG_NOT_READABLE", {
      file,
      reason: "it is not a regular file",
      errno: null,
    });
  }
  // One byte more than the size, so that a file that grew meanwhile is noticed and none is read without bound.
  const buffer = Buffer.allocUnsafe(Math.min(status.size, sourceLimits.fileBytes) + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) {
      return buffer.subarray(0, length);
    }
    length += bytesRead;
  }
  if (length > sourceLimits.fileBytes) {
    throw dpmError("ERR_DPM_CONFIG_TOO_LARGE", { file, limitBytes: sourceLimits.fileBytes });
  }
  throw dpmError("ERR_DPM_CONFIG_NOT_READABLE", {
    file,
    reason: "it grew while it was read",
    errno: null,
  });
}

function readError(file: string, error: unknown): unknown {
  const errno = errnoOf(error);
  if (errno === undefined) {
    return error;
  }
  const missing: DpmError | undefined =
    errno === "ENOENT" || errno === "ENOTDIR"
      ? dpmError("ERR_DPM_CONFIG_NOT_FOUND", { file }, error)
      : undefined;
  return (
    missing ??
    dpmError(
      "ERR_DPM_CONFIG_NOT_READABLE",
      { file, reason: describeFileError(errno), errno },
      error,
    )
  );
}
