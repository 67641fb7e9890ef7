import { createHash } from "node:crypto";

import type { Result } from "@dpm/pdu";

/** The results of a request that were given out, over however many connections. */
export interface GivenResults {
  /** The answer begins anew. */
  startAgain(): void;
  /** Whether the next result of the answer has to be given out: it was not, or another stood in its place. */
  isNew(result: Result): boolean;
}

/** Begins with none. A server that kept the answer gives the same again, one that runs it anew gives its own. */
export function createGiven(): GivenResults {
  const prints: string[] = [];
  let position = 0;
  return {
    startAgain: () => {
      position = 0;
    },
    isNew: (result) => {
      const print = createHash("sha256").update(JSON.stringify(result)).digest("base64");
      const isKnown = prints[position] === print;
      if (!isKnown) prints.splice(position, prints.length, print);
      position += 1;
      return !isKnown;
    },
  };
}
