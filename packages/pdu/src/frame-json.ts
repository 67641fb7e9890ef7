import { dpm } from "./gen/codec.js";
import type { Frame, FrameInit } from "./gen/messages.ts";

/** A Frame as JSON: enums by name, bytes in base64, fields with default values left out. For logs, fixtures and conformance cases. */
export type FrameJson = { readonly [key: string]: unknown };

/** The JSON form of a frame. */
export function frameToJson(frame: Frame | FrameInit): FrameJson {
  const message = dpm.v1.Frame.decode(dpm.v1.Frame.encode(frame as FrameInit).finish());
  return dpm.v1.Frame.toObject(message, {
    enums: String,
    bytes: String,
    longs: Number,
  }) as FrameJson;
}

/** The frame that JSON describes. Keys that are no fields are ignored; a value of a wrong type throws a TypeError. */
export function frameFromJson(json: FrameJson): FrameInit {
  return dpm.v1.Frame.toObject(dpm.v1.Frame.fromObject(json), { longs: Number }) as FrameInit;
}
