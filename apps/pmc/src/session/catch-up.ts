import type { LogChunk } from "@dpm/pdu";

import { keepTail, overlapBytes } from "./log-overlap.ts";

// How long a stream of output has to be silent, or how much has to have come, before the place is looked for.
const quietMs = 250;
const enoughBytes = 128 * 1024;

interface Stream {
  seen: Uint8Array;
  /** What has come since the connection was made again; null when the place was found. */
  again: Uint8Array | null;
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

  const deliver = (stream: string, data: Uint8Array): void => {
    const state = streams.get(stream);
    if (state === undefined || data.length === 0) return;
    state.seen = keepTail(state.seen, data);
    delivery = delivery.then(() => onChunk({ stream, data }));
  };
  const settle = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    let gap = false;
    const held = [...streams].filter(([, { again }]) => again !== null);
    for (const [name, state] of held) {
      const again = state.again ?? new Uint8Array();
      const overlap = overlapBytes(state.seen, again);
      gap ||= overlap === 0 && state.seen.length > 0 && again.length > 0;
      state.again = null;
      deliver(name, again.subarray(overlap));
    }
    if (waiting) onBack(gap);
    waiting = false;
  };
  return {
    begin() {
      waiting = true;
      for (const state of streams.values()) state.again = new Uint8Array();
      timer = setTimeout(settle, quietMs);
    },
    async take({ stream, data }) {
      const state = streams.get(stream) ?? { seen: new Uint8Array(), again: null };
      streams.set(stream, state);
      if (state.again === null) {
        deliver(stream, data);
      } else {
        state.again = Buffer.concat([state.again, data]);
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(settle, quietMs);
        if (state.again.length >= enoughBytes) settle();
      }
      await delivery;
    },
    async finish() {
      if (waiting || timer !== null) settle();
      await delivery;
    },
  };
}
