import type { FileHandle } from "node:fs/promises";
import { rotatedPath } from "../log-names.ts";
import { openCaptured, readSegment, type Segment } from "./log-files.ts";

const chunkBytes = 64 * 1024;
const newline = 0x0a;

/**
 * The last lines of a captured log, oldest first, as chunks of bytes exactly as they were written; rotated files
 * (`file.1`, `file.2`, …) are read as far as the file itself is too short. Infinity gives everything. No file gives nothing.
 * Memory stays at a few chunks whatever the length of a line. Throws ERR_DPM_PROCESS_LOG_UNREADABLE.
 */
export async function* readLastLines(file: string, count: number): AsyncGenerator<Uint8Array> {
  const segments = await findLastLines(file, count);
  try {
    for (const segment of segments) yield* readSegment(segment);
  } finally {
    for (const segment of segments) await segment.file.close();
  }
}

/** Finds where the last lines are; the last segment, if there is any, is the file itself. The caller closes the files. */
export async function findLastLines(path: string, count: number): Promise<readonly Segment[]> {
  const segments: Segment[] = [];
  const seen = new Set<number>();
  let missing = count;
  try {
    for (let number = 0; missing > 0 || number === 0; number++) {
      const file = await openCaptured(rotatedPath(path, number));
      if (file === null) {
        // Between the two steps of a rotation the file itself is missing for a moment.
        if (number === 0) continue;
        break;
      }
      const { size: end, ino } = await file.stat();
      if (seen.has(ino)) {
        // Rotated between two looks: the one that was read already has its next name now.
        await file.close();
        continue;
      }
      seen.add(ino);
      // Only the very last newline of all ends a line that counts; others lie between two lines.
      const found = await seekBack({ file, start: 0, end }, missing, segments.every(isEmpty));
      segments.unshift({ file, start: found.start, end });
      missing -= found.lines;
      if (found.start > 0) break;
    }
    return segments;
  } catch (error) {
    for (const segment of segments) await segment.file.close();
    throw error;
  }
}

function isEmpty(segment: Segment): boolean {
  return segment.end === segment.start;
}

interface Found {
  readonly start: number;
  readonly lines: number;
}

// Counts newlines from the end: before the first of the wanted lines stands the newline of the line before it.
async function seekBack({ file, end }: Segment, count: number, isLast: boolean): Promise<Found> {
  if (count === 0) return { start: end, lines: 0 };
  if (count === Number.POSITIVE_INFINITY) return { start: 0, lines: 0 };
  let lines = 0;
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let chunkEnd = end; chunkEnd > 0;) {
    const chunkStart = Math.max(0, chunkEnd - chunkBytes);
    const length = await readFully(file, buffer.subarray(0, chunkEnd - chunkStart), chunkStart);
    for (let index = buffer.lastIndexOf(newline, length - 1); index >= 0;) {
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
  return { start: 0, lines };
}

async function readFully(file: FileHandle, into: Buffer, position: number): Promise<number> {
  let length = 0;
  while (length < into.length) {
    const { bytesRead } = await file.read(into, length, into.length - length, position + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}
