import type { LogChunk } from "@dpm/pdu";

import { isoTimeOf } from "../text/iso-time.ts";

/** A piece of captured output as JSON output shows it; bytes that are no UTF-8 are shown as U+FFFD. */
export interface LogJson {
  readonly stream: string;
  readonly text: string;
  /** When it came, in ISO 8601 with microseconds; only with --timestamps, and where it is known. */
  readonly time?: string;
  /** What is missing at this place; the text is empty then. */
  readonly dropped?: {
    readonly lines: number;
    readonly bytes: number | null;
    readonly reason: string;
    readonly time: string;
  };
}

/** Turns chunks into text, also where a character is spread over two of them. */
export function createLogDecoder(): (chunk: LogChunk) => LogJson {
  const decoders = new Map<string, TextDecoder>();
  return ({ stream, data, timeUs, gap }) => {
    if (gap !== null) {
      const { lines, bytes = null, reason } = gap;
      return { stream, text: "", dropped: { lines, bytes, reason, time: isoTimeOf(gap.atUs) } };
    }
    const decoder = decoders.get(stream) ?? new TextDecoder();
    decoders.set(stream, decoder);
    const text = decoder.decode(data, { stream: true });
    return { stream, text, ...(timeUs === undefined ? {} : { time: isoTimeOf(timeUs) }) };
  };
}
