import { dpmError } from "@dpm/errors";
import protobuf from "protobufjs/minimal.js";

import { dpm } from "./gen/codec.js";
import type { Frame } from "./gen/messages.ts";
import { keepLastOfOneofs } from "./keep-last-of-oneofs.ts";

// Small fields become objects some 50 times as large, so a limit of bytes alone is no limit of memory.
// How deep messages nest is limited by protobufjs (100) and by the messages themselves (7).

/** How much a frame may hold. */
export interface DecodeLimits {
  /** Fields in the frame and all messages in it, known or not. */
  readonly maxFields: number;
}

/** For a frame from a server, which may carry many rows. */
export const resultLimits: DecodeLimits = { maxFields: 1_000_000 };

/** For a frame from a client. */
export const requestLimits: DecodeLimits = { maxFields: 100_000 };

class TooManyFields extends Error {}

function boundedReader(bytes: Uint8Array, maxFields: number): protobuf.Reader {
  const reader = protobuf.Reader.create(bytes);
  const readTag = reader.tag.bind(reader);
  let fields = 0;
  reader.tag = () => {
    fields += 1;
    if (fields > maxFields) throw new TooManyFields(`more than ${maxFields} fields`);
    return readTag();
  };
  return reader;
}

/**
 * The Frame that bytes encode, as plain objects in which every field is present: a scalar that was not sent has its
 * default, a message that was not sent is null, only `optional` scalars may be missing. Unknown fields are ignored.
 * Byte fields are views of `bytes`, not copies. Throws ERR_DPM_WIRE_MALFORMED.
 */
export function decodePdu(bytes: Uint8Array, limits: DecodeLimits = resultLimits): Frame {
  try {
    const message = dpm.v1.Frame.decode(boundedReader(bytes, limits.maxFields));
    return dpm.v1.Frame.toObject(keepLastOfOneofs(message), {
      defaults: true,
      longs: Number,
      oneofs: true,
    }) as Frame;
  } catch (error) {
    throw dpmError(
      "ERR_DPM_WIRE_MALFORMED",
      { why: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
}
