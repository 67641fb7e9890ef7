import type { LogChunk } from "@dpm/pdu";

import type { World } from "../world.ts";
import { escapeLine, escapeLines } from "./escape.ts";
import { gapLine } from "./gap-line.ts";
import { isoTimeOf } from "./iso-time.ts";

/** Prints chunks of output of one server. */
export interface LogPrinter {
  print(chunk: LogChunk): Promise<void>;
  /** Prints the last line also when it has no end yet. */
  end(): Promise<void>;
}

/** What is printed before each line. */
export interface LogStyle {
  /** As for one of several servers. */
  readonly name: string | null;
  readonly timestamps: boolean;
}

// A longer line is printed in pieces, so that its length costs no memory.
const longestHeldBytes = 64 * 1024;
const newline = 10;

/** What of a line has come and was not printed yet. */
interface Line {
  readonly timeUs: number | undefined;
  readonly chunks: Uint8Array[];
  bytes: number;
}

/**
 * Prints output as raw bytes into a pipe or file, and as escaped text on a terminal; with a name or times whole lines with
 * these before each. What is missing is said on standard error.
 */
export function createLogPrinter({ stdout, stderr }: World, style: LogStyle): LogPrinter {
  const decoders = new Map<string, TextDecoder>();
  const name = style.name === null ? "" : `${escapeLine(style.name)} | `;
  const toOutput = (stream: string, data: Uint8Array): string | Uint8Array => {
    if (!stdout.isTerminal) return data;
    const decoder = decoders.get(stream) ?? new TextDecoder();
    decoders.set(stream, decoder);
    // The carriage return of a line's end is no attempt at anything.
    return escapeLines(decoder.decode(data, { stream: true }).replaceAll("\r\n", "\n"));
  };
  const printGap = async (chunk: LogChunk): Promise<boolean> => {
    if (chunk.gap === null) return false;
    await stderr.write(`${name}${gapLine(chunk.gap)}\n`);
    return true;
  };
  if (style.name === null && !style.timestamps) {
    const print = async (chunk: LogChunk): Promise<void> => {
      if (!(await printGap(chunk))) await stdout.write(toOutput(chunk.stream, chunk.data));
    };
    return { print, end: async () => {} };
  }
  const lines = new Map<string, Line>();
  /** Whose long line was printed without its end. */
  let unended: string | null = null;
  const flush = async (stream: string): Promise<void> => {
    const line = lines.get(stream);
    lines.delete(stream);
    if (line === undefined || line.bytes === 0) return;
    if (unended !== null && unended !== stream) await stdout.write("\n");
    if (unended !== stream) {
      const time = line.timeUs === undefined ? "-" : isoTimeOf(line.timeUs);
      await stdout.write(Buffer.from(`${name}${style.timestamps ? `${time} ` : ""}`));
    }
    const data = Buffer.concat(line.chunks);
    await stdout.write(toOutput(stream, data));
    unended = data.at(-1) === newline ? null : stream;
  };
  return {
    async print(chunk) {
      if (await printGap(chunk)) return;
      const { stream, data, timeUs } = chunk;
      for (let start = 0; start < data.length;) {
        const found = data.indexOf(newline, start);
        const end = found === -1 ? data.length : found + 1;
        // A line has the time of its beginning.
        const line: Line = lines.get(stream) ?? { timeUs, chunks: [], bytes: 0 };
        lines.set(stream, line);
        line.chunks.push(data.subarray(start, end));
        line.bytes += end - start;
        if (found !== -1 || line.bytes >= longestHeldBytes) await flush(stream);
        start = end;
      }
    },
    async end() {
      for (const stream of lines.keys()) await flush(stream);
      if (unended !== null) await stdout.write("\n");
      unended = null;
    },
  };
}
