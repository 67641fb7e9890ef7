import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dpmError } from "@dpm/errors";

// A link in a log folder could show any file to whoever may read logs; a FIFO would wait for ever.
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens a captured log for reading; null when it is not there. Throws ERR_DPM_PROCESS_LOG_UNREADABLE otherwise. */
export async function openCaptured(path: string): Promise<FileHandle | null> {
  try {
    const file = await open(path, readFlags);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    throw Object.assign(new Error("not a file"), { code: "EINVAL" });
  } catch (error) {
    const errno = error instanceof Error && "code" in error ? String(error.code) : "EIO";
    if (errno === "ENOENT") return null;
    throw dpmError("ERR_DPM_PROCESS_LOG_UNREADABLE", { path, errno }, error);
  }
}

/** A piece of a log file, from `start` up to but not including `end`. */
export interface Segment {
  readonly file: FileHandle;
  readonly start: number;
  readonly end: number;
}

const chunkBytes = 64 * 1024;

/** The bytes of a segment in chunks of at most 64 KiB; ends early where the file does. */
export async function* readSegment({ file, start, end }: Segment): AsyncGenerator<Uint8Array> {
  let position = start;
  const buffer = Buffer.allocUnsafe(chunkBytes);
  while (position < end) {
    const { bytesRead } = await file.read(
      buffer,
      0,
      Math.min(chunkBytes, end - position),
      position,
    );
    if (bytesRead === 0) break;
    position += bytesRead;
    // A copy, since the buffer is filled again while the reader may still hold what it got.
    yield Uint8Array.prototype.slice.call(buffer, 0, bytesRead);
  }
}
