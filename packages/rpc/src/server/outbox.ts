import { type DpmError, dpmError } from "@dpm/errors";
import type { FrameConnection } from "@dpm/socket";

import type { Deadline, Deadlines } from "../deadlines.ts";

/** The way to one client. What waits in it is bounded: who takes nothing is let go. */
export interface Outbox {
  /** Sends a frame at once, also when others wait. */
  send(frame: Uint8Array): void;
  /** Whether more than what must be sent is welcome now. */
  readonly isWritable: boolean;
  /** Calls back once, as soon as it is writable again; who asked first comes first. */
  whenWritable(callback: () => void): void;
  /** Forgets those who wait. */
  close(): void;
}

/** How much may wait for one client and for how long. */
export interface OutboxOptions {
  readonly deadlines: Deadlines;
  readonly limits: { readonly bufferedBytes: number; readonly stalledMs: number };
  /** Called at most once, when the client takes too little of what it asked for. */
  readonly onSlow: (error: DpmError) => void;
}

/** Makes the outbox of a connection. */
export function createOutbox(connection: FrameConnection, options: OutboxOptions): Outbox {
  const { deadlines, limits, onSlow } = options;
  let isWritable = true;
  let isClosed = false;
  let waiting: (() => void)[] = [];
  let stall: Deadline | undefined;
  let sentBytes = 0;

  const fail = (): void => {
    if (isClosed) return;
    close();
    onSlow(
      dpmError("ERR_DPM_WIRE_SLOW_READER", {
        address: connection.peer.address,
        bytes: connection.bufferedBytes,
      }),
    );
  };

  const watchStall = (): void => {
    const takenBytes = sentBytes - connection.bufferedBytes;
    stall = deadlines.add(limits.stalledMs, () =>
      sentBytes - connection.bufferedBytes > takenBytes ? watchStall() : fail(),
    );
  };

  const onDrained = (): void => {
    if (isClosed) return;
    isWritable = true;
    if (stall !== undefined) deadlines.remove(stall);
    stall = undefined;
    const unserved: (() => void)[] = [];
    const woken = waiting;
    waiting = [];
    for (const callback of woken) {
      // Whoever fills it goes behind those who have not had their turn.
      if (isWritable) callback();
      else unserved.push(callback);
    }
    waiting = [...unserved, ...waiting];
  };

  const close = (): void => {
    isClosed = true;
    waiting = [];
    if (stall !== undefined) deadlines.remove(stall);
  };

  return {
    send: (frame) => {
      if (isClosed) return;
      sentBytes += frame.length;
      if (connection.send(frame) || !isWritable) {
        if (connection.bufferedBytes > limits.bufferedBytes) fail();
        return;
      }
      isWritable = false;
      watchStall();
      connection.drained().then(onDrained, () => undefined);
      if (connection.bufferedBytes > limits.bufferedBytes) fail();
    },
    get isWritable() {
      return isWritable;
    },
    whenWritable: (callback) => {
      waiting.push(callback);
    },
    close,
  };
}
