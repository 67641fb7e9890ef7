import { type DpmError, dpmError, isDpmError } from "@dpm/errors";

import type { ByteSocket } from "./byte-socket.ts";
import { connectionError } from "./connection-error.ts";
import { createFrameDecoder } from "./frame-decoder.ts";
import { longestVarintBytes, writeLength } from "./frame-length.ts";
import type { Peer } from "./peer.ts";

/** The largest frame that a peer takes from someone who proved who they are. */
export const largestFrameBytes: number = 4 * 1024 * 1024;

/** The largest frame of someone who proved nothing yet. */
export const largestFrameBytesBeforeProof: number = 64 * 1024;

/** How many bytes are held back at most to leave together. */
const largestBatchBytes = 64 * 1024;

/** What a batch begins with at least. */
const smallestBatchBytes = 512;

/** A frame above this leaves as it is; smaller ones are copied into one piece, which is cheaper than to write many. */
const largestCopyBytes = 8 * 1024;

/** How long after the last byte has left the peer may take to close its half. */
const lingerMs = 1000;

const none = new Uint8Array();

/** What happens on a connection. Nothing is called before {@link FrameConnection.receive}, nor from within a call of a method. */
export interface FrameReceiver {
  /** One frame, without its length; it may be a view of a larger buffer. */
  frame(bytes: Uint8Array): void;
  /** The end, once and last; with an error unless one side closed the connection between two frames. */
  closed(error?: DpmError): void;
}

/** A connection that carries frames both ways. */
export interface FrameConnection {
  readonly peer: Peer;
  /** Names the receiver; to be called once. Until then nothing is read. */
  receive(receiver: FrameReceiver): void;
  /**
   * Sends one frame; those of one turn of the event loop leave in one write. False when more is waiting to leave than
   * should be: then {@link FrameConnection.drained} says when to go on. After the end the frame is dropped.
   * Throws ERR_DPM_WIRE_FRAME_TOO_LARGE above 4 MiB.
   */
  send(frame: Uint8Array): boolean;
  /** Resolves when more may be sent, at once where it may be now, or when the connection has ended. */
  drained(): Promise<void>;
  /** How many bytes wait to leave. */
  readonly bufferedBytes: number;
  /** The largest frame that is taken from now on, beginning with the next frame. */
  setMaxFrameBytes(bytes: number): void;
  /** Stops receiving, also frames that have arrived already. */
  pause(): void;
  resume(): void;
  /** Ends the connection after what was sent has left. No frame is received any more. */
  close(): void;
  /** Ends the connection now. The error is what the receiver is told. */
  destroy(error?: DpmError): void;
}

/** What a connection is made with. */
export interface FrameConnectionOptions {
  readonly peer: Peer;
  readonly maxFrameBytes: number;
  /** What it means when the peer closes the connection without a single byte. Default: nothing, it is an orderly end. */
  readonly closedInSilence?: () => DpmError;
}

/** Frames over a connected socket, which has not been read from yet. */
export function createFrameConnection(
  socket: ByteSocket,
  options: FrameConnectionOptions,
): FrameConnection {
  const { peer } = options;
  const { address } = peer;
  const decoder = createFrameDecoder({
    maxFrameBytes: options.maxFrameBytes,
    address,
    recogniseForeign: true,
  });
  let receiver: FrameReceiver | undefined;
  let paused = true;
  let delivering = false;
  // What was sent in this turn and has not left yet.
  let batch = none;
  let batchBytes = 0;
  let usualBytes = 0;
  let willFlush = false;
  let ended = false;
  let silent = true;
  let failure: DpmError | undefined;

  function destroy(error?: DpmError): void {
    if (!ended) failure ??= error;
    ended = true;
    socket.destroy();
  }

  function deliver(): void {
    // A receiver may pause and resume while it handles a frame: the loop that runs goes on then.
    if (delivering || receiver === undefined) return;
    delivering = true;
    try {
      for (;;) {
        if (paused || ended) break;
        const frame = decoder.next();
        if (frame === undefined) break;
        receiver.frame(frame);
      }
    } catch (error) {
      destroy(
        isDpmError(error)
          ? error
          : dpmError("ERR_DPM_INTERNAL", { incident: crypto.randomUUID().slice(0, 8) }, error),
      );
    } finally {
      delivering = false;
    }
  }

  function flush(): void {
    if (batchBytes === 0) return;
    const bytes = batch.subarray(0, batchBytes);
    usualBytes = batchBytes;
    // The socket may hold on to it for as long as the peer takes nothing.
    batch = none;
    batchBytes = 0;
    if (socket.writable) socket.write(bytes);
  }

  function makeRoom(bytes: number): void {
    const needed = batchBytes + bytes;
    if (needed <= batch.length) return;
    const larger = new Uint8Array(
      Math.max(
        smallestBatchBytes,
        needed,
        2 * batch.length,
        Math.min(usualBytes, largestBatchBytes),
      ),
    );
    larger.set(batch.subarray(0, batchBytes));
    batch = larger;
  }

  function flushLater(): void {
    if (willFlush) return;
    willFlush = true;
    // Not nextTick: frames that are sent from the promises of this turn shall be in the same write.
    setImmediate(() => {
      willFlush = false;
      flush();
    });
  }

  socket.pause();
  socket.on("data", (chunk: Uint8Array) => {
    silent = false;
    if (ended) return;
    decoder.push(chunk);
    deliver();
  });
  socket.on("end", () => {
    const { missingBytes } = decoder;
    if (silent && !ended) failure ??= options.closedInSilence?.();
    if (missingBytes > 0 && !ended)
      failure ??= dpmError("ERR_DPM_WIRE_FRAME_CUT", { address, missingBytes });
  });
  socket.on("error", (error) => {
    if (!ended) failure ??= connectionError(address, error);
  });
  socket.on("close", () => {
    ended = true;
    receiver?.closed(failure);
  });

  return {
    peer,
    receive(to) {
      receiver = to;
      paused = false;
      if (socket.closed) queueMicrotask(() => to.closed(failure));
      else socket.resume();
    },
    send(frame) {
      if (frame.length > largestFrameBytes) {
        throw dpmError("ERR_DPM_WIRE_FRAME_TOO_LARGE", {
          address,
          bytes: frame.length,
          limitBytes: largestFrameBytes,
        });
      }
      if (ended || !socket.writable) return false;
      makeRoom(longestVarintBytes + Math.min(frame.length, largestCopyBytes));
      batchBytes = writeLength(frame.length, batch, batchBytes);
      if (frame.length > largestCopyBytes) {
        flush();
        socket.write(frame);
      } else {
        batch.set(frame, batchBytes);
        batchBytes += frame.length;
        // Enough for a write of its own: waiting would only make the peer wait.
        if (batchBytes >= largestBatchBytes) flush();
        else flushLater();
      }
      return !socket.writableNeedDrain;
    },
    async drained() {
      if (ended || !socket.writableNeedDrain) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const settle = (): void => {
        socket.off("drain", settle);
        socket.off("close", settle);
        resolve();
      };
      socket.on("drain", settle);
      socket.on("close", settle);
      await promise;
    },
    get bufferedBytes() {
      return batchBytes + socket.writableLength;
    },
    setMaxFrameBytes(bytes) {
      decoder.setMaxFrameBytes(bytes);
    },
    pause() {
      paused = true;
      socket.pause();
    },
    resume() {
      if (!paused || receiver === undefined || ended) return;
      paused = false;
      // Not at once: whoever resumes does not expect to be called back before it returns.
      setImmediate(() => {
        if (paused || ended) return;
        deliver();
        if (!paused) socket.resume();
      });
    },
    close() {
      if (ended) return;
      ended = true;
      flush();
      // Closing with unread bytes would make the kernel send a reset, and what we sent last, such as a refusal, would be
      // lost on its way. So the rest of the stream is read and dropped until the peer closes its half too, for a while.
      socket.resume();
      socket.end(() => {
        const lingering = setTimeout(() => socket.destroy(), lingerMs);
        socket.on("close", () => clearTimeout(lingering));
      });
    },
    destroy,
  };
}
