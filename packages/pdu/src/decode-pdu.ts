import { dpmError } from "@dpm/errors";

import type { Frame } from "./gen/messages.ts";
import { readFrame } from "./gen/wire.ts";
import { WireReader } from "./wire-reader.ts";

// Small fields become objects some 50 times as large, so a limit of bytes alone is no limit of memory.
// How deep messages nest is limited by the messages themselves (7), of which none holds itself.

/** How much a frame may hold. */
export interface DecodeLimits {
  /** Fields in the frame and all messages in it, known or not. */
  readonly maxFields: number;
}

/** For a frame from a server, which may carry many rows. */
export const resultLimits: DecodeLimits = { maxFields: 1_000_000 };

/** For a frame from a client. */
export const requestLimits: DecodeLimits = { maxFields: 100_000 };

/**
 * The Frame that bytes encode, as plain objects in which every field is present: a scalar that was not sent has its
 * default, a message that was not sent is null, only `optional` scalars may be missing. Of several members of a oneof the
 * last one is there alone. Unknown fields are ignored. Byte fields are views of `bytes`, not copies.
 * Throws ERR_DPM_WIRE_MALFORMED.
 */
export function decodePdu(bytes: Uint8Array, limits: DecodeLimits = resultLimits): Frame {
  try {
    return readFrame(new WireReader(bytes, limits.maxFields));
  } catch (error) {
    throw dpmError(
      "ERR_DPM_WIRE_MALFORMED",
      { why: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
}
