import type { LogChunk } from "@dpm/pdu";

import type { Output } from "../world.ts";
import { escapeLine, escapeLines } from "./escape.ts";

/** Prints chunks of output of one server. */
export interface LogPrinter {
  print(chunk: LogChunk): Promise<void>;
  /** Prints the last line also when it has no end yet. */
  end(): Promise<void>;
}

/**
 * Prints output as raw bytes into a pipe or file, and as escaped text on a terminal.
 * With a name, as for one of several servers, whole lines with the name before each.
 */
export function createLogPrinter(stdout: Output, name: string | null): LogPrinter {
  const decoders = new Map<string, TextDecoder>();
  const toOutput = ({ stream, data }: LogChunk): string | Uint8Array => {
    if (!stdout.isTerminal) return data;
    const decoder = decoders.get(stream) ?? new TextDecoder();
    decoders.set(stream, decoder);
    // The carriage return of a line's end is no attempt at anything.
    return escapeLines(decoder.decode(data, { stream: true }).replaceAll("\r\n", "\n"));
  };
  if (name === null) {
    return { print: (chunk) => stdout.write(toOutput(chunk)), end: async () => {} };
  }
  const rests = new Map<string, Uint8Array>();
  const prefix = Buffer.from(`${escapeLine(name)} | `);
  const printLine = async (stream: string, data: Uint8Array): Promise<void> => {
    await stdout.write(prefix);
    await stdout.write(toOutput({ stream, data }));
  };
  return {
    async print({ stream, data }) {
      let rest = Buffer.concat([rests.get(stream) ?? new Uint8Array(), data]);
      for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
        await printLine(stream, rest.subarray(0, end + 1));
        rest = rest.subarray(end + 1);
      }
      rests.set(stream, rest);
    },
    async end() {
      for (const [stream, rest] of rests) {
        if (rest.length > 0) await printLine(stream, Buffer.concat([rest, Buffer.from("\n")]));
      }
    },
  };
}
