import { encodePdu, type FrameInit } from "@dpm/pdu";
import { waitUntil } from "@dpm/test-kit";
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
  uint8Array,
} from "fast-check";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { type RunningPmd, startPmd } from "./running-pmd.ts";
import { connectPeer, framed, type WirePeer } from "./wire-peer.ts";

// One pmd lives through all of this. After each attack it has to run, to hold little more memory than before, and to have
// answered somebody else quickly all the while.

const answeredWithinMs = 200;
// V8 collects when it sees fit: some tens of MiB of garbage are no leak, and unbounded would be far beyond this.
const moreMemoryMiB = 128;

let pmd: RunningPmd;
let bystander: WirePeer;
let memoryBefore: number;
let requestId = 0;

beforeAll(async () => {
  pmd = await startPmd(
    '<processManager><process id="a" command="sleep 1000"/><process id="talker" command="yes" autostart="false"/></processManager>',
  );
  bystander = await connectPeer(pmd);
  await bystander.shakeHands();
  for (let round = 0; round < 50; round += 1) await bystander.ask((requestId += 1));
  memoryBefore = pmd.memoryMiB();
}, 60_000);

afterAll(async () => {
  bystander.destroy();
  await pmd.end();
}, 60_000);

/** The time within which half of the requests of somebody else were answered: one that the machine itself delayed does not count. */
async function bystanderMs(rounds = 15): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await bystander.ask((requestId += 1)));
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Infinity;
}

/** What the attack has done to pmd and to the others: nothing, one hopes. */
async function damage(): Promise<readonly string[]> {
  const found: string[] = [];
  const ms = await bystanderMs();
  if (ms >= answeredWithinMs) found.push(`somebody else waited ${ms} ms for an answer`);
  const grown = pmd.memoryMiB() - memoryBefore;
  if (grown >= moreMemoryMiB) found.push(`pmd grew by ${grown} MiB`);
  if (!pmd.isRunning()) found.push(`pmd ended: ${pmd.output()}`);
  return found;
}

async function peer(begin: "connected" | "accepted"): Promise<WirePeer> {
  const made = await connectPeer(pmd);
  if (begin === "accepted") await made.shakeHands();
  return made;
}

/** A peer that is gone when the running test ends. */
async function testPeer(begin: "connected" | "accepted"): Promise<WirePeer> {
  const made = await peer(begin);
  onTestFinished(() => made.destroy());
  return made;
}

const hello: FrameInit = {
  hello: { version: { major: 1 }, client: "fuzz", nonce: new Uint8Array(32), hasCredential: true },
};
const version: FrameInit = { requestId: 1, request: { credit: 1, version: {} } };

/** Frames that are whole, bent or broken. */
const pieces = oneof(
  constantFrom(
    framed(encodePdu(hello)),
    framed(encodePdu(version)),
    framed(encodePdu({ keepAlive: {} })),
    framed(encodePdu({ proof: { proof: new Uint8Array(32) } })),
  ),
  constantFrom(
    "00",
    "80808080808080808001",
    "ffffffff0f",
    "8080808004",
    "8080808080808080808080",
    "03ffffff",
  ).map((hex) => Buffer.from(hex, "hex")),
  constantFrom("GET / HTTP/1.1\r\n\r\n", "\r\n", "\x16\x03\x01").map((text) =>
    Buffer.from(text, "latin1"),
  ),
  uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => framed(bytes)),
  record({ bit: integer({ min: 0, max: 8 * 40 }) }).map(({ bit }) => {
    const frame = framed(encodePdu(hello));
    const at = (bit >> 3) % frame.length;
    frame[at] = (frame[at] ?? 0) ^ (1 << (bit & 7));
    return frame;
  }),
);

describe("pmd is not impressed by", () => {
  test.each(["connected", "accepted"] as const)(
    "any bytes in any pieces from somebody who is %s",
    async (begin) => {
      await assert(
        asyncProperty(
          array(pieces, { minLength: 1, maxLength: 8 }),
          integer({ min: 1, max: 400 }),
          async (sent, size) => {
            const attacker = await peer(begin);
            const bytes = Buffer.concat(sent);
            for (let at = 0; at < bytes.length && !attacker.isClosed(); at += size) {
              attacker.sendBytes(bytes.subarray(at, at + size));
              if (size < 20) await pause(0);
            }
            attacker.socket.end();
            await waitUntil(() => attacker.isClosed(), {
              deadlineMs: 20_000,
              what: "pmd to let go of a fuzzed connection",
            });
            expect(pmd.isRunning()).toBe(true);
          },
        ),
        { numRuns: 150 },
      );
      expect(await damage()).toEqual([]);
    },
    120_000,
  );

  test("a handshake and requests in single bytes", async () => {
    const slow = await testPeer("connected");
    for (const byte of framed(encodePdu(hello))) {
      slow.sendBytes(Buffer.of(byte));
      await pause(0);
    }
    expect((await slow.frame(0)).body).toBe("welcome");
    expect(await damage()).toEqual([]);
  }, 60_000);

  test("1,000 requests in one write", async () => {
    const eager = await testPeer("accepted");
    const requests = Array.from({ length: 1000 }, (_, index) =>
      framed(encodePdu({ requestId: index + 1, request: { credit: 1, version: {} } })),
    );
    eager.sendBytes(Buffer.concat(requests));
    await waitUntil(() => eager.frames.filter(({ body }) => body === "end").length === 1000, {
      deadlineMs: 30_000,
    });
    expect(await damage()).toEqual([]);
  }, 60_000);

  test("a request of a million empty fields", async () => {
    const greedy = await testPeer("accepted");
    const assignments = Buffer.alloc(2_000_000);
    for (let at = 0; at < assignments.length; at += 2) assignments[at] = 0x12;
    const delimited = (tag: readonly number[], bytes: Buffer): Buffer =>
      Buffer.concat([Buffer.from(tag), framed(bytes)]);
    // Frame.request.config_set.assignments, each of no bytes.
    greedy.sendBytes(framed(delimited([0x3a], delimited([0xc2, 0x01], assignments))));
    await greedy.closed();
    expect(await damage()).toEqual([]);
  }, 60_000);

  test("a half-open peer, which stops in the middle of a frame and never says another word", async () => {
    const halves = await Promise.all(Array.from({ length: 20 }, () => testPeer("accepted")));
    for (const half of halves) half.sendBytes(Buffer.from("e40712", "hex"));
    expect(await damage()).toEqual([]);
  }, 60_000);

  test("a reader that asks for endless output and never reads it", async () => {
    const starter = await testPeer("accepted");
    starter.sendFrame({
      requestId: 1,
      request: { credit: 100, start: { selector: { ids: ["talker"] } } },
    });
    await waitUntil(() => starter.frames.some(({ body }) => body === "end"), {
      deadlineMs: 30_000,
    });
    const readers = await Promise.all(Array.from({ length: 5 }, () => testPeer("accepted")));
    for (const reader of readers) {
      reader.socket.pause();
      reader.sendFrame({
        requestId: 1,
        request: { credit: 1_000_000, logs: { id: "talker", follow: true } },
      });
    }
    for (let round = 0; round < 5; round += 1) {
      expect(await bystanderMs()).toBeLessThan(answeredWithinMs);
      await pause(100);
    }
    // Each may have its buffer in pmd, and no more.
    expect(pmd.memoryMiB() - memoryBefore).toBeLessThan(moreMemoryMiB + 5 * 16);
    starter.sendFrame({
      requestId: 2,
      request: { credit: 100, stop: { selector: { ids: ["talker"] } } },
    });
    await waitUntil(
      () => starter.frames.some((frame) => frame.body === "end" && frame.requestId === 2),
      { deadlineMs: 30_000 },
    );
    expect(pmd.isRunning()).toBe(true);
  }, 120_000);

  test("1,000 idle connections, and a client that comes after them", async () => {
    const idle = await Promise.all(Array.from({ length: 1000 }, () => testPeer("connected")));
    expect(await bystanderMs()).toBeLessThan(answeredWithinMs);
    const late = await testPeer("accepted");
    await late.ask(1);
    // Nobody who says nothing stays.
    await waitUntil(() => idle.every((one) => one.isClosed()), {
      deadlineMs: 30_000,
      what: "the idle connections to be closed",
    });
    expect(await damage()).toEqual([]);
  }, 120_000);

  test("wave after wave of connections: what the first left, the others use again", async () => {
    const wave = async (): Promise<number> => {
      const many = await Promise.all(Array.from({ length: 400 }, () => peer("connected")));
      for (const one of many) one.sendBytes(Buffer.from("00", "hex"));
      await Promise.all(many.map((one) => one.closed()));
      return pmd.memoryMiB();
    };
    const first = await wave();
    for (let round = 0; round < 5; round += 1) await wave();
    expect((await wave()) - first).toBeLessThan(32);
    expect(await damage()).toEqual([]);
  }, 120_000);

  test("1,000 connections that are let in and idle", async () => {
    const idle: WirePeer[] = [];
    // A few at a time: a client that waits longer than the deadline of the handshake would be refused, and rightly.
    for (let batch = 0; batch < 20; batch += 1)
      idle.push(...(await Promise.all(Array.from({ length: 50 }, () => testPeer("accepted")))));
    expect(await damage()).toEqual([]);
    expect(idle.filter((one) => one.isClosed())).toEqual([]);
  }, 120_000);
});
