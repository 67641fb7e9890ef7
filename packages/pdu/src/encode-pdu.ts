import { dpm } from "./gen/codec.js";
import type { FrameInit } from "./gen/messages.ts";

/** The bytes of one Frame, without the length that goes before it on a connection. */
export function encodePdu(frame: FrameInit): Uint8Array {
  return dpm.v1.Frame.encode(frame).finish();
}
