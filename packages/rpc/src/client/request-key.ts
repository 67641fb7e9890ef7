import { randomBytes } from "node:crypto";

/** A key that names one request across connections: 16 random bytes. */
export function createRequestKey(): Uint8Array {
  return randomBytes(16);
}
