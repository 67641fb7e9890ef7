import { type DpmError, dpmError, hasCode } from "@dpm/errors";
import { encodePdu, errorFromPdu, type Frame, type FrameInit } from "@dpm/pdu";

import { largestFrameBytes } from "@dpm/socket";

import type { Command } from "../command.ts";
import type { Deadline, Deadlines } from "../deadlines.ts";
import type { RequestOptions } from "./client.ts";
import { createResultStream, type ResultSink, type ResultStream } from "./result-stream.ts";

/** The requests of one connection that wait for their End. */
export interface PendingRequests {
  /** Sends a request, or keeps it until there is room for one more. */
  add(command: Command, options: RequestOptions): ResultStream;
  /** Acts on a frame about a request; the answer says which rule it breaks, if one. */
  receive(frame: Frame): string | undefined;
  /** Ends all, those that were never sent too. */
  failAll(error: DpmError): void;
}

/** What the requests of a connection work with. */
export interface PendingRequestsOptions {
  readonly address: string;
  readonly deadlines: Deadlines;
  readonly send: (frame: Uint8Array) => void;
}

interface Pending {
  readonly requestId: number;
  readonly sink: ResultSink;
  /** As asked for, for errors. */
  readonly timeoutMs: number;
  readonly frame: Uint8Array;
  isSent: boolean;
  deadline: Deadline | undefined;
}

// Fewer than any server allows on one connection.
const mostAtOnce = 512;
const lastId = 0xffff_ffff;
const noKey = new Uint8Array();

/** Begins with none. */
export function createPendingRequests({
  address,
  deadlines,
  send,
}: PendingRequestsOptions): PendingRequests {
  const pending = new Map<number, Pending>();
  /** Those of `pending` that were sent, whether or not their reader still cares. */
  let sent = 0;
  let unsent: Pending[] = [];
  let latestId = 0;

  const sendFrame = (frame: FrameInit): void => send(encodePdu(frame));

  const nextId = (): number => {
    do latestId = latestId === lastId ? 1 : latestId + 1;
    while (pending.has(latestId));
    return latestId;
  };

  const forget = (request: Pending): void => {
    if (request.deadline !== undefined) deadlines.remove(request.deadline);
    pending.delete(request.requestId);
  };

  const transmit = (request: Pending): void => {
    sent += 1;
    request.isSent = true;
    send(request.frame);
  };

  const makeRoom = (): void => {
    sent -= 1;
    for (let next = unsent.shift(); next !== undefined; next = unsent.shift()) {
      if (pending.has(next.requestId)) return transmit(next);
    }
  };

  /** The reader is done with it; the server's End is still to come when it was sent. */
  const stop = (request: Pending): void => {
    if (request.deadline !== undefined) deadlines.remove(request.deadline);
    if (request.isSent) sendFrame({ requestId: request.requestId, cancel: {} });
    else pending.delete(request.requestId);
  };

  const expire = (request: Pending): void => {
    stop(request);
    request.sink.end(dpmError("ERR_DPM_WIRE_DEADLINE", { address, timeoutMs: request.timeoutMs }));
  };

  /** A server's deadline is this side's own, and this side knows the address. */
  const toEnd = (error: DpmError, { timeoutMs }: Pending): DpmError =>
    hasCode(error, "ERR_DPM_WIRE_DEADLINE")
      ? dpmError("ERR_DPM_WIRE_DEADLINE", { address, timeoutMs })
      : error;

  const add = (command: Command, options: RequestOptions): ResultStream => {
    const requestId = nextId();
    const timeoutMs = toTimeout(options.timeoutMs);
    const credit = Math.max(1, options.credit ?? 32);
    const sink = createResultStream({
      credit,
      onGrant: (results) => sendFrame({ requestId, credit: { results } }),
      onCancel: () => stop(request),
    });
    const frame = encodePdu({
      requestId,
      request: { ...command, key: options.key ?? noKey, timeoutMs, credit },
    });
    const request: Pending = {
      requestId,
      sink,
      timeoutMs: options.wholeTimeoutMs ?? timeoutMs,
      frame,
      isSent: false,
      deadline: undefined,
    };
    if (frame.length > largestFrameBytes) {
      sink.end(
        dpmError("ERR_DPM_WIRE_REQUEST_TOO_LARGE", {
          bytes: frame.length,
          limitBytes: largestFrameBytes,
        }),
      );
      return sink.stream;
    }
    pending.set(requestId, request);
    if (timeoutMs > 0) request.deadline = deadlines.add(timeoutMs, () => expire(request));
    if (sent < mostAtOnce) transmit(request);
    else unsent.push(request);
    return sink.stream;
  };

  return {
    add,
    receive: (frame) => {
      if (frame.body !== "result" && frame.body !== "end") return undefined;
      const request = pending.get(frame.requestId);
      if (request === undefined)
        return `it answered the request ${frame.requestId}, which was not asked`;
      if (frame.body === "result") {
        return request.sink.push(frame.result)
          ? undefined
          : "it sent more results than it was allowed";
      }
      forget(request);
      request.sink.end(
        frame.end.error === null ? undefined : toEnd(errorFromPdu(frame.end.error), request),
      );
      makeRoom();
      return undefined;
    },
    failAll: (error) => {
      const all = [...pending.values()];
      pending.clear();
      unsent = [];
      for (const { deadline, sink } of all) {
        if (deadline !== undefined) deadlines.remove(deadline);
        sink.end(error);
      }
    },
  };
}

/** The wire has 0 for no limit; what is longer than it can say counts as that. */
function toTimeout(timeoutMs: number | undefined): number {
  if (timeoutMs === undefined || timeoutMs > lastId) return 0;
  return Math.max(1, Math.ceil(timeoutMs));
}
