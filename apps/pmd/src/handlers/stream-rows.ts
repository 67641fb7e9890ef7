import type { ResultInit } from "@dpm/pdu";
import type { OperationRow } from "@dpm/process-core";
import { inFrames } from "./to-wire/to-process-results.ts";

/**
 * The rows of an operation while it works. A client that reads slowly gets fewer progress rows, not more memory:
 * of each process only the last row that was not yet taken is kept.
 */
export async function* streamRows(
  operate: (onResult: (row: OperationRow) => void) => Promise<unknown>,
): AsyncGenerator<ResultInit> {
  const waiting = new Map<string, OperationRow>();
  let wake = Promise.withResolvers<void>();
  let ended = false;
  const operation = operate((row) => {
    // Deleted first, so that the order is that of arrival.
    waiting.delete(row.status.id);
    waiting.set(row.status.id, row);
    wake.resolve();
  }).finally(() => {
    ended = true;
    wake.resolve();
  });
  // Seen below; an early end of the stream must not leave it unseen.
  operation.catch(() => {});
  for (;;) {
    if (waiting.size === 0 && !ended) await wake.promise;
    wake = Promise.withResolvers();
    const rows = [...waiting.values()];
    waiting.clear();
    yield* inFrames(rows);
    if (ended && waiting.size === 0) break;
  }
  await operation;
}
