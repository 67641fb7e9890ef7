import { isDpmError } from "@dpm/errors";
import { array, assert, integer, property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";

import { createFrameDecoder, type FrameDecoder } from "./frame-decoder.ts";
import { encodeFrame, encodeLength } from "./frame-length.ts";

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(" ", ""), "hex");

function decoder(maxFrameBytes = 4 * 1024 * 1024, recogniseForeign = false): FrameDecoder {
  return createFrameDecoder({ maxFrameBytes, recogniseForeign, address: "peer" });
}

/** All frames that can be pulled now. */
function pull(from: FrameDecoder): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let frame = from.next(); frame !== undefined; frame = from.next()) frames.push(frame);
  return frames;
}

function failureOf(bytes: Uint8Array, maxFrameBytes = 4 * 1024 * 1024): string {
  const from = decoder(maxFrameBytes, true);
  from.push(bytes);
  try {
    return `taken: ${pull(from).length} frames`;
  } catch (error) {
    return isDpmError(error) ? `${error.code}: ${error.message}` : String(error);
  }
}

/** Cuts bytes at the given places. */
function cut(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((place) => place % (bytes.length + 1)), bytes.length].toSorted(
    (a, b) => a - b,
  );
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

describe("a stream of frames", () => {
  test("gives the same frames however it is split and merged", () => {
    const frames = array(uint8Array({ minLength: 1, maxLength: 400 }), { maxLength: 12 });
    const cuts = array(integer({ min: 0, max: 10_000 }), { maxLength: 40 });
    assert(
      property(frames, cuts, (sent, places) => {
        const from = decoder();
        const received = cut(Buffer.concat(sent.map(encodeFrame)), places).flatMap((chunk) => {
          from.push(chunk);
          return pull(from);
        });
        expect(received.map((frame) => Buffer.from(frame).toString("hex"))).toEqual(
          sent.map((frame) => Buffer.from(frame).toString("hex")),
        );
        expect(from.missingBytes).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("may come byte by byte", () => {
    const sent = new Uint8Array(70_000).fill(7);
    const from = decoder();
    const received: Uint8Array[] = [];
    for (const byte of encodeFrame(sent)) {
      from.push(Uint8Array.of(byte));
      received.push(...pull(from));
    }
    expect(received).toHaveLength(1);
    expect(Buffer.compare(received[0] ?? hex(""), sent)).toBe(0);
  });

  test("is not copied where a frame lies in one chunk", () => {
    const from = decoder();
    const chunk = Buffer.concat([encodeFrame(hex("0102")), encodeFrame(hex("03"))]);
    from.push(chunk);
    expect(
      pull(from).map((frame) => [
        frame.buffer === chunk.buffer,
        frame.byteOffset - chunk.byteOffset,
      ]),
    ).toEqual([
      [true, 1],
      [true, 4],
    ]);
  });

  test("obeys a limit that changes between two frames of one chunk", () => {
    const from = decoder(2);
    from.push(Buffer.concat([encodeFrame(hex("0102")), encodeFrame(hex("010203"))]));
    expect(from.next()).toHaveLength(2);
    from.setMaxFrameBytes(3);
    expect(from.next()).toHaveLength(3);
  });

  test("keeps no more than has arrived, whatever a length announces", () => {
    const before = process.memoryUsage().arrayBuffers;
    const kept = Array.from({ length: 200 }, () => {
      const from = decoder();
      from.push(encodeLength(4 * 1024 * 1024));
      from.push(new Uint8Array(1));
      pull(from);
      return from;
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024);
    expect(kept.every((from) => from.missingBytes === 4 * 1024 * 1024 - 1)).toBe(true);
  });

  test("says how much of a frame is missing", () => {
    const from = decoder();
    expect(from.missingBytes).toBe(0);
    from.push(hex("05 01"));
    expect(from.next()).toBeUndefined();
    expect(from.missingBytes).toBe(4);
    const inLength = decoder();
    inLength.push(hex("80"));
    expect(inLength.next()).toBeUndefined();
    expect(inLength.missingBytes).toBe(1);
  });
});

describe("a length that cannot be is refused before anything is kept for it:", () => {
  test.each([
    ["0", "00", "ERR_DPM_WIRE_FRAME_LENGTH: peer announced a frame of no possible length: 0 bytes"],
    ["0 in two bytes", "8000", "ERR_DPM_WIRE_FRAME_LENGTH"],
    ["one byte over the limit", "818080 02", "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["1 GiB with one byte sent", "8080808004 00", "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["2^31", "8080808008", "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["2^32 − 1", "ffffffff0f", "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["2^32", "8080808010", "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["2^53", "8080808080808010", "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["2^63", "80808080808080808001", "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["−1", "ffffffffffffffffff01", "ERR_DPM_WIRE_FRAME_TOO_LARGE"],
    ["0 in eleven bytes", "8080808080808080808000", "ERR_DPM_WIRE_FRAME_LENGTH"],
    ["1 in eleven bytes", "8180808080808080808000", "ERR_DPM_WIRE_FRAME_LENGTH"],
  ])("%s", (_what, bytes, expected) => {
    expect(failureOf(hex(bytes))).toContain(expected);
  });

  test("the limit itself is allowed, and a length may be written longer than it needs to be", () => {
    const from = decoder(300);
    from.push(hex("ac02"));
    from.push(new Uint8Array(300));
    expect(pull(from)).toHaveLength(1);
    from.push(hex("81808000 07"));
    expect(pull(from)).toEqual([hex("07")]);
  });

  test("and the stream stays refused", () => {
    const from = decoder();
    from.push(hex("00"));
    expect(() => from.next()).toThrow(/0 bytes/);
    from.push(hex("0101"));
    expect(() => from.next()).toThrow(/0 bytes/);
  });

  test("any bytes are frames or refused with an error of ours", () => {
    assert(
      property(uint8Array({ maxLength: 64 }), (bytes) => {
        expect(failureOf(bytes, 16)).toMatch(
          /^(taken|ERR_DPM_WIRE_(FRAME_LENGTH|FRAME_TOO_LARGE|NOT_FRAMES))/,
        );
      }),
      { numRuns: 5000 },
    );
  });
});

describe("another protocol is recognised by its first bytes:", () => {
  test.each([
    ["HTTP", Buffer.from("GET / HTTP/1.1\r\n")],
    ["HTTP", Buffer.from("POST /x")],
    ["HTTP", Buffer.from("PRI * HTTP/2.0")],
    ["HTTP", Buffer.from("HTTP/1.1 400 Bad Request")],
    ["SSH", Buffer.from("SSH-2.0-x")],
    ["TLS", hex("16030100")],
    ["a TLS alert", hex("15030300")],
  ])("%s", (name, bytes) => {
    expect(failureOf(bytes)).toContain(
      `ERR_DPM_WIRE_NOT_FRAMES: peer does not speak the pmd interface; this looks like ${name}`,
    );
  });

  test("also when they come one by one", () => {
    const from = decoder(100, true);
    from.push(Buffer.from("G"));
    expect(from.next()).toBeUndefined();
    from.push(Buffer.from("E"));
    expect(() => from.next()).toThrow(/HTTP/);
  });
});
