import { type DpmError, isDpmError } from "@dpm/errors";
import type { ResultInit } from "@dpm/pdu";

import type { Feed, FeedItem } from "./feed.ts";

/** A handler at work, and how to reach it. */
export interface HandlerRun {
  /** Calls the handler. */
  start(): AsyncIterable<ResultInit>;
  /** Tells the handler that its answer is not wanted any more. */
  abort(reason: DpmError): void;
  /** The error to answer with when the handler threw something that is no DpmError. */
  toIncident(cause: unknown): DpmError;
}

/** Reads a handler's results one at a time, as they are wanted. */
export function createHandlerFeed(run: HandlerRun, onReady: () => void): Feed {
  let iterator: AsyncIterator<ResultInit> | undefined;
  let item: FeedItem | undefined;
  let isPulling = false;
  let isDropped = false;

  const arrive = (next: FeedItem): void => {
    isPulling = false;
    if (isDropped) return;
    item = next;
    onReady();
  };
  const onNext = (next: IteratorResult<ResultInit, unknown>): void =>
    arrive(
      next.done === true
        ? { kind: "end", error: undefined }
        : { kind: "result", result: next.value },
    );
  const onThrow = (thrown: unknown): void =>
    // What a handler throws because it was told to stop is no news.
    isDropped
      ? undefined
      : arrive({ kind: "end", error: isDpmError(thrown) ? thrown : run.toIncident(thrown) });

  return {
    peek: () => {
      if (item === undefined && !isPulling) {
        isPulling = true;
        // A handler, or an iterator written by hand, may throw instead of rejecting.
        try {
          iterator ??= run.start()[Symbol.asyncIterator]();
          iterator.next().then(onNext, onThrow);
        } catch (thrown) {
          queueMicrotask(() => onThrow(thrown));
        }
      }
      return item;
    },
    take: () => {
      item = undefined;
    },
    drop: (_kind, reason) => {
      if (isDropped) return;
      isDropped = true;
      const isOver = item?.kind === "end";
      item = undefined;
      if (isOver) return;
      run.abort(reason);
      iterator?.return?.().then(undefined, () => undefined);
    },
  };
}
