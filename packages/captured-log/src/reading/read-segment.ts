import type { LogPiece } from "./log-piece.ts";
import type { Segment } from "./find-start.ts";

/**
 * The pieces of a segment. With `times` they are cut where the time changes, without only where something is missing.
 * Answers how far it came, which is less than its end when the file ends early.
 */
export async function* readSegment(
  { part, times, start, end }: Segment,
  withTimes: boolean,
): AsyncGenerator<LogPiece, number> {
  let position = start;
  for await (const chunk of part.read(start, end)) {
    // From here on it was not handed on yet; nothing of it has another time than what is before `taken`.
    let begun = 0;
    let timeUs: number | null = null;
    for (let taken = 0; taken < chunk.byteLength;) {
      const span = times === null ? unknown : await times.at(position + taken);
      const isCut = span.dropped.length > 0 || (withTimes && span.timeUs !== timeUs);
      if (isCut && taken > begun) {
        yield { kind: "text", data: chunk.subarray(begun, taken), timeUs };
        begun = taken;
      }
      yield* span.dropped;
      timeUs = withTimes ? span.timeUs : null;
      taken = Math.min(chunk.byteLength, span.end - position);
    }
    yield { kind: "text", data: chunk.subarray(begun), timeUs };
    position += chunk.byteLength;
  }
  if (times !== null) yield* (await times.at(position)).dropped;
  return position;
}

const unknown = { dropped: [], timeUs: null, end: Number.POSITIVE_INFINITY };
