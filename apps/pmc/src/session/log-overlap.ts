/** The largest tail of what was seen that is kept for finding the place again, in bytes. */
export const keptTailBytes: number = 256 * 1024;

/** What was seen with more behind it, cut to the last {@link keptTailBytes}. */
export function keepTail(seen: Uint8Array, more: Uint8Array): Uint8Array {
  return Buffer.concat([seen, more]).subarray(-keptTailBytes);
}

/**
 * How many bytes at the beginning of `again` are the end of `seen`: the longest such run, 0 when there is none.
 * After a connection broke, the last lines are read again, and this many of their bytes were printed already.
 */
export function overlapBytes(seen: Uint8Array, again: Uint8Array): number {
  const tail = Buffer.from(seen.buffer, seen.byteOffset, seen.byteLength);
  const head = Buffer.from(again.buffer, again.byteOffset, again.byteLength);
  const most = Math.min(tail.length, head.length);
  const first = head[0];
  if (first === undefined) return 0;
  // Only places where the first byte of a line's beginning agrees are compared, the earliest being the longest run.
  let start = tail.indexOf(first, tail.length - most);
  while (start !== -1) {
    const length = tail.length - start;
    if (tail.compare(head, 0, length, start) === 0) return length;
    start = tail.indexOf(first, start + 1);
  }
  return 0;
}
