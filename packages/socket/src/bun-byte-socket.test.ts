import { expect, test } from "vitest";

import { createBunByteSocket } from "./bun-byte-socket.ts";
import type { BunSocket } from "./bun-runtime.ts";

/** A socket of Bun whose kernel takes only so many bytes, and what was done to it. */
function fakeSocket() {
  const fake = { room: Infinity, written: 0, log: [] as string[] };
  const raw: BunSocket = {
    write(bytes) {
      const taken = Math.min(bytes.length, fake.room);
      fake.room -= taken;
      fake.written += taken;
      return taken;
    },
    pause: () => void fake.log.push("pause"),
    resume: () => void fake.log.push("resume"),
    shutdown: () => void fake.log.push("shutdown"),
    terminate: () => void fake.log.push("terminate"),
    setNoDelay: () => {},
    setKeepAlive: () => {},
  };
  const socket = createBunByteSocket(raw);
  const told: string[] = [];
  socket.on("data", (chunk) => told.push(`data ${chunk.length}`));
  socket.on("error", (error) => told.push(`error ${error.message}`));
  for (const event of ["end", "close", "drain"] as const) socket.on(event, () => told.push(event));
  return { fake, socket, told };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what arrives while it is paused is told in order once it is resumed, the end too", async () => {
  const { fake, socket, told } = fakeSocket();
  socket.onData(new Uint8Array(1));
  socket.onClose(undefined);
  await turn();
  expect(told).toEqual([]);
  expect(socket.closed).toBe(false);
  socket.resume();
  await turn();
  expect(told).toEqual(["data 1", "end", "close"]);
  expect(socket.closed).toBe(true);
  // The kernel's socket is gone already.
  expect(fake.log).toEqual([]);
});

test("a listener that pauses gets nothing more until it resumes", async () => {
  const { socket, told } = fakeSocket();
  socket.on("data", () => socket.pause());
  socket.resume();
  socket.onData(new Uint8Array(1));
  socket.onData(new Uint8Array(2));
  await turn();
  expect(told).toEqual(["data 1"]);
  socket.resume();
  await turn();
  expect(told).toEqual(["data 1", "data 2"]);
});

test("what the kernel does not take is kept and leaves later, and then there is a drain", async () => {
  const { fake, socket, told } = fakeSocket();
  fake.room = 100_000;
  expect(socket.write(new Uint8Array(90_000))).toBe(true);
  expect(socket.write(new Uint8Array(90_000))).toBe(false);
  expect([socket.writableLength, socket.writableNeedDrain]).toEqual([80_000, true]);
  fake.room = 50_000;
  socket.onDrain();
  await turn();
  expect([socket.writableLength, told]).toEqual([30_000, []]);
  fake.room = Infinity;
  socket.onDrain();
  await turn();
  expect([fake.written, socket.writableLength, told]).toEqual([180_000, 0, ["drain"]]);
});

test("its half is closed only after what was written has left", () => {
  const { fake, socket } = fakeSocket();
  let isFlushed = false;
  fake.room = 25;
  socket.write(new Uint8Array(10));
  socket.write(new Uint8Array(20));
  socket.end(() => (isFlushed = true));
  expect([fake.written, isFlushed, socket.writable, fake.log]).toEqual([25, false, false, []]);
  fake.room = 5;
  socket.onDrain();
  expect([fake.written, isFlushed, fake.log]).toEqual([30, true, ["shutdown"]]);
});

test("a broken connection and a destroyed one are told at once, and what had arrived is dropped", async () => {
  const broken = fakeSocket();
  broken.socket.onData(new Uint8Array(1));
  broken.socket.onClose(new Error("reset"));
  await turn();
  expect(broken.told).toEqual(["error reset", "close"]);
  const destroyed = fakeSocket();
  destroyed.socket.resume();
  destroyed.socket.destroy();
  destroyed.socket.destroy();
  destroyed.socket.onData(new Uint8Array(1));
  await turn();
  expect(destroyed.told).toEqual(["close"]);
  expect(destroyed.fake.log).toEqual(["resume", "terminate"]);
});
