import { dpmError } from "@dpm/errors";
import { waitUntil } from "@dpm/test-kit";
import { Duplex } from "node:stream";
import { describe, expect, test } from "vitest";

import {
  createFrameConnection,
  type FrameConnection,
  largestFrameBytes,
} from "./frame-connection.ts";
import { encodeFrame } from "./frame-length.ts";
import { record } from "./testing/recorded.ts";
import { serve } from "./testing/served.ts";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

/** A connection over a stream that keeps its writes, each with how many bytes it had. */
function overWrites(): { readonly connection: FrameConnection; readonly writes: number[] } {
  const writes: number[] = [];
  const stream = new Duplex({
    read() {},
    write(chunk: Uint8Array, _encoding, done) {
      writes.push(chunk.length);
      done();
    },
    writev(chunks, done) {
      writes.push(chunks.reduce((sum, { chunk }) => sum + (chunk as Uint8Array).length, 0));
      done();
    },
  });
  const peer = { address: "test", kind: "unix", loopback: true } as const;
  return {
    connection: createFrameConnection(stream, { peer, maxFrameBytes: 100 }),
    writes,
  };
}

describe("a connection", () => {
  test.each(["127.0.0.1:0", "[::1]:0"])(
    "carries frames both ways at %s and says who is there",
    async (at) => {
      const served = await serve({}, at);
      const client = await served.dial();
      client.connection.send(bytes(1, 2, 3));
      const server = await served.connection(0);
      expect(await server.received(1)).toEqual([Buffer.from([1, 2, 3])]);
      server.connection.send(bytes(4));
      expect(await client.received(1)).toEqual([Buffer.from([4])]);
      expect(server.connection.peer).toMatchObject({ kind: "tcp", loopback: true });
      expect(server.connection.peer.address).toMatch(/^(127\.0\.0\.1|\[::1\]):\d+$/);
    },
  );

  test("ends without an error on both sides when one closes it, after what was sent before has arrived", async () => {
    const served = await serve();
    const client = await served.dial();
    const server = await served.connection(0);
    const large = new Uint8Array(3_000_000).fill(1);
    server.connection.send(large);
    server.connection.send(bytes(2));
    server.connection.close();
    expect(await client.closed).toBeUndefined();
    expect(client.frames.map((frame) => frame.length)).toEqual([3_000_000, 1]);
    expect(await server.closed).toBeUndefined();
  });

  test("brings the last frame through though the peer's own frames were never read", async () => {
    const served = await serve();
    const socket = await served.rawSocket();
    const server = await served.connection(0);
    let said = "";
    socket.on("data", (chunk) => (said += chunk.toString("hex")));
    server.connection.pause();
    for (let index = 0; index < 100; index += 1)
      socket.write(encodeFrame(new Uint8Array(10_000).fill(1)));
    server.connection.send(bytes(0xab));
    server.connection.close();
    await waitUntil(() => socket.closed);
    expect(said).toBe("01ab");
  });

  test("ends with the error that it was destroyed with", async () => {
    const served = await serve();
    const client = await served.dial();
    const error = dpmError("ERR_DPM_CANCELLED", { what: "the test" });
    client.connection.destroy(error);
    expect(await client.closed).toBe(error);
    expect(await (await served.connection(0)).closed).toBeUndefined();
  });

  test("ends with an error when the stream ends in the middle of a frame", async () => {
    const served = await serve();
    const socket = await served.rawSocket();
    socket.end(bytes(5, 1, 2));
    expect(await (await served.connection(0)).closed).toMatchObject({
      code: "ERR_DPM_WIRE_FRAME_CUT",
      details: { missingBytes: 3 },
    });
  });

  test("ends with an error when the peer resets it", async () => {
    const served = await serve();
    const socket = await served.rawSocket();
    const server = await served.connection(0);
    socket.resetAndDestroy();
    expect(await server.closed).toMatchObject({ code: "ERR_DPM_WIRE_RESET" });
  });

  test.each([
    [
      "an HTTP request",
      Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
      "ERR_DPM_WIRE_NOT_FRAMES",
    ],
    ["garbage", Buffer.from("ffffffffffffffff", "hex"), "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["a frame of no bytes", bytes(0), "ERR_DPM_WIRE_FRAME_LENGTH"],
    [
      "a frame over 64 KiB before any proof",
      Buffer.from("81800400", "hex"),
      "ERR_DPM_WIRE_FRAME_TOO_LARGE",
    ],
  ])("that begins with %s ends, and the others go on", async (_what, sent, code) => {
    const served = await serve();
    const other = await served.dial();
    const otherServer = await served.connection(0);
    const socket = await served.rawSocket();
    socket.write(sent);
    expect(await (await served.connection(1)).closed).toMatchObject({ code });
    await waitUntil(() => socket.closed);
    other.connection.send(bytes(1));
    expect(await otherServer.received(1)).toHaveLength(1);
  });

  test("takes frames up to 4 MiB once it was told to, and sends none that are larger", async () => {
    const served = await serve();
    const client = await served.dial();
    const server = await served.connection(0);
    server.connection.setMaxFrameBytes(largestFrameBytes);
    client.connection.send(new Uint8Array(largestFrameBytes));
    expect((await server.received(1))[0]).toHaveLength(largestFrameBytes);
    expect(() => client.connection.send(new Uint8Array(largestFrameBytes + 1))).toThrow(
      expect.objectContaining({ code: "ERR_DPM_WIRE_FRAME_TOO_LARGE" }),
    );
  });

  test("ends when its receiver throws, with the cause, and takes nothing else down", async () => {
    const served = await serve();
    const client = await served.dial();
    const thrown = new Error("a bug in the receiver");
    const raw = await served.rawSocket();
    const ended = Promise.withResolvers<unknown>();
    (await served.connection(1)).connection.receive({
      frame() {
        throw thrown;
      },
      closed: ended.resolve,
    });
    raw.write(encodeFrame(bytes(1)));
    expect(await ended.promise).toMatchObject({ code: "ERR_DPM_INTERNAL", cause: thrown });
    client.connection.send(bytes(1));
    expect(await (await served.connection(0)).received(1)).toHaveLength(1);
  });

  test("drops what is sent after the end", async () => {
    const served = await serve();
    const client = await served.dial();
    client.connection.close();
    expect(client.connection.send(bytes(1))).toBe(false);
    await client.closed;
    expect(client.connection.send(bytes(1))).toBe(false);
    await client.connection.drained();
  });
});

describe("what is sent", () => {
  test("in one turn of the event loop leaves in one write, also from promises", async () => {
    const { connection, writes } = overWrites();
    for (let index = 0; index < 500; index += 1) connection.send(bytes(1));
    await Promise.resolve();
    connection.send(bytes(1));
    await waitUntil(() => writes.length > 0);
    expect(writes).toEqual([1002]);
  });

  test("waits when the peer doesn't read: send says so, drained says when it goes on", async () => {
    const served = await serve();
    const client = await served.dial();
    const server = await served.connection(0);
    client.connection.pause();
    const chunk = new Uint8Array(64 * 1024).fill(1);
    let sent = 1;
    while (server.connection.send(chunk)) sent += 1;
    // What fits into the buffers of the kernel leaves; what stays is to be seen.
    await waitUntil(() => {
      server.connection.send(chunk);
      sent += 1;
      return server.connection.bufferedBytes > 2_000_000;
    });
    let drained = false;
    const waiting = server.connection.drained().then(() => (drained = true));
    expect(drained).toBe(false);
    client.connection.resume();
    await waiting;
    expect(await client.received(sent)).toHaveLength(sent);
    await waitUntil(() => server.connection.bufferedBytes === 0);
  });

  test("ends its waiting when the connection ends", async () => {
    const served = await serve();
    const client = await served.dial();
    client.connection.pause();
    const server = await served.connection(0);
    while (server.connection.bufferedBytes < 8_000_000)
      server.connection.send(new Uint8Array(1_000_000));
    const waiting = server.connection.drained();
    server.connection.destroy();
    await waiting;
    expect(await server.closed).toBeUndefined();
  });
});

describe("a paused connection", () => {
  test("hands on nothing, not even frames of the same chunk, until it is resumed", async () => {
    const served = await serve();
    const socket = await served.rawSocket();
    const { connection } = await served.connection(0);
    const frames: number[] = [];
    connection.receive({
      frame([first = 0]) {
        frames.push(first);
        if (first % 2 === 0) connection.pause();
      },
      closed() {},
    });
    socket.write(Buffer.concat([1, 2, 3, 4, 5].map((value) => encodeFrame(bytes(value)))));
    await waitUntil(() => frames.length === 2);
    connection.resume();
    expect(frames).toEqual([1, 2]);
    await waitUntil(() => frames.length === 4);
    connection.resume();
    await waitUntil(() => frames.length === 5);
    expect(frames).toEqual([1, 2, 3, 4, 5]);
  });

  test("reads no further, so that the sender waits", async () => {
    const served = await serve();
    const client = await served.dial();
    const server = await served.connection(0);
    server.connection.setMaxFrameBytes(largestFrameBytes);
    server.connection.pause();
    for (let index = 0; index < 16; index += 1)
      client.connection.send(new Uint8Array(largestFrameBytes));
    // Another connection gets a frame through meanwhile, so the event loop had its time.
    (await served.dial()).connection.send(bytes(1));
    await (await served.connection(1)).received(1);
    expect(client.connection.bufferedBytes).toBeGreaterThan(4 * largestFrameBytes);
    expect(server.frames).toEqual([]);
    server.connection.resume();
    expect(await server.received(16)).toHaveLength(16);
  });

  test("may be received from later: what arrived before waits", async () => {
    const { connection, writes } = overWrites();
    expect(writes).toEqual([]);
    const late = record(connection);
    connection.destroy();
    expect(await late.closed).toBeUndefined();
  });
});
