import { beginningOf } from "./beginning-of.ts";
import { openPredecessor } from "./find-part.ts";
import { closeSegments, openNewest, openTimesOf, type Segment } from "./find-start.ts";
import type { LogPosition } from "./log-position.ts";

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
      const beginning = await beginningOf(path, segment);
      found.unshift({ segment, beginning });
      if (isSurely(beginning, position)) break;
      placed = await openPredecessor(path, placed);
    }
    const sure = found.findIndex(({ beginning }) => isSurely(beginning, position));
    const first =
      sure >= 0 ? sure : found.findIndex(({ beginning }) => isPerhaps(beginning, position));
    if (first < 0) {
      const segments = await withoutOlder(found, position.beganUs);
      return { segments, isCut: position.ino !== 0n };
    }
    await closeSegments(opened.splice(0, first));
    const segments = found.slice(first).map(({ segment }) => segment);
    return { segments: await startAt(segments, position), isCut: false };
  } catch (error) {
    await closeSegments(opened);
    throw error;
  }
}

/** Whether this is the file of a position. */
function isSurely({ ino, beganUs }: LogPosition, position: LogPosition): boolean {
  return ino !== 0n && ino === position.ino && beganUs !== 0 && beganUs === position.beganUs;
}

/** Whether it is, if none is for sure: of those that may be, the oldest is, since what is newer got the number later. */
function isPerhaps(beginning: LogPosition, position: LogPosition): boolean {
  if (beginning.ino === 0n || beginning.ino !== position.ino) return false;
  const [one, other] = beginning.beganUs === 0 ? [position, beginning] : [beginning, position];
  return other.beganUs === 0 && (one.beganUs === 0 || one.beganUs >= other.notBeforeUs);
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
