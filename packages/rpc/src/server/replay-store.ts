import { createHash } from "node:crypto";

import { type DpmError, dpmError } from "@dpm/errors";
import { encodePdu } from "@dpm/pdu";

import type { Clock } from "../clock.ts";
import type { CommandRequest } from "../command.ts";
import type { Deadlines } from "../deadlines.ts";
import type { OpenFeed } from "./feed.ts";
import { createRecording, type Recording } from "./recording.ts";

/** The keyed requests that run or have run lately: one whose key is known is not run again. */
export interface ReplayStore {
  /**
   * How to read the answer to a keyed request; `open` begins it if it is new.
   * Throws ERR_DPM_WIRE_KEY_REUSED for the key of another request, ERR_DPM_WIRE_TOO_MANY_REQUESTS when too many run.
   */
  open(request: CommandRequest, open: OpenFeed): OpenFeed;
  /** Gives up what runs, and forgets everything. */
  close(reason: DpmError): void;
}

/** What a store works with; the limits are those of `ServerLimits`. */
export interface ReplayStoreOptions {
  readonly limits: {
    readonly replayCount: number;
    readonly replayBytes: number;
    readonly replayMs: number;
    readonly orphanMs: number;
  };
  readonly clock: Clock;
  readonly deadlines: Deadlines;
}

interface Entry {
  readonly fingerprint: string;
  readonly recording: Recording;
  finishedAtMs: number;
}

/** Makes an empty store. */
export function createReplayStore({ limits, clock, deadlines }: ReplayStoreOptions): ReplayStore {
  const running = new Map<string, Entry>();
  // In the order in which they finished.
  const finished = new Map<string, Entry>();
  let finishedBytes = 0;

  const evict = (): void => {
    const tooOldAtMs = clock.monotonicMs() - limits.replayMs;
    for (const [key, entry] of finished) {
      const isTooMuch = finished.size > limits.replayCount || finishedBytes > limits.replayBytes;
      if (!isTooMuch && entry.finishedAtMs > tooOldAtMs) break;
      finished.delete(key);
      finishedBytes -= entry.recording.bytes;
    }
  };

  const settle = (key: string): void => {
    const entry = running.get(key);
    if (entry === undefined) return;
    running.delete(key);
    entry.finishedAtMs = clock.monotonicMs();
    finished.set(key, entry);
    finishedBytes += entry.recording.bytes;
    evict();
  };

  const begin = (key: string, fingerprint: string, open: OpenFeed): Recording => {
    const { orphanMs, replayBytes } = limits;
    const onFinish = (): void => settle(key);
    const recording = createRecording({
      open,
      limitBytes: replayBytes / 4,
      orphanMs,
      deadlines,
      onFinish,
    });
    running.set(key, { fingerprint, recording, finishedAtMs: 0 });
    return recording;
  };

  return {
    open: (request, open) => {
      evict();
      const key = Buffer.from(request.key).toString("hex");
      const fingerprint = fingerprintOf(request);
      const known = running.get(key) ?? finished.get(key);
      if (known !== undefined && known.fingerprint !== fingerprint)
        throw dpmError("ERR_DPM_WIRE_KEY_REUSED", {});
      if (known === undefined && running.size >= limits.replayCount) {
        throw dpmError("ERR_DPM_WIRE_TOO_MANY_REQUESTS", { limit: limits.replayCount });
      }
      return (known?.recording ?? begin(key, fingerprint, open)).attach;
    },
    close: (reason) => {
      for (const { recording } of running.values()) recording.giveUp(reason);
      finished.clear();
      finishedBytes = 0;
    },
  };
}

/** What is asked for, whatever the terms: a repetition may allow other time or credit. */
function fingerprintOf(request: CommandRequest): string {
  const asked = encodePdu({
    request: { ...request, key: new Uint8Array(), timeoutMs: 0, credit: 0 },
  });
  return createHash("sha256").update(asked).digest("base64");
}
