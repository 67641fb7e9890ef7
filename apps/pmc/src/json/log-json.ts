import type { LogChunk } from "@dpm/pdu";

/** A piece of captured output as JSON output shows it; bytes that are no UTF-8 are shown as U+FFFD. */
export interface LogJson {
  readonly stream: string;
  readonly text: string;
}

/** Turns chunks into text, also where a character is spread over two of them. */
export function createLogDecoder(): (chunk: LogChunk) => LogJson {
  const decoders = new Map<string, TextDecoder>();
  return ({ stream, data }) => {
    const decoder = decoders.get(stream) ?? new TextDecoder();
    decoders.set(stream, decoder);
    return { stream, text: decoder.decode(data, { stream: true }) };
  };
}
