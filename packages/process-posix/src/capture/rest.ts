import { collectGarbage } from "../native/collect-garbage.ts";
import type { Due, DueTimes } from "./due-times.ts";

/** Is told of work that leaves garbage behind. */
export interface Rest {
  after(pieces: number): void;
}

const manyPieces = 1_000;
const restMs = 1_000;
const never = Number.POSITIVE_INFINITY;

/**
 * Gives memory back once much has been done and nothing more has come for a second: a thread that sleeps allocates nothing, so that V8
 * would keep what a start of thousands has left for ever.
 */
export function createRest(dueTimes: DueTimes, collect: () => void = collectGarbage): Rest {
  let done = 0;
  const item: Due = {
    dueMs: never,
    due: () => {
      done = 0;
      dueTimes.set(item, never);
      collect();
    },
  };
  return {
    after: (pieces) => {
      done += pieces;
      if (done >= manyPieces) dueTimes.set(item, performance.now() + restMs);
    },
  };
}
