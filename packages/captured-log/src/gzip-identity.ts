// A gzip file that says which file it was made of, in the extra field of its header (RFC 1952, subfield "DP"). So whoever
// holds that file open finds its place among the rotated ones when only the compressed one is left, and a finished
// compression is only ever put in the place of its own file.
import { crc32, type DeflateRaw } from "node:zlib";

/** Which file, in which state. */
export interface FileIdentity {
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
}

const subfieldBytes = 24;
const headerBytes = 10 + 2 + 4 + subfieldBytes;

/** How much of a file {@link decodeGzipIdentity} has to be given. */
export const gzipIdentityBytes: number = headerBytes;

/** The header of a gzip file of this file. */
export function encodeGzipHeader({ ino, size, mtimeNs }: FileIdentity): Buffer {
  const header = Buffer.alloc(headerBytes);
  // Magic, deflate, an extra field follows, no time, no flags, made on Unix.
  header.set([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 3]);
  header.writeUInt16LE(4 + subfieldBytes, 10);
  header.write("DP", 12, "latin1");
  header.writeUInt16LE(subfieldBytes, 14);
  header.writeBigUInt64LE(ino, 16);
  header.writeBigUInt64LE(size, 24);
  header.writeBigUInt64LE(mtimeNs, 32);
  return header;
}

/** Which file a gzip file was made of; null when it does not say. */
export function decodeGzipIdentity(header: Buffer): FileIdentity | null {
  if (header.length < headerBytes || header.readUInt32LE(0) !== 0x04088b1f) return null;
  if (header.toString("latin1", 12, 14) !== "DP") return null;
  return {
    ino: header.readBigUInt64LE(16),
    size: header.readBigUInt64LE(24),
    mtimeNs: header.readBigUInt64LE(32),
  };
}

/** A gzip file of these bytes, in pieces; the caller knows which file they are of. */
export async function* toGzip(
  identity: FileIdentity,
  bytes: AsyncIterable<Uint8Array>,
  deflate: DeflateRaw,
): AsyncGenerator<Uint8Array> {
  let [sum, size] = [0, 0];
  const source = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      sum = crc32(chunk, sum);
      size += chunk.byteLength;
      yield chunk;
    }
  };
  yield encodeGzipHeader(identity);
  const feeding = feed(source(), deflate);
  for await (const chunk of deflate) if (Buffer.isBuffer(chunk)) yield chunk;
  await feeding;
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum, 0);
  trailer.writeUInt32LE(size % 2 ** 32, 4);
  yield trailer;
}

async function feed(bytes: AsyncIterable<Uint8Array>, deflate: DeflateRaw): Promise<void> {
  try {
    for await (const chunk of bytes)
      if (!deflate.write(chunk))
        await new Promise<void>((resolve) => void deflate.once("drain", resolve));
    deflate.end();
  } catch (error) {
    deflate.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
