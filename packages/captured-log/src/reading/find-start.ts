import { openTimes, type TimeCursor } from "./time-cursor.ts";
import { findSlot, openPredecessor, type PlacedPart } from "./find-part.ts";
import { chunkBytes, type LogPart, openPart } from "./log-part.ts";
import type { LogStart } from "./log-piece.ts";

const newline = 0x0a;

/** A stretch of one file of a log, with what is known of its times. The file and its index are open. */
export interface Segment {
  readonly part: LogPart;
  readonly times: TimeCursor | null;
  readonly start: number;
  readonly end: number;
}

/** Lets go of what segments hold open. */
export async function closeSegments(segments: Iterable<Segment>): Promise<void> {
  for (const { part, times } of segments) {
    await part.close();
    await times?.close();
  }
}

/**
 * Finds what is to be read of a log: segments, the oldest first. The last is of the log itself, or of its newest rotated file
 * while that is missing. The caller closes them. Throws ERR_DPM_PROCESS_LOG_UNREADABLE.
 */
export async function findStart(path: string, { lines, sinceUs }: LogStart): Promise<Segment[]> {
  const segments: Segment[] = [];
  let missing = lines;
  let placed = await openNewest(path);
  try {
    while (placed !== null) {
      const { part } = placed;
      const blank: Segment = { part, times: null, start: 0, end: 0 };
      segments.unshift(blank);
      const segment = { ...blank, times: await openTimesOf(path, placed), end: 0 };
      segments[0] = segment;
      segment.end = await part.size();
      const least = sinceUs === null ? 0 : await startOfSince(segment, sinceUs);
      // Only the very last newline of all ends a line that counts; others lie between two lines.
      const isLast = segments.slice(1).every(({ start, end }) => start === end);
      const found = await seekBack({ ...segment, start: least }, missing, isLast);
      segments[0] = { ...segment, start: found.start };
      await segment.times?.skipTo(found.start, lines === 0 ? Number.POSITIVE_INFINITY : 0);
      missing -= found.lines;
      placed = found.start > 0 || missing === 0 ? null : await openPredecessor(path, placed);
    }
    return segments;
  } catch (error) {
    await closeSegments(segments);
    throw error;
  }
}

/** Opens the log itself, or its newest rotated file while that is missing; null when there is none. */
export async function openNewest(path: string): Promise<PlacedPart | null> {
  // While it is rotated there is no log for a moment.
  for (const number of [0, 1, 2]) {
    const part = await openPart(path, number);
    if (part !== null) return { part, number };
  }
  return null;
}

/** Opens the index of a file at this place; null when there is none, or the file is no longer there. */
export async function openTimesOf(
  path: string,
  { part, number }: PlacedPart,
): Promise<TimeCursor | null> {
  const times = await openTimes(path, number);
  if (times === null || (await findSlot(path, part, number)) === number) return times;
  await times.close();
  return null;
}

/** Where the first line begins that came since then. */
async function startOfSince({ part, times, end }: Segment, sinceUs: number): Promise<number> {
  const isOlder = (await part.writtenUs()) < sinceUs;
  if (times === null) return isOlder ? end : 0;
  const offset = Math.min(end, await times.offsetOf(sinceUs));
  // What the index does not cover came after all that it covers.
  if (offset === 0) return 0;
  let position = offset - 1;
  for await (const chunk of part.read(position, end)) {
    const found = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).indexOf(newline);
    if (found >= 0) return position + found + 1;
    position += chunk.byteLength;
  }
  return end;
}

interface Found {
  readonly start: number;
  readonly lines: number;
}

// Counts newlines from the end: before the first of the wanted lines stands the newline of the line before it.
async function seekBack(segment: Segment, count: number, isLast: boolean): Promise<Found> {
  const { part, start, end } = segment;
  if (count === 0) return { start: end, lines: 0 };
  if (count === Number.POSITIVE_INFINITY) return { start, lines: 0 };
  const { readAt } = part;
  if (readAt === null) return seekForward(segment, count, isLast);
  const whole = Buffer.allocUnsafe(chunkBytes);
  let lines = 0;
  for (let chunkEnd = end; chunkEnd > start;) {
    const chunkStart = Math.max(start, chunkEnd - chunkBytes);
    const buffer = whole.subarray(
      0,
      await readAt(whole.subarray(0, chunkEnd - chunkStart), chunkStart),
    );
    for (let index = buffer.lastIndexOf(newline); index >= 0;) {
      const position = chunkStart + index;
      if (isLast && position === end - 1) {
        // This one ends the last line.
      } else if (++lines === count) {
        return { start: position + 1, lines };
      }
      index = index === 0 ? -1 : buffer.lastIndexOf(newline, index - 1);
    }
    chunkEnd = chunkStart;
  }
  return { start, lines };
}

// A compressed file can only be read from its beginning: once to count, and once more to find the line.
async function seekForward(
  { part, start, end }: Segment,
  count: number,
  isLast: boolean,
): Promise<Found> {
  let lines = 0;
  const last = isLast ? end - 1 : end;
  for await (const _position of newlinesOf(part, start, last)) lines++;
  if (lines < count) return { start, lines };
  let before = lines - count;
  for await (const position of newlinesOf(part, start, last))
    if (before-- === 0) return { start: position + 1, lines: count };
  return { start, lines };
}

async function* newlinesOf(part: LogPart, start: number, end: number): AsyncGenerator<number> {
  let position = start;
  for await (const chunk of part.read(start, end)) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (
      let index = buffer.indexOf(newline);
      index >= 0;
      index = buffer.indexOf(newline, index + 1)
    )
      yield position + index;
    position += chunk.byteLength;
  }
}
