import { type DpmError, dpmError } from "@dpm/errors";
import { encodePdu, type ResultInit } from "@dpm/pdu";

import type { Deadline, Deadlines } from "../deadlines.ts";
import type { DropKind, Feed, FeedItem, OpenFeed } from "./feed.ts";

/** The answer to a keyed request: made once, read by whoever asks with the key, then and later. */
export interface Recording {
  /** Lets one more reader have the whole answer from its beginning. */
  readonly attach: OpenFeed;
  /** How much it holds. */
  readonly bytes: number;
  /** Whether nothing will be added. */
  readonly isFinished: boolean;
  /** Ends it with an error, unless it has finished. */
  giveUp(reason: DpmError): void;
}

/** How a recording is made. */
export interface RecordingOptions {
  /** Begins the answer. */
  readonly open: OpenFeed;
  /** An answer larger than this is not kept: its readers get it, later ones are told so. */
  readonly limitBytes: number;
  /** How long it goes on when its last reader is out of reach; that reader may come back over another connection. */
  readonly orphanMs: number;
  readonly deadlines: Deadlines;
  /** Called once, when it has finished. */
  readonly onFinish: () => void;
}

interface Kept {
  readonly item: FeedItem;
  readonly bytes: number;
}

interface Reader {
  /** The number of the item that it reads next, counted from the beginning of the answer. */
  next: number;
  readonly onReady: () => void;
}

/** Begins to make an answer and to record it. */
export function createRecording(options: RecordingOptions): Recording {
  const { limitBytes, orphanMs, deadlines, onFinish } = options;
  const readers = new Set<Reader>();
  const items: Kept[] = [];
  /** How many items before `items[0]` were not kept. */
  let forgotten = 0;
  let bytes = 0;
  let isTooLarge = false;
  let isFinished = false;
  let orphaned: Deadline | undefined;

  const finish = (error: DpmError | undefined): void => {
    items.push({ item: { kind: "end", error }, bytes: 0 });
    isFinished = true;
    onFinish();
  };

  const keep = (item: FeedItem & { readonly kind: "result" }): void => {
    const kept = { item, bytes: sizeOf(item.result) };
    items.push(kept);
    bytes += kept.bytes;
    if (bytes > limitBytes) isTooLarge = true;
  };

  /** Once it is too large to keep, it is held only as far as the slowest of its readers needs, and made no faster than that. */
  const trim = (): void => {
    if (!isTooLarge) return;
    const slowest = Math.min(
      forgotten + items.length,
      ...[...readers].map((reader) => reader.next),
    );
    for (const kept of items.splice(0, slowest - forgotten)) bytes -= kept.bytes;
    forgotten = slowest;
  };

  const isWanting = (): boolean => !isFinished && (!isTooLarge || items.length === 0);

  const record = (item: FeedItem | undefined): boolean => {
    if (item === undefined) return false;
    if (item.kind === "end") finish(item.error);
    else {
      source.take();
      keep(item);
    }
    return true;
  };

  const advance = (): void => {
    const before = forgotten + items.length;
    while (isWanting() && record(source.peek()));
    if (forgotten + items.length === before) return;
    for (const reader of readers) reader.onReady();
  };

  const source = options.open(advance);

  const giveUp = (reason: DpmError): void => {
    if (isFinished) return;
    source.drop("given-up", reason);
    finish(reason);
  };

  const leave = (reader: Reader, kind: DropKind, reason: DpmError): void => {
    if (!readers.delete(reader)) return;
    if (readers.size > 0) {
      trim();
      advance();
    } else if (isFinished) return;
    else if (kind === "given-up") giveUp(reason);
    else orphaned = deadlines.add(orphanMs, () => giveUp(reason));
  };

  const attach: OpenFeed = (onReady): Feed => {
    if (forgotten > 0) return createEndedFeed(dpmError("ERR_DPM_WIRE_ANSWER_NOT_KEPT", {}));
    const reader: Reader = { next: 0, onReady };
    readers.add(reader);
    if (orphaned !== undefined) deadlines.remove(orphaned);
    return {
      peek: () => {
        const kept = items[reader.next - forgotten];
        if (kept === undefined) queueMicrotask(advance);
        return kept?.item;
      },
      take: () => {
        reader.next += 1;
        trim();
      },
      drop: (kind, reason) => leave(reader, kind, reason),
    };
  };

  return {
    attach,
    giveUp,
    get bytes() {
      return bytes;
    },
    get isFinished() {
      return isFinished;
    },
  };
}

/** An answer that is nothing but an error. */
function createEndedFeed(error: DpmError): Feed {
  return { peek: () => ({ kind: "end", error }), take: () => undefined, drop: () => undefined };
}

/** About what a result takes in memory: what it takes on the wire. */
function sizeOf(result: ResultInit): number {
  try {
    return encodePdu({ result }).length;
  } catch {
    // Its reader will fail over it, and tell why.
    return 0;
  }
}
