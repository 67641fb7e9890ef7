import { closeSegments, findStart } from "./find-start.ts";
import type { LogPiece, ReadOptions } from "./log-piece.ts";
import { readSegment } from "./read-segment.ts";

/**
 * What is in a captured log, oldest first, over its rotated files, compressed or not, as far as they are wanted. No file gives
 * nothing. Memory stays at a few chunks of 64 KiB whatever the length of a line. Throws ERR_DPM_PROCESS_LOG_UNREADABLE.
 */
export async function* readLog(
  path: string,
  { start, times }: ReadOptions,
): AsyncGenerator<LogPiece> {
  const segments = await findStart(path, start);
  try {
    for (const segment of segments) yield* readSegment(segment, times);
  } finally {
    await closeSegments(segments);
  }
}
