import { errorToPdu, type ProcessResultInit, type ResultInit } from "@dpm/pdu";
import type { OperationRow, ProcessStatus } from "@dpm/process-core";
import { toProcessStatus } from "./to-process-status.ts";

const rowsPerFrame = 256;
const bytesPerFrame = 256 * 1024;
/** What a row takes beside its texts, at most. */
const bareRowBytes = 160;

/** A row of an operation as it crosses the wire. */
export function toProcessResult(row: OperationRow): ProcessResultInit {
  return {
    status: toProcessStatus(row.status),
    done: row.done,
    ok: row.ok,
    error: row.error === undefined ? null : errorToPdu(row.error),
  };
}

/** The statuses that were asked for, many to a frame. */
export function* toStatusResults(statuses: readonly ProcessStatus[]): Generator<ResultInit> {
  yield* inFrames(statuses.map((status) => ({ status, done: true, ok: true })));
}

/** Rows that are there at the same time, as many to a frame as is good for the other requests on the connection. */
export function* inFrames(rows: readonly OperationRow[]): Generator<ResultInit> {
  let frame: ProcessResultInit[] = [];
  let bytes = 0;
  for (const row of rows) {
    frame.push(toProcessResult(row));
    bytes += approximateBytes(row);
    if (frame.length === rowsPerFrame || bytes >= bytesPerFrame) {
      yield { processes: { rows: frame } };
      frame = [];
      bytes = 0;
    }
  }
  if (frame.length > 0) yield { processes: { rows: frame } };
}

function approximateBytes({ status, error }: OperationRow): number {
  const texts = status.id.length + (status.group?.length ?? 0) + status.reason.length;
  return bareRowBytes + texts + (error === undefined ? 0 : JSON.stringify(error).length);
}
