// Generated from proto/ by scripts/generate.ts. Do not edit.
import type { Reader, Writer } from "protobufjs/minimal.js";

import type { FrameInit } from "./messages.ts";

/** The codec of Frame, as pbjs writes it; every other message is reached through it. It is for the JSON form of frames, and what that of this package is held against. */
export declare const dpm: {
  readonly v1: {
    readonly Frame: {
      encode(message: FrameInit): Writer;
      decode(reader: Reader | Uint8Array): object;
      fromObject(object: object): object;
      toObject(message: object, options: object): object;
    };
  };
};
