import { textBytes } from "./text-coding.ts";

const slabBytes = 16 * 1024;
const largestKept = 64 * 1024;
/** Texts up to this length are written character by character; calling an encoder takes longer. */
const shortText = 48;

// One slab for many frames: to make a buffer takes longer than to fill it. What was handed out is never written to again.
let slab = new Uint8Array(0);
let start = 0;
let pos = 0;

function makeRoom(bytes: number): void {
  if (pos + bytes <= slab.length) return;
  const used = pos - start;
  const larger = new Uint8Array(Math.max(slabBytes, 2 * (used + bytes)));
  larger.set(slab.subarray(start, pos));
  slab = larger;
  start = 0;
  pos = used;
}

/** Begins a message; one that was begun before and not finished is forgotten. */
export function beginMessage(): void {
  pos = start;
}

/** The bytes of the message; they are the caller's. */
export function finishMessage(): Uint8Array {
  const bytes = slab.subarray(start, pos);
  start = pos;
  if (slab.length > largestKept) {
    // What one large frame took is not kept for the small ones after it.
    slab = new Uint8Array(0);
    start = 0;
    pos = 0;
  }
  return bytes;
}

/** A whole number without sign, below 2^64. */
export function writeVarint(value: number): void {
  makeRoom(10);
  let rest = value;
  while (rest > 0x7fff_ffff) {
    slab[pos++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  while (rest > 127) {
    slab[pos++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  slab[pos++] = rest;
}

/** A field with a whole number of 32 bits, without sign. */
export function writeUint32(tag: number, value: number): void {
  writeVarint(tag);
  writeVarint(value >>> 0);
}

/** A field with a whole number of 64 bits, without sign; of a fraction the whole part. */
export function writeUint64(tag: number, value: number): void {
  writeVarint(tag);
  writeVarint(value > 0 ? Math.floor(value) : 0);
}

/** A field with a whole number of 32 bits, with sign: a negative one takes ten bytes. */
export function writeInt32(tag: number, value: number): void {
  writeVarint(tag);
  if (value >= 0) return writeVarint(value >>> 0);
  makeRoom(10);
  const low = value | 0;
  for (let shift = 0; shift < 28; shift += 7) slab[pos++] = ((low >> shift) & 127) | 128;
  slab[pos++] = ((low >> 28) & 127) | 128;
  for (let byte = 5; byte < 9; byte += 1) slab[pos++] = 255;
  slab[pos++] = 1;
}

/** A field that is true or false. */
export function writeBool(tag: number, value: boolean): void {
  writeVarint(tag);
  slab[pos++] = value ? 1 : 0;
}

/** A field with bytes. */
export function writeBytes(tag: number, value: Uint8Array): void {
  writeVarint(tag);
  writeVarint(value.length);
  makeRoom(value.length);
  slab.set(value, pos);
  pos += value.length;
}

/** A field with text, as UTF-8. */
export function writeString(tag: number, value: string): void {
  const { length } = value;
  if (length > shortText) return writeBytes(tag, textBytes(value));
  makeRoom(20 + length);
  writeVarint(tag);
  const before = pos;
  slab[pos++] = length;
  for (let index = 0; index < length; index += 1) {
    const code = value.charCodeAt(index);
    if (code > 127) {
      const bytes = textBytes(value);
      pos = before;
      writeVarint(bytes.length);
      makeRoom(bytes.length);
      slab.set(bytes, pos);
      pos += bytes.length;
      return;
    }
    slab[pos++] = code;
  }
}

/** Opens a field with a message, or with a list of numbers; the answer is for {@link closeMessage}. */
export function openMessage(tag: number): number {
  writeVarint(tag);
  makeRoom(1);
  pos += 1;
  return pos - start;
}

/** Closes what was opened last. */
export function closeMessage(opened: number): void {
  const from = start + opened;
  const length = pos - from;
  if (length < 128) {
    slab[from - 1] = length;
    return;
  }
  // Its length takes more than the one byte that was left for it.
  let more = 0;
  for (let rest = length; rest > 127; rest >>>= 7) more += 1;
  makeRoom(more + 10);
  const now = start + opened;
  slab.copyWithin(now + more, now, now + length);
  pos = now - 1;
  writeVarint(length);
  pos += length;
}
