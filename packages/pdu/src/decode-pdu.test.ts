import { hasCode, isDpmError } from "@dpm/errors";
import { assert, property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";

import { decodePdu, encodePdu, type FrameInit, requestLimits } from "./index.ts";

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(" ", ""), "hex");

/** A field of wire type 2: tag, length, bytes. */
function delimited(field: number, bytes: Uint8Array): Uint8Array {
  const varint = (value: number): number[] =>
    value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes]);
}

function refused(bytes: Uint8Array): string {
  try {
    decodePdu(bytes, requestLimits);
  } catch (error) {
    if (hasCode(error, "ERR_DPM_WIRE_MALFORMED")) return error.message;
    throw error;
  }
  throw new Error("the bytes were taken");
}

const outcomes = ["decoded", "ERR_DPM_WIRE_MALFORMED"];

function outcomeOf(bytes: Uint8Array): string {
  try {
    decodePdu(bytes, requestLimits);
    return "decoded";
  } catch (error) {
    return isDpmError(error) ? error.code : String(error);
  }
}

/** The optional number of a request for logs, after it crossed the wire. */
function lines(frame: FrameInit): number | undefined {
  const decoded = decodePdu(encodePdu(frame));
  if (decoded.body !== "request" || decoded.request.command !== "logs") throw new Error("not logs");
  return decoded.request.logs.lines;
}

describe("a decoded frame", () => {
  test("has every field: defaults, null for absent messages, and only optional scalars may be missing", () => {
    const frame = decodePdu(
      encodePdu({ result: { processes: { rows: [{ status: { id: "a" } }] } } }),
    );
    expect(frame).toEqual({
      requestId: 0,
      body: "result",
      result: {
        payload: "processes",
        processes: {
          rows: [
            {
              status: {
                id: "a",
                group: "",
                enabled: false,
                state: 0,
                desired: 0,
                ready: false,
                health: 0,
                restarts: 0,
                lastExit: null,
                reason: "",
                eventSequence: 0,
                instance: 0,
                limitUsed: 0,
                limit: 0,
              },
              done: false,
              ok: false,
              error: null,
            },
          ],
        },
      },
    });
  });

  test("tells an absent optional number from zero", () => {
    expect(lines({ request: { logs: { id: "a" } } })).toBeUndefined();
    expect(lines({ request: { logs: { id: "a", lines: 0 } } })).toBe(0);
  });

  test("ignores fields that it does not know, of every wire type, also in messages within", () => {
    const unknown = hex("f83f01 f93f0102030405060708 fa3f03010203 fd3f01020304");
    const hello = Buffer.concat([hex("12 03") /* client */, Buffer.from("abc"), unknown]);
    const frame = decodePdu(Buffer.concat([unknown, delimited(2, hello)]));
    expect(frame).toMatchObject({ body: "hello", hello: { client: "abc" } });
  });

  test("has no body when the body is one that it does not know", () => {
    expect(decodePdu(hex("0805 fa3f00"))).toEqual({ requestId: 5 });
  });

  test("has the last body alone when several were sent", () => {
    const both = Buffer.concat([
      encodePdu({ hello: { client: "first" } }),
      encodePdu({ cancel: {} }),
    ]);
    expect(decodePdu(both)).toEqual({ requestId: 0, body: "cancel", cancel: {} });
    const commands = Buffer.concat([hex("820100"), hex("8a0100")]);
    expect(decodePdu(delimited(7, commands))).toMatchObject({
      request: { command: "stop", stop: { selector: null } },
    });
    expect(decodePdu(delimited(7, commands))).not.toHaveProperty("request.start");
  });

  test("is a plain object, whatever names its strings have", () => {
    const frame = decodePdu(
      encodePdu({
        request: {
          configSet: { id: "__proto__", assignments: [{ key: "constructor", value: "prototype" }] },
        },
      }),
    );
    expect(Object.getPrototypeOf(frame)).toBe(Object.prototype);
    expect(frame).toMatchObject({
      request: {
        configSet: { id: "__proto__", assignments: [{ key: "constructor", value: "prototype" }] },
      },
    });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("holds 64-bit numbers exactly up to 2^53 − 1, as numbers", () => {
    const generation = Number.MAX_SAFE_INTEGER;
    expect(decodePdu(encodePdu({ welcome: { generation } }))).toMatchObject({
      welcome: { generation },
    });
  });
});

describe("bytes that are no frame are refused", () => {
  test.each([
    ["cut in the middle of a message", "12 05 0a"],
    ["a varint of eleven bytes", "08 ffffffffffffffffffff7f"],
    ["a length beyond the end", "12 ffffffff0f"],
    ["a negative length", "12 ffffffffffffffffff01"],
    ["the field number 0", "02 00"],
    ["a group that does not end", "fb3f"],
    ["an end without a group", "0c"],
    ["the wire type 7", "0f"],
    ["text that is not UTF-8", "12 04 1202 c328"],
  ])("%s", (_what, bytes) => {
    expect(refused(hex(bytes))).toMatch(/not a message of the interface/);
  });

  test("unknown groups nested 10,000 deep", () => {
    expect(
      refused(Buffer.from([...Array(10_000).fill(0x7b), ...Array(10_000).fill(0x7c)])),
    ).toMatch(/depth/);
  });

  test("a frame that holds more fields than any request has, before they take memory", () => {
    const assignments = new Uint8Array(2 * 200_000);
    for (let at = 0; at < assignments.length; at += 2) assignments[at] = 0x12;
    const before = process.memoryUsage().rss;
    expect(refused(delimited(7, delimited(24, assignments)))).toMatch(/more than 100000 fields/);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("any bytes decode or are refused with the one code, and nothing else happens", () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => {
        expect(outcomes).toContain(outcomeOf(bytes));
      }),
      { numRuns: 5000 },
    );
  });

  test("so are real frames with a flipped bit or a cut end", () => {
    const real = encodePdu({
      requestId: 1,
      result: {
        processes: {
          rows: [
            {
              status: { id: "api", lastExit: { code: 1, atMs: 17 } },
              error: { code: "ERR_X", message: "no" },
            },
          ],
        },
      },
    });
    for (let length = 0; length <= real.length; length += 1) {
      expect(outcomes).toContain(outcomeOf(real.subarray(0, length)));
    }
    for (let bit = 0; bit < real.length * 8; bit += 1) {
      const flipped = Uint8Array.from(real);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(outcomes).toContain(outcomeOf(flipped));
    }
  });
});
