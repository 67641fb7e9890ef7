import type { ResultInit } from "@dpm/pdu";
import type { Operation, OperationRow } from "@dpm/process-core";
import type { ChangeReport } from "../configuration/configuration-keeper.ts";
import type { Call } from "./handler.ts";
import { streamRows } from "./stream-rows.ts";

/** What a change of configuration did, and then a row for each process that was started, replaced or stopped for it. */
export async function* streamChange(
  make: (operation: Operation) => Promise<ChangeReport>,
  toResult: (change: ChangeReport) => ResultInit | Promise<ResultInit>,
  { actor, signal }: Call,
): AsyncGenerator<ResultInit> {
  // Rows can come before the report is made.
  const early: OperationRow[] = [];
  let pass = (row: OperationRow): void => void early.push(row);
  const change = await make({ actor, signal, onResult: (row) => pass(row) });
  yield await toResult(change);
  yield* streamRows((onResult) => {
    for (const row of early) onResult(row);
    pass = onResult;
    return change.consequences;
  });
}
