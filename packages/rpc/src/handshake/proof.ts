import { areEqualDigests, hmacSha256, sha256 } from "./digests.ts";

/** Which side a proof is about; part of what is signed, so that one side's proof is worthless as the other's. */
export type ProofRole = "dpm/1 server" | "dpm/1 client";

/** The random bytes that both sides chose for one connection, so that a proof is worthless on another. */
export interface Nonces {
  readonly client: Uint8Array;
  readonly server: Uint8Array;
}

/** How long a nonce is. The fixed length also keeps the border between the two signed nonces in its place. */
export const nonceBytes = 32;

/** Proves knowledge of the token: HMAC-SHA-256 over the role, a zero byte and both nonces. */
export function computeProof(token: Uint8Array, role: ProofRole, nonces: Nonces): Uint8Array {
  return hmacSha256(token, [`${role}\0`, nonces.client, nonces.server]);
}

/** Whether a proof is right. Takes the same time wherever a wrong one differs, and whatever its length. */
export function isProofRight(expected: Uint8Array, received: Uint8Array): boolean {
  return areEqualDigests(sha256(expected), sha256(received));
}
