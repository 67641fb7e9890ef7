import { dpmError } from "@dpm/errors";

import { recogniseForeign } from "./foreign-protocol.ts";
import { longestVarintBytes, readLength } from "./frame-length.ts";

// Cuts a byte stream into frames. Bytes are pushed, frames are pulled, one by one: so the one who pulls can stop, or
// change the limit, between two frames of the same chunk.
//
// Memory: a length is checked before anything is kept for it. A frame that lies in one chunk is handed on as a view of
// that chunk. One that doesn't is gathered in a buffer that grows with what has really arrived, at most to twice that:
// neither a large announcement nor ten thousand chunks of one byte cost more than what was sent.

/** Cuts a byte stream into frames. */
export interface FrameDecoder {
  /** Takes the next bytes of the stream. They must not be changed afterwards. */
  push(chunk: Uint8Array): void;
  /** The next whole frame, without its length. Throws a DpmError when the stream cannot be frames; it stays broken then. */
  next(): Uint8Array | undefined;
  /** The largest frame from now on. */
  setMaxFrameBytes(limit: number): void;
  /** How many bytes of an unfinished frame are missing: 0 between two frames, at least 1 in the middle of one. */
  readonly missingBytes: number;
}

/** What a decoder is told about its stream. */
export interface FrameDecoderOptions {
  readonly maxFrameBytes: number;
  /** Whose bytes these are, for errors. */
  readonly address: string;
  /** Whether the first two bytes are looked at for a well-known protocol that is not ours. Default false. */
  readonly recogniseForeign?: boolean;
}

interface Partial {
  readonly length: number;
  buffer: Uint8Array;
  filled: number;
}

const none = new Uint8Array();

/** Makes a decoder for one stream. */
export function createFrameDecoder(options: FrameDecoderOptions): FrameDecoder {
  const { address } = options;
  let limit = options.maxFrameBytes;
  let lookForForeign = options.recogniseForeign ?? false;
  let broken: Error | undefined;
  let chunks: Uint8Array[] = [];
  // What of the first chunk was not used yet; while a frame is gathered, nothing.
  let rest: Uint8Array = none;
  let partial: Partial | undefined;

  function fail(error: Error): never {
    broken = error;
    chunks = [];
    rest = none;
    partial = undefined;
    throw error;
  }

  function refill(): boolean {
    const chunk = chunks.shift();
    if (chunk === undefined) return false;
    rest = rest.length === 0 ? chunk : joined(rest, chunk);
    return true;
  }

  /** The length of the next frame, taken off the stream. Only where a length lies across two chunks are these joined. */
  function takeLength(): number | undefined {
    while (lookForForeign) {
      const foreign = recogniseForeign(rest);
      if (foreign === "undecided") {
        if (!refill()) return undefined;
      } else {
        lookForForeign = false;
        if (foreign !== undefined)
          fail(dpmError("ERR_DPM_WIRE_NOT_FRAMES", { address, looksLike: foreign.name }));
      }
    }
    for (;;) {
      const reading = readLength(rest, limit);
      switch (reading.kind) {
        case "length":
          if (reading.length === 0)
            fail(dpmError("ERR_DPM_WIRE_FRAME_LENGTH", { address, why: "0 bytes" }));
          rest = rest.subarray(reading.size);
          return reading.length;
        case "over-limit":
          return fail(
            dpmError("ERR_DPM_WIRE_FRAME_TOO_LARGE", {
              address,
              bytes: reading.length,
              limitBytes: limit,
            }),
          );
        case "over-long":
          return fail(
            dpmError("ERR_DPM_WIRE_FRAME_LENGTH", {
              address,
              why: `more than ${longestVarintBytes} bytes long`,
            }),
          );
        case "incomplete":
          if (!refill()) return undefined;
      }
    }
  }

  function gather(into: Partial): Uint8Array | undefined {
    while (into.filled < into.length) {
      if (rest.length === 0 && !refill()) return undefined;
      const piece = rest.subarray(0, into.length - into.filled);
      makeRoom(into, piece.length);
      into.buffer.set(piece, into.filled);
      into.filled += piece.length;
      rest = rest.subarray(piece.length);
    }
    partial = undefined;
    return into.buffer.subarray(0, into.length);
  }

  return {
    push(chunk) {
      if (broken === undefined && chunk.length > 0) chunks.push(chunk);
    },
    next() {
      if (broken !== undefined) throw broken;
      if (partial !== undefined) return gather(partial);
      const length = takeLength();
      if (length === undefined) return undefined;
      if (rest.length >= length) {
        const frame = rest.subarray(0, length);
        rest = rest.subarray(length);
        return frame;
      }
      partial = { length, buffer: none, filled: 0 };
      return gather(partial);
    },
    setMaxFrameBytes(bytes) {
      limit = bytes;
    },
    get missingBytes() {
      if (partial !== undefined) return partial.length - partial.filled;
      return rest.length > 0 ? 1 : 0;
    },
  };
}

function makeRoom(partial: Partial, bytes: number): void {
  const needed = partial.filled + bytes;
  if (needed <= partial.buffer.length) return;
  const buffer = new Uint8Array(
    Math.min(partial.length, Math.max(needed, partial.buffer.length * 2)),
  );
  buffer.set(partial.buffer.subarray(0, partial.filled));
  partial.buffer = buffer;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
