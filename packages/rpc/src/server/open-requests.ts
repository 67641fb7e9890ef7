import { type DpmError, dpmError, isDpmError } from "@dpm/errors";
import { type CommandName, encodePdu, errorToPdu, type Frame, type Request } from "@dpm/pdu";

import type { Deadline, Deadlines } from "../deadlines.ts";
import { type Answer, createAnswer } from "./answer.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { DropKind } from "./feed.ts";
import type { Outbox } from "./outbox.ts";
import type { Caller } from "./request-context.ts";

/** The requests of one connection that are being answered. */
export interface OpenRequests {
  /** Acts on a frame about a request; the answer says which rule it breaks, if one. */
  receive(frame: Frame): string | undefined;
  /** Takes no new requests, and calls back once when none is open. */
  drain(onIdle: () => void): void;
  /** Ends all with an error that the clients get. */
  failAll(error: DpmError): void;
  /** Ends all without a word. */
  abandonAll(kind: DropKind, reason: DpmError): void;
}

/** What the requests of a connection work with. */
export interface OpenRequestsOptions {
  readonly caller: Caller;
  readonly dispatcher: Dispatcher;
  readonly outbox: Outbox;
  readonly deadlines: Deadlines;
  /** Program and version of the server, for errors. */
  readonly server: string;
  readonly limits: { readonly requestsPerConnection: number; readonly frameBytes: number };
}

interface OpenRequest {
  readonly command: CommandName | undefined;
  readonly answer: Answer;
  deadline: Deadline | undefined;
}

/** Begins with no request open. */
export function createOpenRequests(options: OpenRequestsOptions): OpenRequests {
  const { caller, dispatcher, outbox, deadlines, server, limits } = options;
  const open = new Map<number, OpenRequest>();
  let onIdle: (() => void) | undefined;

  const close = (requestId: number): void => {
    const request = open.get(requestId);
    if (request?.deadline !== undefined) deadlines.remove(request.deadline);
    open.delete(requestId);
    if (open.size === 0) onIdle?.();
  };

  const refuse = (requestId: number, error: DpmError): void =>
    outbox.send(encodePdu({ requestId, end: { error: errorToPdu(error) } }));

  const begin = (requestId: number, request: Request): void => {
    if (onIdle !== undefined) return refuse(requestId, dpmError("ERR_DPM_WIRE_SERVER_CLOSING", {}));
    if (open.size >= limits.requestsPerConnection) {
      return refuse(
        requestId,
        dpmError("ERR_DPM_WIRE_TOO_MANY_REQUESTS", { limit: limits.requestsPerConnection }),
      );
    }
    const answer = createAnswer({
      requestId,
      credit: request.credit,
      outbox,
      frameBytes: limits.frameBytes,
      open: dispatcher.open(request, caller),
      toIncident: (cause) => dispatcher.toIncident(cause, caller),
      onEnd: () => close(requestId),
    });
    const { timeoutMs, command } = request;
    const late = (): void =>
      answer.fail(dpmError("ERR_DPM_WIRE_DEADLINE", { address: server, timeoutMs }));
    open.set(requestId, {
      command,
      answer,
      deadline: timeoutMs === 0 ? undefined : deadlines.add(timeoutMs, late),
    });
    answer.start();
  };

  const receiveRequest = (requestId: number, request: Request): string | undefined => {
    if (requestId === 0) return "a request has the id 0";
    if (open.has(requestId)) return `a request has the id ${requestId} of one that is open`;
    try {
      begin(requestId, request);
    } catch (thrown) {
      refuse(requestId, isDpmError(thrown) ? thrown : dispatcher.toIncident(thrown, caller));
    }
    return undefined;
  };

  const cancel = (requestId: number): void => {
    const request = open.get(requestId);
    request?.answer.fail(dpmError("ERR_DPM_CANCELLED", { what: request.command ?? "the request" }));
  };

  const stopAll = (stop: (answer: Answer) => void): void => {
    for (const { answer, deadline } of open.values()) {
      if (deadline !== undefined) deadlines.remove(deadline);
      stop(answer);
    }
    open.clear();
  };

  return {
    receive: (frame) => {
      const { requestId } = frame;
      if (frame.body === "request") return receiveRequest(requestId, frame.request);
      // What comes for a request that has ended was under way when it did.
      if (frame.body === "credit") open.get(requestId)?.answer.grant(frame.credit.results);
      else if (frame.body === "cancel") cancel(requestId);
      else if (frame.body !== undefined)
        return `a frame of kind ${frame.body} came after the handshake`;
      // A body that is undefined was added by a later minor version.
      return undefined;
    },
    drain: (callback) => {
      onIdle = callback;
      if (open.size === 0) callback();
    },
    failAll: (error) => stopAll((answer) => answer.fail(error)),
    abandonAll: (kind, reason) => stopAll((answer) => answer.abandon(kind, reason)),
  };
}
