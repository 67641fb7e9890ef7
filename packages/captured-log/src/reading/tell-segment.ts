import type { Segment } from "./find-start.ts";
import { beginningOf } from "./beginning-of.ts";
import type { PlacedPiece } from "./log-position.ts";
import { readSegment } from "./read-segment.ts";

/**
 * The pieces of a segment until they are no longer wanted, each with the position behind it. Answers how far it came, as
 * {@link readSegment} does.
 */
export async function* tellSegment(
  path: string,
  segment: Segment,
  { times, signal }: { readonly times: boolean; readonly signal: AbortSignal },
): AsyncGenerator<PlacedPiece, number> {
  const pieces = readSegment(segment, times);
  let beginning = null;
  let [offset, toldUs] = [segment.start, 0];
  try {
    for (;;) {
      const step = await pieces.next();
      if (step.done === true) return step.value;
      if (signal.aborted) return 0;
      const piece = step.value;
      if (piece.kind === "dropped") toldUs = piece.timeUs;
      else if (piece.data.length > 0) [offset, toldUs] = [offset + piece.data.length, 0];
      if (beginning === null || beginning.beganUs === 0)
        beginning = await beginningOf(path, segment);
      yield { ...piece, position: { ...beginning, offset, toldUs } };
    }
  } finally {
    await pieces.return(0);
  }
}
