// The time index of a log: records of 24 bytes, little endian, in the order of the log's bytes.
//
//   u64 end offset in the log   u64 µs since 1970   u8 kind   u8 errno   u48 count
//
//   kind 0  text: the bytes from the end of the record before up to this end came at this time
//   kind 1  dropped: at this place lines are missing, as many as count says (an unfinished one counts)
//   kind 2  more about the record before, of kind 1: how many bytes, and why
//
// Ends and times only grow. Nothing depends on it: where it is missing, short, or torn, the time is unknown.
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { constants as systemConstants } from "node:os";
import { indexPath } from "./log-names.ts";

/** The size of one record. */
export const recordBytes = 24;

/** One record as it stands in the index. */
export interface TimeRecord {
  readonly end: number;
  readonly timeUs: number;
  readonly kind: number;
  /** Only of kind 2; 0: unknown. */
  readonly errno: number;
  readonly count: number;
}

/** The kinds of records. */
export const recordKind = { text: 0, dropped: 1, droppedMore: 2 } as const;

const wordSize = 2 ** 32;
const mostCount = 2 ** 48 - 1;

/** The record at this place of a buffer. */
export function decodeRecord(bytes: Buffer, at: number): TimeRecord {
  return {
    end: bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * wordSize,
    timeUs: bytes.readUInt32LE(at + 8) + bytes.readUInt32LE(at + 12) * wordSize,
    kind: bytes.readUInt8(at + 16),
    errno: bytes.readUInt8(at + 17),
    count: bytes.readUIntLE(at + 18, 6),
  };
}

/** Writes a record into a buffer. */
export function encodeRecord(record: TimeRecord, into: Buffer, at: number): void {
  into.writeBigUInt64LE(BigInt(record.end), at);
  into.writeBigUInt64LE(BigInt(record.timeUs), at + 8);
  into.writeUInt8(record.kind, at + 16);
  into.writeUInt8(record.errno, at + 17);
  into.writeUIntLE(Math.min(record.count, mostCount), at + 18, 6);
}

/** An errno as the index holds it; 0 for one that this system does not have. */
export function errnoNumber(name: string): number {
  const number = new Map<string, number>(Object.entries(systemConstants.errno)).get(name) ?? 0;
  return number < 256 ? number : 0;
}

/** The name of an errno of the index. */
export function errnoName(number: number): string | null {
  return Object.entries(systemConstants.errno).find(([, value]) => value === number)?.[0] ?? null;
}

/** The time of the newest bytes of a log; null: unknown. */
export function lastTimeOf(path: string): number | null {
  return timeAt(path, (records) => records - 1);
}

/** When a log was begun, in ms since 1970: the time of its first bytes; null: unknown. */
export function logBeganAt(path: string): number | null {
  const timeUs = timeAt(path, () => 0);
  return timeUs === null ? null : timeUs / 1000;
}

function timeAt(path: string, which: (records: number) => number): number | null {
  const record = Buffer.alloc(recordBytes);
  try {
    const fd = openSync(indexPath(path, 0), constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const at = which(Math.floor(fstatSync(fd).size / recordBytes)) * recordBytes;
      if (at < 0 || readSync(fd, record, 0, recordBytes, at) < recordBytes) return null;
      return decodeRecord(record, 0).timeUs;
    } finally {
      closeSync(fd);
    }
  } catch {
    return null;
  }
}
