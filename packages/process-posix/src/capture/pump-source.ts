import { writeSync } from "node:fs";
import { errnoOf } from "@dpm/launch";
import { planFullPipe } from "./drop-policy.ts";
import { countLost, dropBytes, dropToLineEnd } from "./drop-bytes.ts";
import type { Loss } from "./loss.ts";
import type { LogSink } from "./log-sink.ts";
import {
  growPipe,
  lastError,
  pendingBytes,
  pipeCapacity,
  read,
  splice,
  wasEmpty,
} from "./pump-calls.ts";

/** A FIFO that is pumped into a log. */
export interface PumpSource {
  /** What the main thread calls it. */
  readonly key: number;
  readonly fd: number;
  sink: LogSink;
  /** Whether it was made larger, or couldn't be. */
  grown: boolean;
  /** Whether the system can't splice into this log, so that bytes are copied. */
  copies: boolean;
  /** Whether what was dropped ended inside a line, whose rest is to be dropped as well. */
  isLineCut: boolean;
  /** Whether it is told when nobody writes to it any more. */
  untilEnd: boolean;
  /** What was dropped and not yet told. */
  dropped: Loss;
}

/** How a FIFO was left: empty; with bytes that others have to wait for no longer; or with bytes that its log can't take. */
export type PumpOutcome = "empty" | "ended" | "more" | "stuck";

const grownBytes = 1024 * 1024;
// Who writes so much at once will be glad of a larger pipe; a page of it costs memory only while it is full.
const growAtBytes = 32 * 1024;
const copyBuffer = Buffer.allocUnsafeSlow(64 * 1024);

/** Moves what is in a FIFO to its log, `budgetBytes` at about, without a byte of it entering JavaScript. */
export function pump(source: PumpSource, budgetBytes: number): PumpOutcome {
  const { sink, fd } = source;
  if (sink.failure !== null && !makeRoom(source)) return "stuck";
  if (source.isLineCut) dropToLineEnd(source);
  sink.begin();
  let left = budgetBytes;
  for (;;) {
    const room = sink.room();
    if (room <= 0) {
      sink.end(performance.now());
      return "stuck";
    }
    const bytes = source.copies ? copy(source, room) : splice(fd, sink.fd, room);
    if (bytes > 0) {
      sink.moved(bytes);
      left -= bytes;
      if (bytes >= growAtBytes && !source.grown) grow(source);
      if (left > 0) continue;
    }
    const outcome = bytes > 0 ? "more" : bytes === 0 ? "ended" : judgeError(source);
    if (outcome === null) continue;
    sink.end(performance.now());
    return outcome;
  }
}

/** Makes a FIFO as large as the system lets it be. */
export function grow(source: PumpSource): void {
  source.grown = true;
  growPipe(source.fd, grownBytes);
}

// Null: try again at once.
function judgeError(source: PumpSource): PumpOutcome | null {
  if (wasEmpty()) return "empty";
  const errno = lastError();
  if (errno === "EINVAL" && !source.copies) {
    source.copies = true;
    return null;
  }
  source.sink.fail(errno);
  grow(source);
  return "stuck";
}

function copy(source: PumpSource, room: number): number {
  const bytes = read(source.fd, copyBuffer, Math.min(room, copyBuffer.length));
  for (let written = 0; written < bytes;) {
    try {
      written += writeSync(source.sink.fd, copyBuffer, written, bytes - written);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === "EAGAIN" || errno === "EINTR") continue;
      countLost(source, copyBuffer.subarray(written, bytes));
      source.sink.fail(errno);
      return written;
    }
  }
  return bytes;
}

// Answers whether the log can be written again. Else there is room for the writer, which may be waiting for it already.
function makeRoom(source: PumpSource): boolean {
  const { sink, fd } = source;
  while (sink.failure !== null) {
    const nowMs = performance.now();
    const plan = planFullPipe({
      pendingBytes: pendingBytes(fd),
      capacityBytes: pipeCapacity(fd),
      triedAgoMs: nowMs - sink.triedAtMs,
    });
    if (plan.kind === "wait") return false;
    if (plan.kind === "drop") dropBytes(source, plan.bytes);
    else sink.retry(nowMs);
  }
  return true;
}
