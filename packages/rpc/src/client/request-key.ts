/** A key that names one request across connections: 16 random bytes. */
export function createRequestKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16));
}
