import { type ReadText, textReader } from "./text-coding.ts";

/** What in bytes is no message. */
export class WireError extends Error {}

const deepestGroups = 100;

function cut(): never {
  throw new WireError("it is cut off");
}

/**
 * Reads the parts of a protobuf message, one after the other. Nothing is read beyond `end`, which is that of the message
 * being read. Everything that is wrong throws a {@link WireError}.
 */
export class WireReader {
  readonly bytes: Uint8Array;
  /** Where the next part begins. */
  pos = 0;
  /** Where the message that is being read ends. */
  end: number;
  private readonly maxFields: number;
  private fields = 0;
  private readonly readText: ReadText;

  /** `maxFields` counts those of all messages within, known or not. */
  constructor(bytes: Uint8Array, maxFields: number) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.maxFields = maxFields;
    this.readText = textReader(bytes);
  }

  /** Number and wire type of the next field. */
  tag(): number {
    this.fields += 1;
    if (this.fields > this.maxFields) throw new WireError(`more than ${this.maxFields} fields`);
    // Nearly every field has one byte for its number; to tell it here saves a call.
    const { pos } = this;
    if (pos < this.end && (this.bytes[pos] as number) < 128) {
      this.pos = pos + 1;
      return this.bytes[pos] as number;
    }
    const tag = this.uint64();
    if (tag > 0xffff_ffff) throw new WireError("a field has too large a number");
    return tag;
  }

  /** A whole number without sign; above 2^53 as near as a number gets. */
  uint64(): number {
    const { bytes, end } = this;
    let { pos } = this;
    if (pos >= end) cut();
    let byte = bytes[pos++] as number;
    if (byte < 128) {
      this.pos = pos;
      return byte;
    }
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      if (pos >= end) cut();
      // The tenth byte has the 64th bit and no other.
      if (scale > 2 ** 63) throw new WireError("a number is too long");
      byte = bytes[pos++] as number;
      value += (scale === 2 ** 63 ? byte & 1 : byte & 127) * scale;
    }
    this.pos = pos;
    return value;
  }

  /** The low half of a number. */
  uint32(): number {
    const { bytes, pos } = this;
    if (pos < this.end && (bytes[pos] as number) < 128) return bytes[this.pos++] as number;
    return this.int32() >>> 0;
  }

  /** The low half of a number, with sign. */
  int32(): number {
    const { bytes, end, pos } = this;
    if (pos < end && (bytes[pos] as number) < 128) {
      this.pos = pos + 1;
      return bytes[pos] as number;
    }
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.pos >= end) cut();
      const byte = bytes[this.pos++] as number;
      if (shift < 32) value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new WireError("a number is too long");
  }

  bool(): boolean {
    const { bytes, pos } = this;
    if (pos >= this.end || (bytes[pos] as number) > 127) return this.uint64() !== 0;
    this.pos = pos + 1;
    return bytes[pos] !== 0;
  }

  /** Text; must be UTF-8. */
  string(): string {
    const start = this.take();
    return start === this.pos ? "" : this.readText(start, this.pos);
  }

  /** A view of the bytes, no copy. */
  view(): Uint8Array {
    const start = this.take();
    return this.bytes.subarray(start, this.pos);
  }

  /** Enters a message, or a list of numbers; the answer is the `end` to go back to. */
  open(): number {
    const outer = this.end;
    const start = this.take();
    this.end = this.pos;
    this.pos = start;
    return outer;
  }

  /** Goes beyond the value of a field that is not known. */
  skip(tag: number, depth = 0): void {
    const field = tag >>> 3;
    if (field === 0) throw new WireError("a field has the number 0");
    if (depth > deepestGroups) throw new WireError("the depth of its groups is too great");
    switch (tag & 7) {
      case 0:
        this.uint64();
        return;
      case 1:
        return this.jump(8);
      case 2:
        this.take();
        return;
      case 3:
        for (;;) {
          const inner = this.tag();
          if ((inner & 7) !== 4) this.skip(inner, depth + 1);
          else if (inner >>> 3 === field) return;
          else throw new WireError("a group ends that did not begin");
        }
      case 5:
        return this.jump(4);
      default:
        throw new WireError(`there is no wire type ${tag & 7}`);
    }
  }

  /** Goes beyond what has its length before it; the answer is where it begins. */
  private take(): number {
    const length = this.uint64();
    const start = this.pos;
    this.jump(length);
    return start;
  }

  private jump(length: number): void {
    if (length > this.end - this.pos) cut();
    this.pos += length;
  }
}
