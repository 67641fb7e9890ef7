import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";
import { indexPath } from "./log-names.ts";
import {
  decodeRecord,
  encodeRecord,
  errnoNumber,
  recordBytes,
  recordKind,
} from "./time-records.ts";

/** What did not get into a log. */
export interface Dropped {
  readonly lines: number;
  readonly bytes: number;
  /** Why, such as `ENOSPC`. */
  readonly errno: string;
}

/** Writes the time index of a log. Nothing of it throws: on a full disk times are missing, and told drops are kept. */
export interface TimeIndex {
  /** The log goes up to this offset now, and what is new in it came at this time. */
  note(endOffset: number, timeUs: number): void;
  /** At this offset something is missing. Told as soon as the disk takes it. */
  noteDropped(endOffset: number, timeUs: number, dropped: Dropped): void;
  /** Whether drops are still to be told. */
  readonly isBehind: boolean;
  /** Gives the descriptor back; the next note opens it again, so an idle log needs none. */
  close(): void;
}

// Finer times would make the index as large as the log of whoever writes letter by letter.
const grainUs = 10_000;
// After a failure it is not tried for each line again.
const retryUs = 1_000_000;
const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

interface Opened {
  readonly fd: number;
  /** Where the next record goes. */
  position: number;
  /** Up to where the log is covered. */
  end: number;
  /** When the last record of text, that may still grow, was begun. */
  beganUs: number | null;
}

/** Makes the writer of a log's time index, `NAME.idx`. Nothing is opened before the first note. Make a new one after a rotation. */
export function createTimeIndex(path: string): TimeIndex {
  const pending: Buffer[] = [];
  const record = Buffer.alloc(recordBytes);
  let opened: Opened | null = null;
  let failedAtUs = Number.NEGATIVE_INFINITY;

  const attempt = (timeUs: number, write: (index: Opened) => void): void => {
    if (opened === null && timeUs >= failedAtUs && timeUs - failedAtUs < retryUs) return;
    try {
      opened ??= openIndex(indexPath(path, 0));
      while (pending[0] !== undefined) {
        append(opened, pending[0]);
        pending.shift();
      }
      write(opened);
    } catch {
      failedAtUs = timeUs;
      close();
    }
  };
  const close = (): void => {
    if (opened !== null) closeSync(opened.fd);
    opened = null;
  };
  return {
    note(end, timeUs) {
      attempt(timeUs, (index) => {
        // The log was truncated by someone else: what is known is of bytes that are gone.
        if (end < index.end) {
          ftruncateSync(index.fd, 0);
          Object.assign(index, { position: 0, end: 0, beganUs: null });
        }
        const { beganUs } = index;
        const grows = beganUs !== null && timeUs >= beganUs && timeUs - beganUs < grainUs;
        const began = grows ? beganUs : timeUs;
        if (grows) index.position -= recordBytes;
        const text = { end, timeUs: began, kind: recordKind.text, errno: 0, count: 0 };
        encodeRecord(text, record, 0);
        append(index, record);
        Object.assign(index, { end, beganUs: began });
      });
    },
    noteDropped(end, timeUs, { lines, bytes, errno }) {
      const both = Buffer.alloc(2 * recordBytes);
      const { dropped, droppedMore } = recordKind;
      encodeRecord({ end, timeUs, kind: dropped, errno: 0, count: lines }, both, 0);
      const more = { end, timeUs, kind: droppedMore, errno: errnoNumber(errno), count: bytes };
      encodeRecord(more, both, recordBytes);
      pending.push(both);
      attempt(timeUs, () => {});
    },
    get isBehind() {
      return pending.length > 0;
    },
    close,
  };
}

function append(index: Opened, records: Buffer): void {
  const written = writeSync(index.fd, records, 0, records.length, index.position);
  // The rest of a torn record is overwritten by the next.
  if (written < records.length) throw new Error("short write");
  index.position += records.length;
  index.beganUs = null;
}

function openIndex(path: string): Opened {
  const fd = openSync(path, flags, 0o640);
  try {
    const found = fstatSync(fd);
    if (!found.isFile() || found.nlink > 1) throw new Error("unfit for an index");
    const position = found.size - (found.size % recordBytes);
    const record = Buffer.alloc(recordBytes);
    const isKnown =
      position > 0 && readSync(fd, record, 0, recordBytes, position - recordBytes) > 0;
    return { fd, position, end: isKnown ? decodeRecord(record, 0).end : 0, beganUs: null };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}
