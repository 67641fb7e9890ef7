import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  nat,
  option,
  oneof,
  property,
  record,
  string,
  tuple,
  uint8Array,
} from "fast-check";
import type protobuf from "protobufjs";
import { describe, expect, test } from "vitest";

import { loadProto } from "../scripts/load-proto.ts";
import { dpm } from "./gen/codec.js";
import { decodePdu, encodePdu, type Frame, type FrameInit } from "./index.ts";

const { messages } = loadProto();
const nothing = { nil: undefined };

function valueOf(field: protobuf.Field): Arbitrary<unknown> {
  if (field.resolvedType !== null && "fields" in field.resolvedType)
    return messageOf(field.resolvedType);
  switch (field.resolvedType === null ? field.type : "int32") {
    case "string":
      return oneof(string({ unit: "binary", maxLength: 8 }), string({ maxLength: 200 }));
    case "bytes":
      return uint8Array({ maxLength: 200 });
    case "bool":
      return boolean();
    case "uint64":
      return oneof(nat(300), nat(Number.MAX_SAFE_INTEGER));
    case "uint32":
      return oneof(nat(300), nat(0xffff_ffff));
    default:
      return integer();
  }
}

function messageOf(type: protobuf.Type): Arbitrary<Record<string, unknown>> {
  const oneofs = type.oneofsArray.filter(({ name }) => !name.startsWith("_"));
  const inOneof = new Set(oneofs.flatMap(({ fieldsArray }) => fieldsArray));
  const own = type.fieldsArray.filter((field) => !inOneof.has(field));
  const fields = record(
    Object.fromEntries(
      own.map((field) => [
        field.name,
        field.repeated ? array(valueOf(field), { maxLength: 4 }) : option(valueOf(field), nothing),
      ]),
    ),
  );
  const [first] = oneofs;
  if (first === undefined) return fields;
  const member = oneof(
    ...first.fieldsArray.map((field) => valueOf(field).map((value) => ({ [field.name]: value }))),
  );
  return tuple(fields, member).map(([left, right]) => ({ ...left, ...right }));
}

const frameType = messages.find(({ name }) => name === "Frame");
if (frameType === undefined) throw new Error("no Frame");
const frames = messageOf(frameType) as unknown as Arbitrary<FrameInit>;

/** What the codec of protobufjs makes of the bytes; null where it refuses them. */
function asProtobufjs(bytes: Uint8Array): Frame | null {
  try {
    return dpm.v1.Frame.toObject(dpm.v1.Frame.decode(bytes), {
      defaults: true,
      longs: Number,
      oneofs: true,
    }) as Frame;
  } catch {
    return null;
  }
}

function asOurs(bytes: Uint8Array): Frame | null {
  try {
    return decodePdu(bytes);
  } catch {
    return null;
  }
}

/** Without what tells a buffer of Node from other bytes, and without what is not there. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      inner instanceof Uint8Array ? Buffer.from(inner).toString("hex") : inner,
    ).replaceAll(/\{"type":"Buffer","data":\[([\d,]*)\]\}/g, (_all, list: string) =>
      JSON.stringify(Buffer.from(list.split(",").filter(Boolean).map(Number)).toString("hex")),
    ),
  );

describe("the codec that runs", () => {
  test("writes any frame with the bytes that protobufjs writes", () => {
    assert(
      property(frames, (frame) => {
        const bytes = Buffer.from(encodePdu(frame)).toString("hex");
        expect(bytes).toBe(Buffer.from(dpm.v1.Frame.encode(frame).finish()).toString("hex"));
      }),
      { numRuns: 500 },
    );
  });

  test("reads any frame as protobufjs reads it", () => {
    assert(
      property(frames, (frame) => {
        const bytes = encodePdu(frame);
        expect(plain(asOurs(bytes))).toEqual(plain(asProtobufjs(bytes)));
      }),
      { numRuns: 500 },
    );
  });

  test("refuses of damaged frames those that protobufjs refuses", () => {
    const damaged = tuple(frames, nat(), nat(255), constantFrom("cut", "changed"));
    assert(
      property(damaged, ([frame, where, value, how]) => {
        const bytes = Uint8Array.from(encodePdu(frame));
        const at = bytes.length === 0 ? 0 : where % bytes.length;
        if (how === "changed") bytes[at] = value;
        const broken = how === "cut" ? bytes.subarray(0, at) : bytes;
        expect(asOurs(broken) === null).toBe(asProtobufjs(broken) === null);
      }),
      { numRuns: 2_000 },
    );
  });

  test("puts a message together that was sent in pieces, lists and messages within too", () => {
    const pieces = [
      { processes: { rows: [{ status: { id: "a", lastExit: { code: 1 } } }] } },
      { processes: { rows: [{ status: { id: "b" } }] } },
    ].map((result) => encodePdu({ result }));
    expect(decodePdu(Buffer.concat(pieces))).toMatchObject({
      result: { processes: { rows: [{ status: { id: "a" } }, { status: { id: "b" } }] } },
    });
    const [selector, signal] = [{ selector: { ids: ["a"] } }, { signal: "SIGHUP" }].map((part) =>
      encodePdu({ request: { signal: part } }),
    );
    const more = encodePdu({ request: { signal: { selector: { ids: ["b"], pids: [300, 7] } } } });
    expect(
      decodePdu(Buffer.concat([selector, signal, more].filter((part) => part !== undefined))),
    ).toMatchObject({
      request: {
        signal: { signal: "SIGHUP", selector: { ids: ["a", "b"], groups: [], pids: [300, 7] } },
      },
    });
  });

  test("takes a list of numbers that is not packed", () => {
    // request { ping { selector { pids: 7, pids: 300 } } }
    const bytes = Buffer.from("3a0a9a01070a05180718ac02".replaceAll(" ", ""), "hex");
    expect(decodePdu(bytes)).toMatchObject({
      request: { ping: { selector: { pids: [7, 300] } } },
    });
  });

  test("hands out bytes that the next frames leave alone", () => {
    const kept = Array.from({ length: 500 }, (_, index) => ({
      bytes: encodePdu({ hello: { client: "c".repeat(index) } }),
      index,
    }));
    encodePdu({ hello: { client: "x".repeat(1_000_000) } });
    for (const { bytes, index } of kept)
      expect(decodePdu(bytes)).toMatchObject({ hello: { client: "c".repeat(index) } });
  });
});
