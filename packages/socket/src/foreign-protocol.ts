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

/** What the first bytes of a stream say: the name of a well-known protocol that is not ours, or that it takes one more byte to say. */
export function recogniseForeign(
  bytes: Uint8Array,
): { readonly name: string } | "undecided" | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 2));
  const name = foreigners.get(start);
  if (name !== undefined) return { name };
  const isUndecided =
    start.length < 2 && [...foreigners.keys()].some((prefix) => prefix.startsWith(start));
  return isUndecided ? "undecided" : undefined;
}
