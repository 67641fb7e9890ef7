import { createHmac, randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { decodePdu, encodePdu, type Frame, type FrameInit } from "@dpm/pdu";
import { waitUntil } from "@dpm/test-kit";

import type { RunningPmd } from "./running-pmd.ts";

// A peer that can misbehave. It frames by itself, so that a mistake in our framing is not made on both sides.

/** One raw connection to pmd. */
export interface WirePeer {
  readonly socket: Socket;
  /** Everything that pmd has sent, as frames, keep-alives left out. */
  readonly frames: Frame[];
  isClosed(): boolean;
  /** How often pmd has answered a KeepAlive. */
  keepAliveReplies(): number;
  sendBytes(bytes: Uint8Array): void;
  sendFrame(frame: FrameInit): void;
  /** Waits for the nth frame, counted from 0. */
  frame(index: number): Promise<Frame>;
  /** Waits until pmd has closed the connection. */
  closed(): Promise<void>;
  /** Hello, Welcome, Proof, Accepted. */
  shakeHands(): Promise<void>;
  /** Sends one request and waits for its End; answers how long that took in ms. */
  ask(requestId: number): Promise<number>;
  destroy(): void;
}

/** A length and the bytes. */
export function framed(message: Uint8Array): Buffer {
  const length: number[] = [];
  let rest = message.length;
  for (; rest > 127; rest >>= 7) length.push((rest & 127) | 128);
  return Buffer.concat([Buffer.from([...length, rest]), message]);
}

/** HMAC-SHA-256 of a role, a zero byte and both nonces. */
export function proof(
  token: Uint8Array,
  role: string,
  nonces: readonly [Uint8Array, Uint8Array],
): Buffer {
  return createHmac("sha256", token)
    .update(`${role}\0`)
    .update(nonces[0])
    .update(nonces[1])
    .digest();
}

/** Connects to pmd and says nothing yet. */
export async function connectPeer(pmd: RunningPmd): Promise<WirePeer> {
  const socket = connect({ host: pmd.host, port: pmd.port, noDelay: true });
  const frames: Frame[] = [];
  let received = Buffer.alloc(0);
  let isClosed = false;
  let keepAliveReplies = 0;
  socket.on("error", () => {});
  socket.on("close", () => (isClosed = true));
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      let length = 0;
      let at = 0;
      do length += ((received[at] ?? 0) & 127) * 128 ** at;
      while ((received[at++] ?? 0) > 127);
      if (received.length === 0 || received.length < at + length) break;
      const frame = decodePdu(received.subarray(at, at + length));
      received = received.subarray(at + length);
      if (frame.body !== "keepAlive") frames.push(frame);
      else if (frame.keepAlive.reply) keepAliveReplies += 1;
      else socket.write(framed(encodePdu({ keepAlive: { reply: true } })));
    }
  });
  await waitUntil(() => !socket.connecting, { what: "a connection to pmd" });
  const peer: WirePeer = {
    socket,
    frames,
    isClosed: () => isClosed,
    keepAliveReplies: () => keepAliveReplies,
    sendBytes: (bytes) => void socket.write(bytes),
    sendFrame: (frame) => void socket.write(framed(encodePdu(frame))),
    frame: (index) =>
      waitUntil(() => frames[index], { deadlineMs: 30_000, what: `frame ${index}` }),
    closed: async () =>
      void (await waitUntil(() => isClosed, {
        deadlineMs: 30_000,
        what: "pmd to close the connection",
      })),
    async shakeHands() {
      const nonce = randomBytes(32);
      peer.sendFrame({
        hello: { version: { major: 1 }, client: "conformance", nonce, hasCredential: true },
      });
      const welcome = await peer.frame(0);
      if (welcome.body !== "welcome") throw new Error(`no Welcome: ${JSON.stringify(welcome)}`);
      peer.sendFrame({
        proof: { proof: proof(pmd.token, "dpm/1 client", [nonce, welcome.welcome.nonce]) },
      });
      const accepted = await peer.frame(1);
      if (accepted.body !== "accepted")
        throw new Error(`not accepted: ${JSON.stringify(accepted)}`);
    },
    async ask(requestId) {
      const begun = performance.now();
      peer.sendFrame({ requestId, request: { credit: 100, ping: {} } });
      await waitUntil(
        () => {
          if (isClosed) throw new Error("the connection is closed");
          return frames.some((frame) => frame.requestId === requestId && frame.body === "end");
        },
        { deadlineMs: 30_000, what: `the End of ${requestId}` },
      );
      return performance.now() - begun;
    },
    destroy: () => void socket.destroy(),
  };
  return peer;
}
