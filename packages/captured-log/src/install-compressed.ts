import { closeSync, constants, lstatSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import { decodeGzipIdentity, type FileIdentity, gzipIdentityBytes } from "./gzip-identity.ts";
import { compressedPath, rotatedPath } from "./log-names.ts";
import { atOnce, type Perform } from "./perform.ts";
import { countSlots } from "./rotation-slots.ts";

/** Where the compressed form of a file waits until it takes its place. */
export function waitingPath(path: string, ino: bigint): string {
  return `${path}.packed-${ino}`;
}

/**
 * Puts what `compressRotated` has made into the places of the files it was made of, and removes those. Only whoever
 * rotates the log may do it, since nobody else knows that the names stay as they are meanwhile; a rotation does it by
 * itself. Throws errors of the file system.
 */
export function installCompressed(path: string, perform: Perform = atOnce): void {
  const count = countSlots(path);
  for (let number = 1; number <= count; number++) {
    const plain = rotatedPath(path, number);
    const packed = compressedPath(path, number);
    const found = lstatSync(plain, { throwIfNoEntry: false, bigint: true });
    if (found === undefined) continue;
    const waiting = waitingPath(path, found.ino);
    if (isMadeOf(waiting, found)) perform(() => renameSync(waiting, packed));
    if (isMadeOf(packed, found)) perform(() => rmSync(plain));
  }
}

function isMadeOf(path: string, file: FileIdentity): boolean {
  const header = Buffer.alloc(gzipIdentityBytes);
  try {
    const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      readSync(fd, header, 0, header.length, 0);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
  const made = decodeGzipIdentity(header);
  return made?.ino === file.ino && made.size === file.size && made.mtimeNs === file.mtimeNs;
}
