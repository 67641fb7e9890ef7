import type { DpmError } from "@dpm/errors";
import type { Result } from "@dpm/pdu";

/**
 * The answer to one request: results in order, then the end. It can be iterated once.
 * Iteration gives everything that arrived before it throws the error that ended the request.
 */
export interface ResultStream extends AsyncIterable<Result> {
  /** Tells the server to stop, and ends the iteration without an error. Leaving a `for await` early does the same. */
  cancel(): void;
}

/** The inner side of a stream: what the connection puts into it. */
export interface ResultSink {
  readonly stream: ResultStream;
  /** A result arrived; false when the server sent more than it was allowed. */
  push(result: Result): boolean;
  /** Nothing follows. Only the first end counts. */
  end(error?: DpmError): void;
}

/** What a stream asks of its connection. */
export interface ResultStreamOptions {
  /** How many results may wait here unread. */
  readonly credit: number;
  /** Allows the server that many more. */
  readonly onGrant: (results: number) => void;
  /** Called at most once, when the reader does not want the rest. */
  readonly onCancel: () => void;
}

type Turn = IteratorResult<Result, undefined>;

interface Waiting {
  readonly resolve: (turn: Turn) => void;
  readonly reject: (error: DpmError) => void;
}

const over: Turn = { done: true, value: undefined };

/** Makes an empty stream. The server is allowed more as results are read, half of the credit at a time. */
export function createResultStream({ credit, onGrant, onCancel }: ResultStreamOptions): ResultSink {
  let arrived: Result[] = [];
  let waiting: Waiting[] = [];
  let allowed = credit;
  let read = 0;
  let isEnded = false;
  let error: DpmError | undefined;
  const grantAfter = Math.max(1, credit >> 1);

  const count = (): void => {
    read += 1;
    if (isEnded || read < grantAfter) return;
    allowed += read;
    onGrant(read);
    read = 0;
  };

  const end = (why?: DpmError): void => {
    if (isEnded) return;
    isEnded = true;
    error = why;
    const [first, ...others] = waiting;
    waiting = [];
    if (first === undefined) return;
    if (error === undefined) first.resolve(over);
    else first.reject(error);
    error = undefined;
    for (const other of others) other.resolve(over);
  };

  const cancel = (): void => {
    arrived = [];
    error = undefined;
    if (isEnded) return;
    end();
    onCancel();
  };

  const next = (): Promise<Turn> => {
    const value = arrived.shift();
    if (value !== undefined) {
      count();
      return Promise.resolve({ done: false, value });
    }
    if (!isEnded) return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    if (error === undefined) return Promise.resolve(over);
    const why = error;
    error = undefined;
    return Promise.reject(why);
  };

  const iterator: AsyncIterator<Result, undefined> = {
    next,
    return: () => {
      cancel();
      return Promise.resolve(over);
    },
  };

  return {
    stream: { cancel, [Symbol.asyncIterator]: () => iterator },
    push: (result) => {
      if (isEnded) return true;
      allowed -= 1;
      if (allowed < 0) return false;
      const reader = waiting.shift();
      if (reader === undefined) arrived.push(result);
      else {
        count();
        reader.resolve({ done: false, value: result });
      }
      return true;
    },
    end,
  };
}

/** A stream that is nothing but an error. */
export function createFailedStream(error: DpmError): ResultStream {
  const sink = createResultStream({
    credit: 1,
    onGrant: () => undefined,
    onCancel: () => undefined,
  });
  sink.end(error);
  return sink.stream;
}
