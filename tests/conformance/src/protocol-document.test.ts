import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodePdu, encodePdu, type FrameJson, frameFromJson, frameToJson } from "@dpm/pdu";
import { describe, expect, test } from "vitest";

import { framed, proof } from "./wire-peer.ts";

const text = readFileSync(join(import.meta.dirname, "../../../docs/protocol.md"), "utf8");

/** The value behind a name in the example. */
function given(name: string): string {
  return new RegExp(`^${name} +(\\S+)$`, "m").exec(text)?.[1] ?? "";
}

const token = Buffer.from(given("token"));
const nonces = [
  Buffer.from(given("client nonce"), "hex"),
  Buffer.from(given("server nonce"), "hex"),
] as const;

const session = [
  ...text.matchAll(/^(?:client|server) (?<json>\{.*\})\n(?<hex>(?: {2}[0-9a-f]+\n)+)/gm),
].map(({ groups }) => ({
  frame: JSON.parse(groups?.["json"] ?? "") as FrameJson,
  hex: (groups?.["hex"] ?? "").replaceAll(/\s/g, ""),
}));

describe("docs/protocol.md", () => {
  test("computes the proofs of its example rightly", () => {
    expect(nonces.map((nonce) => nonce.length)).toEqual([32, 32]);
    expect(given("server proof")).toBe(proof(token, "dpm/1 server", nonces).toString("hex"));
    expect(given("client proof")).toBe(proof(token, "dpm/1 client", nonces).toString("hex"));
  });

  test("has these nonces and proofs in the frames of its example", () => {
    expect(session).toMatchObject([
      { frame: { hello: { nonce: nonces[0].toString("base64") } } },
      {
        frame: {
          welcome: {
            nonce: nonces[1].toString("base64"),
            proof: Buffer.from(given("server proof"), "hex").toString("base64"),
          },
        },
      },
      { frame: { proof: { proof: Buffer.from(given("client proof"), "hex").toString("base64") } } },
      { frame: { accepted: {} } },
      { frame: { request: {} } },
      { frame: { result: {} } },
      { frame: { end: {} } },
    ]);
  });

  test.each(session)("has the right bytes for $frame", ({ frame, hex }) => {
    const message = encodePdu(frameFromJson(frame));
    expect(framed(message).toString("hex")).toBe(hex);
    expect(frameToJson(decodePdu(message))).toEqual(frame);
  });
});
