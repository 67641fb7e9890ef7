import { type DpmError, isDpmError } from "@dpm/errors";
import { decodePdu, type Frame } from "@dpm/pdu";
import type { FrameConnection } from "@dpm/socket";

/** Who reads what a server sends. */
export interface FrameReader {
  readonly frame: (frame: Frame) => void;
  /** The connection has ended, without an error when the server closed it, or sent what can't be read. Nothing is read after that. */
  readonly failed: (error: DpmError | undefined) => void;
}

/** A connection that is being read. */
export interface Reading {
  /** Gives everything from the next frame on to another reader. */
  handOver(to: FrameReader): void;
  /** Reads nothing any more. */
  stop(): void;
}

/** Reads the frames of a server. */
export function readFrames(connection: FrameConnection, first: FrameReader): Reading {
  let reader: FrameReader | undefined = first;
  const fail = (error: DpmError | undefined): void => {
    const last = reader;
    reader = undefined;
    last?.failed(error);
  };
  connection.receive({
    frame: (bytes) => {
      if (reader === undefined) return;
      let frame: Frame;
      try {
        frame = decodePdu(bytes);
      } catch (thrown) {
        if (!isDpmError(thrown)) throw thrown;
        return fail(thrown);
      }
      reader.frame(frame);
    },
    closed: fail,
  });
  return {
    handOver: (to) => {
      reader = to;
    },
    stop: () => {
      reader = undefined;
    },
  };
}
