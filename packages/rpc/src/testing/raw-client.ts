import { decodePdu, encodePdu, type Frame, type FrameInit } from "@dpm/pdu";
import type { FrameConnection } from "@dpm/socket";

type BodyName = NonNullable<Frame["body"]>;
type FrameOf<Body extends BodyName> = Extract<Frame, { readonly body: Body }>;

/** A client that keeps to no rule: it sends what a test says and notes what comes back. */
export interface RawClient {
  readonly connection: FrameConnection;
  readonly frames: Frame[];
  readonly isClosed: boolean;
  send(frame: FrameInit): void;
  /** Resolves with the first frame of a kind, now or later; rejects when the connection ends without it. */
  next<Body extends BodyName>(body: Body): Promise<FrameOf<Body>>;
}

/** Reads everything that comes over a connection. */
export function createRawClient(connection: FrameConnection): RawClient {
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  let isClosed = false;
  const wake = (): void => {
    for (const look of waiting) look();
  };
  connection.receive({
    frame: (bytes) => {
      frames.push(decodePdu(bytes));
      wake();
    },
    closed: () => {
      isClosed = true;
      wake();
    },
  });
  return {
    connection,
    frames,
    get isClosed() {
      return isClosed;
    },
    send: (frame) => void connection.send(encodePdu(frame)),
    next: <Body extends BodyName>(body: Body) =>
      new Promise<FrameOf<Body>>((resolve, reject) => {
        const look = (): void => {
          const found = frames.find((frame) => isOf(frame, body));
          if (found === undefined && !isClosed) return void waiting.add(look);
          waiting.delete(look);
          if (found === undefined) reject(new Error(`the connection ended without ${body}`));
          else resolve(found);
        };
        look();
      }),
  };
}

function isOf<Body extends BodyName>(frame: Frame, body: Body): frame is FrameOf<Body> {
  return frame.body === body;
}
