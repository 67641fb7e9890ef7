import type { FrameInit } from "./gen/messages.ts";
import { writeFrame } from "./gen/wire.ts";
import { beginMessage, finishMessage } from "./wire-writer.ts";

/** The bytes of one Frame, without the length that goes before it on a connection. */
export function encodePdu(frame: FrameInit): Uint8Array {
  beginMessage();
  writeFrame(frame);
  return finishMessage();
}
