import { makePipe, pendingBytes, read, tee } from "./pump-calls.ts";
import { addLoss } from "./loss.ts";
import type { PumpSource } from "./pump-source.ts";

const newline = 0x0a;
const buffer = Buffer.allocUnsafeSlow(64 * 1024);
let spare: readonly [number, number] | null = null;

/** Takes so many bytes off a FIFO, as far as they are there, and counts them and their lines. */
export function dropBytes(source: PumpSource, wanted: number): void {
  for (let left = wanted; left > 0;) {
    const bytes = read(source.fd, buffer, Math.min(left, buffer.length));
    if (bytes <= 0) return;
    countLost(source, buffer.subarray(0, bytes));
    source.isLineCut = buffer[bytes - 1] !== newline;
    left -= bytes;
  }
}

/** Takes the rest of a line off a FIFO, as far as it is there: half a line would be taken for a whole one. */
export function dropToLineEnd(source: PumpSource): void {
  while (source.isLineCut && pendingBytes(source.fd) > 0) {
    spare ??= makePipe();
    // Without a look ahead the line's beginning is missing in the log, which is still better than losing more of what follows.
    if (spare === null) return void (source.isLineCut = false);
    const seen = tee(source.fd, spare[1], buffer.length);
    if (seen <= 0) return;
    read(spare[0], buffer, seen);
    const end = buffer.subarray(0, seen).indexOf(newline);
    dropBytes(source, end < 0 ? seen : end + 1);
  }
}

/** Counts what is lost. */
export function countLost(source: PumpSource, bytes: Uint8Array): void {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines++;
  const more = { bytes: bytes.length, lines };
  source.dropped = addLoss(source.dropped, more);
  source.sink.lost = addLoss(source.sink.lost, more);
}
