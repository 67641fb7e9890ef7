import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encodePdu, type Frame, type FrameJson, frameFromJson, frameToJson } from "@dpm/pdu";
import { parse } from "yaml";
import { expect } from "vitest";
import { waitUntil } from "@dpm/test-kit";

import type { RunningPmd } from "./running-pmd.ts";
import { connectPeer, framed, proof, type WirePeer } from "./wire-peer.ts";

type Proving = "right" | "wrong" | "as-server" | "short" | "empty";

/** See cases/README.md. */
export type WireStep =
  | { readonly send: FrameJson }
  | { readonly hex: string }
  | { readonly text: string }
  | { readonly repeat: { readonly hex: string; readonly times: number } }
  | { readonly prove: Proving }
  | { readonly expect: FrameJson }
  | { readonly expectEnd: { readonly requestId: number; readonly code?: string } }
  | { readonly expectKeepAlive: number }
  | { readonly finish: true }
  | { readonly closed: true };

/** One connection and what happens on it. */
export interface WireCase {
  readonly name: string;
  readonly begin: "connected" | "accepted";
  readonly oneByteWrites?: boolean;
  readonly oneWrite?: boolean;
  readonly steps: readonly WireStep[];
}

const folder = join(import.meta.dirname, "..", "cases");

/** The cases of one file under cases/. */
export function readCases(name: string): readonly WireCase[] {
  return parse(readFileSync(join(folder, name), "utf8")) as readonly WireCase[];
}

/** The files under cases/. */
export function caseFiles(): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".yaml"));
}

const hexBytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(" ", ""), "hex");

/** Plays one case against pmd. */
export async function playCase(wireCase: WireCase, pmd: RunningPmd): Promise<void> {
  const peer = await connectPeer(pmd);
  try {
    if (wireCase.begin === "accepted") await peer.shakeHands();
    const player = createPlayer(wireCase, { pmd, peer, seen: peer.frames.length });
    for (const step of wireCase.steps) await player(step);
  } finally {
    peer.destroy();
  }
}

interface Play {
  readonly pmd: RunningPmd;
  readonly peer: WirePeer;
  seen: number;
}

function createPlayer(wireCase: WireCase, play: Play): (step: WireStep) => Promise<void> {
  const { peer, pmd } = play;
  let nonce = Buffer.alloc(0);
  let held: Buffer[] = [];

  const write = async (bytes: Buffer): Promise<void> => {
    if (wireCase.oneWrite === true) {
      held.push(bytes);
      return;
    }
    if (wireCase.oneByteWrites !== true) {
      peer.sendBytes(bytes);
      return;
    }
    for (const byte of bytes) {
      await new Promise<void>((resolve) => peer.socket.write(Buffer.of(byte), () => resolve()));
    }
  };
  const flush = (): void => {
    if (held.length > 0) peer.sendBytes(Buffer.concat(held));
    held = [];
  };
  const nextFrame = async (): Promise<Frame> => {
    flush();
    const frame = await waitUntil(
      () => {
        if (peer.isClosed() && peer.frames.length <= play.seen)
          throw new Error("pmd closed the connection");
        return peer.frames[play.seen];
      },
      { deadlineMs: 20_000, what: "a frame" },
    );
    play.seen += 1;
    return frame;
  };
  const prove = (how: Proving): Uint8Array => {
    const welcome = peer.frames.findLast((frame) => frame.body === "welcome");
    if (welcome?.body !== "welcome") throw new Error("there was no Welcome to prove for");
    const nonces = [nonce, welcome.welcome.nonce] as const;
    const right = proof(pmd.token, "dpm/1 client", nonces);
    const other = proof(Buffer.from("x".repeat(43)), "dpm/1 client", nonces);
    const serverProof = proof(pmd.token, "dpm/1 server", nonces);
    expect(
      Buffer.from(welcome.welcome.proof).equals(serverProof),
      "the server's own proof is right",
    ).toBe(true);
    return {
      right,
      wrong: other,
      "as-server": serverProof,
      short: right.subarray(0, 31),
      empty: Buffer.alloc(0),
    }[how];
  };

  return async (step) => {
    if ("send" in step) {
      const frame = frameFromJson(step.send);
      if (frame.hello?.nonce) nonce = Buffer.from(frame.hello.nonce);
      return write(framed(encodePdu(frame)));
    }
    if ("hex" in step) return write(hexBytes(step.hex));
    if ("text" in step) return write(Buffer.from(step.text));
    if ("repeat" in step)
      return write(Buffer.concat(Array<Buffer>(step.repeat.times).fill(hexBytes(step.repeat.hex))));
    if ("prove" in step) return write(framed(encodePdu({ proof: { proof: prove(step.prove) } })));
    if ("expect" in step) {
      const frame = await nextFrame();
      expect(frameToJson(frame)).toMatchObject(step.expect);
      return;
    }
    if ("expectEnd" in step) {
      const { requestId, code } = step.expectEnd;
      const isEnd = (frame: Frame): boolean =>
        frame.body === "end" && frame.requestId === requestId;
      // Requests that run at once end in any order.
      let frame = peer.frames.find(isEnd);
      while (frame === undefined) {
        await nextFrame();
        frame = peer.frames.find(isEnd);
      }
      expect(frame.body === "end" ? frame.end.error?.code : "no end").toBe(code);
      return;
    }
    flush();
    if ("expectKeepAlive" in step) {
      const { expectKeepAlive } = step;
      await waitUntil(() => peer.keepAliveReplies() === expectKeepAlive, {
        what: "answers to keep-alives",
      });
      return;
    }
    if ("finish" in step) peer.socket.end();
    else {
      await peer.closed();
      expect(peer.frames.slice(play.seen)).toEqual([]);
    }
  };
}
