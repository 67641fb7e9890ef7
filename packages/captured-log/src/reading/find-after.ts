import { openPredecessor } from "./find-part.ts";
import { closeSegments, openNewest, openTimesOf, type Segment } from "./find-start.ts";
import { beginningOf, isSameFile, type LogPosition } from "./log-position.ts";

/** What is to be read of a log after a position. */
export interface Rest {
  /** The oldest first, as `findStart` gives them. */
  readonly segments: Segment[];
  /** Whether the file of the position is gone, so that something may be missing before the first segment. */
  readonly isCut: boolean;
}

/** A file of the log and its beginning. */
interface Found {
  readonly segment: Segment;
  readonly beginning: LogPosition;
}

/**
 * Finds what was written after a position, also when its file was rotated or compressed meanwhile. When that is gone, it is
 * everything that is not known to be older. The caller closes the segments. Throws ERR_DPM_PROCESS_LOG_UNREADABLE.
 */
export async function findAfter(path: string, position: LogPosition): Promise<Rest> {
  const found: Found[] = [];
  const opened: Segment[] = [];
  try {
    for (let placed = await openNewest(path); placed !== null;) {
      const { part } = placed;
      const blank: Segment = { part, times: null, start: 0, end: 0 };
      opened.unshift(blank);
      const times = await openTimesOf(path, placed);
      opened[0] = { ...blank, times };
      const segment = { ...blank, times, end: await part.size() };
      const beginning = await beginningOf(part, times);
      found.unshift({ segment, beginning });
      if (isSameFile(beginning, position)) {
        const segments = found.map((each) => each.segment);
        return { segments: await startAt(segments, position), isCut: false };
      }
      placed = await openPredecessor(path, placed);
    }
    const segments = await withoutOlder(found, position.beganUs);
    return { segments, isCut: position.ino !== 0n };
  } catch (error) {
    await closeSegments(opened);
    throw error;
  }
}

/** The first segment is of the position's file. */
async function startAt(segments: Segment[], { offset, toldUs }: LogPosition): Promise<Segment[]> {
  const [first, second, ...others] = segments;
  if (first === undefined) return segments;
  await first.times?.skipTo(offset, toldUs);
  // Beyond its end the position is only in an unfinished line, whose beginning was moved into the next file. If there is
  // none, that is about to happen, or the file was truncated: whoever follows sees to that.
  const moved = Math.max(0, offset - first.end);
  if (second === undefined) return [{ ...first, start: offset }];
  await second.times?.skipTo(moved, 0);
  return [{ ...first, start: offset - moved }, { ...second, start: moved }, ...others];
}

/** Without those that were begun before; the newest stays, whatever the clock said. */
async function withoutOlder(found: readonly Found[], beganUs: number): Promise<Segment[]> {
  const isOlder = ({ beginning }: Found, index: number): boolean =>
    index < found.length - 1 && beginning.beganUs !== 0 && beginning.beganUs < beganUs;
  await closeSegments(found.filter(isOlder).map(({ segment }) => segment));
  return found.filter((each, index) => !isOlder(each, index)).map(({ segment }) => segment);
}
