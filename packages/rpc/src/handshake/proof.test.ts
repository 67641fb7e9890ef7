import * as crypto from "node:crypto";

import { expect, onTestFinished, test, vi } from "vitest";

import { computeProof, isProofRight, type Nonces } from "./proof.ts";

const token = Buffer.alloc(32, 7);
const nonces: Nonces = { client: Buffer.alloc(32, 1), server: Buffer.alloc(32, 2) };

test("A proof is HMAC-SHA-256 over the role, a zero byte, the client's nonce and the server's", () => {
  const signed = Buffer.concat([Buffer.from("dpm/1 server\0"), nonces.client, nonces.server]);
  const expected = crypto.createHmac("sha256", token).update(signed).digest("hex");
  expect(Buffer.from(computeProof(token, "dpm/1 server", nonces)).toString("hex")).toBe(expected);
  // Computed once by another program, so that the formula can't drift together with this test.
  expect(expected).toBe("47fdcdf66aafeab0eacfa654e64a7154a6c1ca5a9774d511593f0bcd85fc69ac");
});

test("A proof of one role, nonce or token is wrong for every other", () => {
  const right = computeProof(token, "dpm/1 client", nonces);
  const others = [
    computeProof(token, "dpm/1 server", nonces),
    computeProof(token, "dpm/1 client", { client: nonces.server, server: nonces.client }),
    computeProof(token, "dpm/1 client", { ...nonces, client: Buffer.alloc(32, 3) }),
    computeProof(token, "dpm/1 client", { ...nonces, server: Buffer.alloc(32, 3) }),
    computeProof(Buffer.alloc(32, 8), "dpm/1 client", nonces),
  ];
  expect(isProofRight(right, right)).toBe(true);
  expect(others.map((other) => isProofRight(right, other))).toEqual(others.map(() => false));
});

test("Proofs are compared in constant time by digests of one length, whatever was received", () => {
  const right = computeProof(token, "dpm/1 client", nonces);
  const compare = vi.spyOn(process.getBuiltinModule("node:crypto"), "timingSafeEqual");
  onTestFinished(() => compare.mockRestore());
  for (const received of [right, right.slice(0, 31), new Uint8Array(), new Uint8Array(100_000)]) {
    isProofRight(right, received);
  }
  const { calls } = compare.mock;
  expect(calls).toHaveLength(4);
  expect(calls.flat().map((digest) => digest.byteLength)).toEqual(Array(8).fill(32));
});
