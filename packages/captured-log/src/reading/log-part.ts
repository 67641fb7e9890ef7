import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { dpmError } from "@dpm/errors";
import { decodeGzipIdentity, type FileIdentity, gzipIdentityBytes } from "../gzip-identity.ts";
import { compressedPath, rotatedPath } from "../log-names.ts";

// A link in a log folder could show any file to whoever may read logs; a FIFO would wait for ever.
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The size of the chunks in which logs are read. */
export const chunkBytes: number = 64 * 1024;

/** One of the files of a log, held open. */
export interface LogPart {
  readonly path: string;
  readonly isPacked: boolean;
  /** How many bytes of output are in it by now. */
  size(): Promise<number>;
  /** When it was written last, in µs since 1970. */
  writtenUs(): Promise<number>;
  /** Its bytes from `start` up to but not including `end`, in chunks of at most 64 KiB; ends early where the file does. */
  read(start: number, end: number): AsyncGenerator<Uint8Array>;
  /** Fills a buffer from there on, and answers how many bytes it got; null: its bytes can only be read in order. */
  readonly readAt: ((into: Buffer, position: number) => Promise<number>) | null;
  /** Which file it is, or was made of; null: a compressed one that does not say. */
  identity(): Promise<FileIdentity | null>;
  close(): Promise<void>;
}

/** Opens a rotated file of a log, or with 0 the log itself; null when it is not there. Throws ERR_DPM_PROCESS_LOG_UNREADABLE. */
export async function openPart(path: string, number: number): Promise<LogPart | null> {
  const plain = await openFile(rotatedPath(path, number));
  if (plain !== null) return plainPart(plain, rotatedPath(path, number));
  if (number === 0) return null;
  const packed = await openFile(compressedPath(path, number));
  return packed === null ? null : packedPart(packed, compressedPath(path, number));
}

async function openFile(path: string): Promise<FileHandle | null> {
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

function plainPart(file: FileHandle, path: string): LogPart {
  return {
    path,
    isPacked: false,
    size: async () => (await file.stat()).size,
    writtenUs: async () => (await file.stat()).mtimeMs * 1000,
    read: (start, end) => readFile(file, start, end),
    async readAt(into, position) {
      let length = 0;
      while (length < into.length) {
        const left = into.length - length;
        const { bytesRead } = await file.read(into, length, left, position + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return length;
    },
    identity: () => file.stat({ bigint: true }),
    close: () => file.close(),
  };
}

async function* readFile(file: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, Math.max(0, end - start)));
  for (let position = start; position < end;) {
    const wanted = Math.min(chunkBytes, end - position);
    const { bytesRead } = await file.read(buffer, 0, wanted, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    // A copy, since the buffer is filled again while the reader may still hold what it got.
    yield Uint8Array.prototype.slice.call(buffer, 0, bytesRead);
  }
}

function packedPart(file: FileHandle, path: string): LogPart {
  let size: Promise<number> | null = null;
  const identity = async (): Promise<FileIdentity | null> => {
    const header = Buffer.alloc(gzipIdentityBytes);
    await file.read(header, 0, header.length, 0);
    return decodeGzipIdentity(header);
  };
  const unpack = async function* (): AsyncGenerator<Uint8Array> {
    const gunzip = createGunzip({ chunkSize: chunkBytes });
    const ended = new AbortController();
    const feeding = pipeline(readFile(file, 0, Number.MAX_SAFE_INTEGER), gunzip, {
      signal: ended.signal,
    });
    // The reading below throws what is wrong.
    feeding.catch(() => {});
    try {
      for await (const chunk of gunzip) if (chunk instanceof Uint8Array) yield chunk;
      await feeding;
    } catch (error) {
      throw dpmError("ERR_DPM_PROCESS_LOG_UNREADABLE", { path, errno: "EBADMSG" }, error);
    } finally {
      ended.abort();
      await feeding.catch(() => {});
    }
  };
  const measure = async (): Promise<number> => {
    const known = await identity();
    if (known !== null) return Number(known.size);
    let bytes = 0;
    for await (const chunk of unpack()) bytes += chunk.byteLength;
    return bytes;
  };
  return {
    path,
    isPacked: true,
    size: () => (size ??= measure()),
    async writtenUs() {
      const known = await identity();
      return known === null ? (await file.stat()).mtimeMs * 1000 : Number(known.mtimeNs / 1000n);
    },
    async *read(start, end) {
      let position = 0;
      for await (const chunk of unpack()) {
        const from = Math.max(0, start - position);
        const to = Math.min(chunk.byteLength, end - position);
        position += chunk.byteLength;
        if (from < to) yield chunk.subarray(from, to);
        if (position >= end) return;
      }
    },
    readAt: null,
    identity,
    close: () => file.close(),
  };
}
