import { type DpmError, dpmError } from "@dpm/errors";
import { encodePdu, errorToPdu, type ResultInit } from "@dpm/pdu";

import type { DropKind, Feed, OpenFeed } from "./feed.ts";
import type { Outbox } from "./outbox.ts";

/** One request of one connection, while it is being answered. */
export interface Answer {
  /** Begins to send. Its end may come from within. */
  start(): void;
  /** The client allows more results. */
  grant(results: number): void;
  /** Ends it with an error, unless it has ended. */
  fail(error: DpmError): void;
  /** Ends it without a word, since nobody can hear it. */
  abandon(kind: DropKind, reason: DpmError): void;
}

/** What an answer needs. */
export interface AnswerOptions {
  readonly requestId: number;
  /** How many results the client allows at first. */
  readonly credit: number;
  readonly outbox: Outbox;
  readonly frameBytes: number;
  readonly open: OpenFeed;
  /** The error to answer with when a result can't be sent for a reason that is the server's own. */
  readonly toIncident: (cause: unknown) => DpmError;
  /** Called once, when End was sent. */
  readonly onEnd: () => void;
}

const mostCredit = 0xffff_ffff;

/** Sends what a feed holds to a client: no more results than it allows, and none while the outbox is full. */
export function createAnswer(options: AnswerOptions): Answer {
  const { requestId, outbox, frameBytes, onEnd } = options;
  let { credit } = options;
  let isEnded = false;
  let isQueued = false;

  const end = (error: DpmError | undefined): void => {
    isEnded = true;
    outbox.send(
      encodePdu({ requestId, end: error === undefined ? {} : { error: errorToPdu(error) } }),
    );
    onEnd();
  };

  const encode = (result: ResultInit): Uint8Array | undefined => {
    try {
      const frame = encodePdu({ requestId, result });
      if (frame.length <= frameBytes) return frame;
      fail(
        dpmError("ERR_DPM_WIRE_RESULT_TOO_LARGE", { bytes: frame.length, limitBytes: frameBytes }),
      );
    } catch (cause) {
      fail(options.toIncident(cause));
    }
    return undefined;
  };

  /** Sends the next item; false when it has to wait for something, or nothing follows. */
  const sendNext = (): boolean => {
    const item = isEnded ? undefined : feed.peek();
    if (item === undefined) return false;
    if (item.kind === "result" && credit === 0) return false;
    if (!outbox.isWritable) {
      if (!isQueued) outbox.whenWritable(resume);
      isQueued = true;
      return false;
    }
    if (item.kind === "end") {
      end(item.error);
      return false;
    }
    const frame = encode(item.result);
    if (frame === undefined) return false;
    credit -= 1;
    feed.take();
    outbox.send(frame);
    return true;
  };

  const pump = (): void => {
    while (sendNext());
  };

  const resume = (): void => {
    isQueued = false;
    pump();
  };

  const fail = (error: DpmError): void => {
    if (isEnded) return;
    feed.drop("given-up", error);
    end(error);
  };

  const feed: Feed = options.open(pump);
  return {
    start: pump,
    grant: (results) => {
      credit = Math.min(mostCredit, credit + results);
      pump();
    },
    fail,
    abandon: (kind, reason) => {
      if (isEnded) return;
      isEnded = true;
      feed.drop(kind, reason);
    },
  };
}
