import type { LogChunk } from "@dpm/pdu";

import { keepTail, overlapBytes } from "./log-overlap.ts";

// How long a stream of output has to be silent, or how much has to have come, before the place is looked for.
const quietMs = 250;
const enoughBytes = 128 * 1024;

interface Stream {
  seen: Uint8Array;
  /** What has come since the connection was made again; null when the place was found. */
  again: LogChunk[] | null;
}

/** Hands on chunks of output, and after a broken connection only what was not handed on before. */
export interface CatchUp {
  /** From here on the last lines are read again. */
  begin(): void;
  take(chunk: LogChunk): Promise<void>;
  /** Hands on what was held back. */
  finish(): Promise<void>;
}

/** Makes a {@link CatchUp}. `onBack` is told, once for each broken connection, whether lines may be missing. */
export function createCatchUp(
  onChunk: (chunk: LogChunk) => Promise<void>,
  onBack: (gap: boolean) => void,
): CatchUp {
  const streams = new Map<string, Stream>();
  let waiting = false;
  let timer: NodeJS.Timeout | null = null;
  let delivery = Promise.resolve();

  const deliver = (chunk: LogChunk): void => {
    const state = streams.get(chunk.stream);
    if (state === undefined || (chunk.data.length === 0 && chunk.gap === null)) return;
    state.seen = keepTail(state.seen, chunk.data);
    delivery = delivery.then(() => onChunk(chunk));
  };
  const settle = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    let gap = false;
    const held = [...streams].filter(([, { again }]) => again !== null);
    for (const [, state] of held) {
      const chunks = state.again ?? [];
      const again = Buffer.concat(chunks.map(({ data }) => data));
      const overlap = overlapBytes(state.seen, again);
      gap ||= overlap === 0 && state.seen.length > 0 && again.length > 0;
      state.again = null;
      let position = 0;
      for (const chunk of chunks) {
        // What is missing within what was seen was told then.
        const isSeen = chunk.gap !== null && position < overlap;
        const data = chunk.data.subarray(Math.max(0, overlap - position));
        position += chunk.data.length;
        if (!isSeen) deliver({ ...chunk, data });
      }
    }
    if (waiting) onBack(gap);
    waiting = false;
  };
  return {
    begin() {
      waiting = true;
      for (const state of streams.values()) state.again = [];
      timer = setTimeout(settle, quietMs);
    },
    async take(chunk) {
      const { stream } = chunk;
      const state = streams.get(stream) ?? { seen: new Uint8Array(), again: null };
      streams.set(stream, state);
      if (state.again === null) {
        deliver(chunk);
      } else {
        state.again.push(chunk);
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(settle, quietMs);
        if (bytesOf(state.again) >= enoughBytes) settle();
      }
      await delivery;
    },
    async finish() {
      if (waiting || timer !== null) settle();
      await delivery;
    },
  };
}

function bytesOf(chunks: readonly LogChunk[]): number {
  return chunks.reduce((sum, { data }) => sum + data.length, 0);
}
