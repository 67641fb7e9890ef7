import { type DpmError, dpmError } from "@dpm/errors";
import type { FrameConnection } from "@dpm/socket";

import { createPipe, type Pipe } from "./pipe.ts";

/** How the ends of a pair behave. */
export interface ConnectionPairOptions {
  /** What both ends take themselves for. Default `tcp`. */
  readonly kind?: "tcp" | "tls" | "unix";
  /** Bytes under way above which `send` says no. Default 64 KiB. */
  readonly highWaterBytes?: number;
}

/** Two connected ends. */
export interface ConnectionPair {
  readonly client: FrameConnection;
  readonly server: FrameConnection;
}

/** Makes both ends of a connection in memory, which behave as those of a socket do: order, back-pressure, endings. */
export function createConnectionPair(options: ConnectionPairOptions = {}): ConnectionPair {
  const toServer = createPipe();
  const toClient = createPipe();
  return {
    client: createEnd("server.test:8988", { ...options, incoming: toClient, outgoing: toServer }),
    server: createEnd("client.test:40000", { ...options, incoming: toServer, outgoing: toClient }),
  };
}

interface EndOptions extends ConnectionPairOptions {
  readonly incoming: Pipe;
  readonly outgoing: Pipe;
}

function createEnd(address: string, options: EndOptions): FrameConnection {
  const { kind = "tcp", highWaterBytes = 64 * 1024, incoming, outgoing } = options;
  let maxFrameBytes = Number.POSITIVE_INFINITY;
  let onClosed: ((error?: DpmError) => void) | undefined;
  let isOver = false;

  const end = (error?: DpmError): void => {
    if (isOver) return;
    isOver = true;
    incoming.abort();
    // Never from within a call, as with a socket.
    setImmediate(() => onClosed?.(error));
  };

  const destroy = (error?: DpmError): void => {
    if (isOver) return;
    outgoing.abort();
    end(error);
  };

  return {
    peer: { address, kind, loopback: true },
    receive: (receiver) => {
      onClosed = (error) => receiver.closed(error);
      incoming.read({
        frame: (frame) => {
          if (frame.length <= maxFrameBytes) return receiver.frame(frame);
          return destroy(
            dpmError("ERR_DPM_WIRE_FRAME_TOO_LARGE", {
              address,
              bytes: frame.length,
              limitBytes: maxFrameBytes,
            }),
          );
        },
        end: () => {
          outgoing.finish();
          end();
        },
      });
    },
    send: (frame) => {
      outgoing.write(frame);
      return outgoing.unreadBytes < highWaterBytes;
    },
    drained: () => new Promise((resolve) => outgoing.whenDrained(resolve)),
    get bufferedBytes() {
      return outgoing.unreadBytes;
    },
    setMaxFrameBytes: (bytes) => {
      maxFrameBytes = bytes;
    },
    pause: () => incoming.pause(),
    resume: () => incoming.resume(),
    close: () => {
      outgoing.finish();
      outgoing.whenDrained(() => end());
    },
    destroy,
  };
}
