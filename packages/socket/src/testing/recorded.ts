import type { DpmError } from "@dpm/errors";
import { waitUntil } from "@dpm/test-kit";

import type { FrameConnection } from "../frame-connection.ts";

/** A connection whose frames are kept. */
export interface Recorded {
  readonly connection: FrameConnection;
  readonly frames: Uint8Array[];
  /** Resolves with the error of the end, or with nothing after an orderly one. */
  readonly closed: Promise<DpmError | undefined>;
  /** Waits until so many frames have arrived. */
  received(count: number): Promise<readonly Uint8Array[]>;
}

/** Receives everything that arrives on a connection. */
export function record(connection: FrameConnection): Recorded {
  const frames: Uint8Array[] = [];
  const { promise: closed, resolve } = Promise.withResolvers<DpmError | undefined>();
  connection.receive({ frame: (bytes) => frames.push(bytes), closed: resolve });
  return {
    connection,
    frames,
    closed,
    async received(count) {
      await waitUntil(() => frames.length >= count, { what: `${count} frames` });
      return frames;
    },
  };
}
