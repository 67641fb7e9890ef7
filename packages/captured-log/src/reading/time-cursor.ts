import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { indexPath } from "../log-names.ts";
import {
  decodeRecord,
  errnoName,
  recordBytes,
  recordKind,
  type TimeRecord,
} from "../time-records.ts";
import type { LogPiece } from "./log-piece.ts";

const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const blockRecords = 512;

/** What is known of the byte at an offset. */
export interface Span {
  /** What is missing before it, that was not told yet. */
  readonly dropped: readonly LogPiece[];
  /** When it came; null: unknown. */
  readonly timeUs: number | null;
  /** Up to where that holds; Infinity: up to where nothing is known. */
  readonly end: number;
}

/** Reads the time index of one file, forwards. */
export interface TimeCursor {
  /** Asked with growing offsets. */
  at(offset: number): Promise<Span>;
  /** Up to which offset times are known by now. */
  coveredEnd(): Promise<number>;
  /** Where what came since then begins: 0 when that is everything. */
  offsetOf(sinceUs: number): Promise<number>;
  /** When the first bytes came, in µs since 1970; 0: unknown by now. */
  beganUs(): Promise<number>;
  /** When the last bytes came that are known of, in µs since 1970; 0: unknown. */
  lastUs(): Promise<number>;
  /** What was dropped before this offset, or at it up to this time, is not told. */
  skipTo(offset: number, toldUs: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the time index of a file of a log; null when there is none. */
export async function openTimes(path: string, number: number): Promise<TimeCursor | null> {
  const file = await open(indexPath(path, number), flags).catch(() => null);
  if (file === null) return null;
  if ((await file.stat()).isFile()) return createTimeCursor(file);
  await file.close();
  return null;
}

function createTimeCursor(file: FileHandle): TimeCursor {
  const block = Buffer.allocUnsafe(blockRecords * recordBytes);
  let [blockStart, blockCount] = [0, 0];
  let next = 0;

  const countRecords = async (): Promise<number> =>
    Math.floor((await file.stat()).size / recordBytes);
  const load = async (number: number): Promise<void> => {
    const { bytesRead } = await file.read(block, 0, block.length, number * recordBytes);
    blockStart = number;
    blockCount = Math.floor(bytesRead / recordBytes);
  };
  const timeOf = async (number: number): Promise<number> => {
    const one = Buffer.alloc(recordBytes);
    if (number < 0) return 0;
    const { bytesRead } = await file.read(one, 0, recordBytes, number * recordBytes);
    return bytesRead < recordBytes ? 0 : decodeRecord(one, 0).timeUs;
  };
  // The last record may still grow, so it is not taken from what was read before.
  const recordAt = async (number: number): Promise<TimeRecord | null> => {
    if (number < blockStart || number >= blockStart + blockCount - 1) await load(number);
    const index = number - blockStart;
    return index < blockCount ? decodeRecord(block, index * recordBytes) : null;
  };
  /** The first record for which this holds; it must hold for all after it. */
  const findFirst = async (holds: (record: TimeRecord) => boolean): Promise<number> => {
    let [low, high] = [0, await countRecords()];
    const one = Buffer.alloc(recordBytes);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const { bytesRead } = await file.read(one, 0, recordBytes, middle * recordBytes);
      if (bytesRead < recordBytes || holds(decodeRecord(one, 0))) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const toDropped = async (record: TimeRecord): Promise<LogPiece> => {
    const more = await recordAt(next);
    const isMore = more?.kind === recordKind.droppedMore;
    if (isMore) next++;
    return {
      kind: "dropped",
      lines: record.count,
      bytes: isMore ? more.count : null,
      errno: isMore ? errnoName(more.errno) : null,
      timeUs: record.timeUs,
    };
  };
  return {
    async at(offset) {
      const dropped: LogPiece[] = [];
      for (;;) {
        const record = await recordAt(next);
        if (record === null) {
          // Begun anew after the log was truncated.
          if (next > 0 && (await countRecords()) < next) next = 0;
          else return { dropped, timeUs: null, end: Number.POSITIVE_INFINITY };
        } else if (record.end > offset) {
          // What is dropped later bounds what comes before it, too.
          const { kind, timeUs, end } = record;
          return { dropped, timeUs: kind === recordKind.text ? timeUs : null, end };
        } else if (record.kind === recordKind.text) {
          // The last one may still grow.
          if ((await recordAt(next + 1)) === null)
            return { dropped, timeUs: null, end: Number.POSITIVE_INFINITY };
          next++;
        } else {
          next++;
          if (record.kind === recordKind.dropped) dropped.push(await toDropped(record));
        }
      }
    },
    async coveredEnd() {
      const count = await countRecords();
      return count === 0 ? 0 : ((await recordAt(count - 1))?.end ?? 0);
    },
    async offsetOf(sinceUs) {
      const first = await findFirst(({ timeUs }) => timeUs >= sinceUs);
      return first === 0 ? 0 : ((await recordAt(first - 1))?.end ?? 0);
    },
    beganUs: () => timeOf(0),
    lastUs: async () => timeOf((await countRecords()) - 1),
    async skipTo(offset, toldUs) {
      next = await findFirst(
        ({ end, timeUs }) => end > offset || (end === offset && timeUs > toldUs),
      );
    },
    close: () => file.close(),
  };
}
