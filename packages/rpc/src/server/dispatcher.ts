import { randomBytes } from "node:crypto";

import { type DpmError, dpmError } from "@dpm/errors";
import { capabilityOf, permissionOf, type Request, type ResultInit } from "@dpm/pdu";

import type { CommandRequest } from "../command.ts";
import { permits } from "../permission.ts";
import type { OpenFeed } from "./feed.ts";
import { createHandlerFeed } from "./handler-feed.ts";
import type { ReplayStore } from "./replay-store.ts";
import { type Caller, createRequestContext, type RequestContext } from "./request-context.ts";
import type { ServerEvent } from "./server-event.ts";

/** Carries out one permitted request. */
export type Handle = (
  request: CommandRequest,
  context: RequestContext,
) => AsyncIterable<ResultInit>;

/** What a dispatcher works with. */
export interface DispatcherOptions {
  readonly handle: Handle;
  /** Names of the commands that are carried out. */
  readonly capabilities: ReadonlySet<string>;
  /** Program and version of the server, for errors. */
  readonly server: string;
  readonly replays: ReplayStore;
  readonly log: (event: ServerEvent) => void;
}

/** The one place between requests and handlers. */
export interface Dispatcher {
  /**
   * How to get the answer to a request; the handler begins with the first look at it.
   * Throws a DpmError for what is unknown or not permitted.
   */
  open(request: Request, caller: Caller): OpenFeed;
  /** Puts what must not cross the wire into the log, and gives the error that may. */
  toIncident(cause: unknown, caller: Caller): DpmError;
}

const keyBytes = 16;

/** Makes a dispatcher. Whether a caller may use a command is decided here and nowhere else. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { handle, capabilities, server, replays, log } = options;

  const toIncident = (cause: unknown, { actor, address }: Caller): DpmError => {
    const incident = randomBytes(4).toString("hex");
    const error = dpmError("ERR_DPM_INTERNAL", { incident }, cause);
    const message = `a request of ${actor} met a fault of this program, incident ${incident}`;
    log({ kind: "incident", level: "error", message, peer: address, error, cause });
    return error;
  };

  const checkPermission = (
    request: CommandRequest,
    { actor, address, permission }: Caller,
  ): void => {
    const needed = permissionOf(request.command);
    if (permits(permission, needed)) return;
    const command = capabilityOf(request.command);
    const error = dpmError("ERR_DPM_WIRE_NOT_PERMITTED", { command, needed, held: permission });
    log({
      kind: "denied",
      level: "warn",
      message: `${actor} was denied ${command}`,
      peer: address,
      error,
    });
    throw error;
  };

  const toOpenFeed = (request: CommandRequest, caller: Caller): OpenFeed => {
    return (onReady) => {
      const aborter = createRequestContext(caller, request);
      return createHandlerFeed(
        {
          start: () => handle(request, aborter.context),
          abort: (reason) => aborter.abort(reason),
          toIncident: (cause) => toIncident(cause, caller),
        },
        onReady,
      );
    };
  };

  return {
    open: (request, caller) => {
      if (request.command === undefined || !capabilities.has(capabilityOf(request.command))) {
        const command =
          request.command === undefined ? "of this request" : capabilityOf(request.command);
        throw dpmError("ERR_DPM_WIRE_UNSUPPORTED_COMMAND", { address: server, command });
      }
      checkPermission(request, caller);
      const bytes = request.key.length;
      if (bytes !== 0 && bytes !== keyBytes) throw dpmError("ERR_DPM_WIRE_KEY_INVALID", { bytes });
      // What only reads may well be run again: the later answer is the better one, and nothing has to be kept.
      if (bytes === 0 || permissionOf(request.command) === "read")
        return toOpenFeed(request, caller);
      return replays.open(request, toOpenFeed(request, caller));
    },
    toIncident,
  };
}
