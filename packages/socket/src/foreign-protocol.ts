// Whoever dials the wrong port sends the first bytes of another protocol. Read as a length they announce some tens of
// bytes that never come, and everybody would wait for the deadline. The second byte of a stream of ours is the tag of a
// field of Frame that opens a connection, and none of these is one, so two bytes are enough to say what it is instead.

const http = ["GE", "PO", "PU", "HE", "OP", "DE", "PA", "CO", "PR", "HT"];

const foreigners: ReadonlyMap<string, string> = new Map([
  ...http.map((start) => [start, "HTTP"] as const),
  ["SS", "SSH"],
  ["\x16\x03", "TLS"],
  ["\x15\x03", "a TLS alert"],
]);

/** How many bytes {@link foreignProtocol} needs. */
export const foreignPrefixBytes = 2;

/** The protocol that the first bytes of a stream belong to, when it is a well-known one that is not ours. */
export function foreignProtocol(bytes: Uint8Array): string | undefined {
  return foreigners.get(String.fromCharCode(...bytes.subarray(0, foreignPrefixBytes)));
}
