import type * as NodeCrypto from "node:crypto";

/** A hash of Bun, with a key where one is given. */
interface BunHasher {
  update(data: string | Uint8Array): BunHasher;
  digest(): Uint8Array;
}

interface BunRuntime {
  readonly CryptoHasher: new (algorithm: "sha256", key?: Uint8Array) => BunHasher;
}

// Loading node:crypto takes a native client as long as a whole request; what Bun has itself costs nothing.
const bun = (globalThis as { readonly Bun?: BunRuntime }).Bun;

function nodeCrypto(): typeof NodeCrypto {
  return process.getBuiltinModule("node:crypto");
}

/** HMAC-SHA-256 over the parts, one after the other. */
export function hmacSha256(key: Uint8Array, parts: readonly (string | Uint8Array)[]): Uint8Array {
  // Bun takes an empty key for none, which would be a plain hash.
  const hmac: BunHasher =
    bun === undefined || key.length === 0
      ? nodeCrypto().createHmac("sha256", key)
      : new bun.CryptoHasher("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** SHA-256. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const hash: BunHasher =
    bun === undefined ? nodeCrypto().createHash("sha256") : new bun.CryptoHasher("sha256");
  return hash.update(bytes).digest();
}

/** Whether two digests of one length are equal, in the same time wherever they differ. */
export function areEqualDigests(one: Uint8Array, other: Uint8Array): boolean {
  if (bun === undefined) return nodeCrypto().timingSafeEqual(one, other);
  let difference = one.length ^ other.length;
  for (const [index, byte] of one.entries()) difference |= byte ^ (other[index] ?? 0);
  return difference === 0;
}
