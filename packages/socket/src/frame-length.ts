// A length is a protobuf varint: seven bits a byte, lowest first, the top bit says that another byte follows.

/** What the beginning of some bytes says about a length. `size` is how many bytes the varint has. */
export type LengthReading =
  | { readonly kind: "length"; readonly length: number; readonly size: number }
  | { readonly kind: "incomplete" }
  /** Sure to be more than the limit, though not all of it may be there yet. */
  | { readonly kind: "over-limit"; readonly length: number }
  | { readonly kind: "over-long" };

/** The most bytes that a 64-bit varint can have. */
export const longestVarintBytes = 10;

/** Reads a varint. Stops as soon as it is more than the limit: what follows can only make it larger. */
export function readLength(bytes: Uint8Array, limit: number): LengthReading {
  let length = 0;
  let weight = 1;
  for (let index = 0; index < longestVarintBytes; index += 1) {
    const byte = bytes[index];
    if (byte === undefined) return { kind: "incomplete" };
    length += (byte & 0x7f) * weight;
    if (length > limit) return { kind: "over-limit", length };
    if (byte < 0x80) return { kind: "length", length, size: index + 1 };
    weight *= 0x80;
  }
  return { kind: "over-long" };
}

/** Writes a length as a varint; the answer is where it ends. */
export function writeLength(length: number, into: Uint8Array, at: number): number {
  let index = at;
  let rest = length;
  while (rest >= 0x80) {
    into[index++] = (rest % 0x80) + 0x80;
    rest = Math.floor(rest / 0x80);
  }
  into[index++] = rest;
  return index;
}

/** A length as a varint. */
export function encodeLength(length: number): Uint8Array {
  const bytes = new Uint8Array(longestVarintBytes);
  return bytes.subarray(0, writeLength(length, bytes, 0));
}

/** A frame: the length of a message and then the message. */
export function encodeFrame(message: Uint8Array): Uint8Array {
  const length = encodeLength(message.length);
  const frame = new Uint8Array(length.length + message.length);
  frame.set(length);
  frame.set(message, length.length);
  return frame;
}
