import { type DpmError, dpmError } from "@dpm/errors";
import { capabilityOf, encodePdu, type Frame, type Permission, type Welcome } from "@dpm/pdu";
import type { FrameConnection } from "@dpm/socket";

import { commandNameOf } from "../command-name.ts";
import type { Deadline, Deadlines } from "../deadlines.ts";
import { endConnection } from "../end-connection.ts";
import { toRefusal } from "../handshake/client-handshake.ts";
import type { KeepAlive, Watched } from "../keep-alive.ts";
import { isPermission } from "../permission.ts";
import { type Client, toServerInfo } from "./client.ts";
import { endAfterWelcome } from "./connection-end.ts";
import { createPendingRequests } from "./pending-requests.ts";
import type { FrameReader } from "./read-frames.ts";
import { createFailedStream } from "./result-stream.ts";

/** What a client works with once the server has proven itself. */
export interface ClientSessionOptions {
  readonly connection: FrameConnection;
  readonly welcome: Welcome;
  readonly deadlines: Deadlines;
  readonly keepAlive: KeepAlive;
  /** The deadline of the handshake, which ends with Accepted. */
  readonly late: Deadline;
}

/** A client, and what has to be given every frame from now on. */
export interface ClientSession extends FrameReader {
  readonly client: Client;
  /** Ends everything with an error of this side. */
  readonly fail: (error: DpmError) => void;
}

/** Begins a client on a connection whose server has proven itself. */
export function createClientSession(options: ClientSessionOptions): ClientSession {
  const { connection, deadlines } = options;
  const { address } = connection.peer;
  const server = toServerInfo(options.welcome);
  const permission = Promise.withResolvers<Permission>();
  const closed = Promise.withResolvers<DpmError | undefined>();
  // A client need not ask what it may do.
  permission.promise.catch(() => undefined);
  const pending = createPendingRequests({
    address,
    deadlines,
    send: (frame) => connection.send(frame),
  });
  let failure: DpmError | undefined;

  const end = (error: DpmError): boolean => {
    if (failure !== undefined) return false;
    failure = error;
    unwatch();
    deadlines.clear();
    pending.failAll(error);
    permission.reject(error);
    return true;
  };

  const fail = (error: DpmError): void => {
    if (!end(error)) return;
    closed.resolve(error);
    connection.destroy(error);
  };

  const watched: Watched = {
    heard: true,
    probe: () => connection.send(encodePdu({ keepAlive: {} })),
    giveUp: (silentMs) => {
      const cause = dpmError("ERR_DPM_WIRE_PEER_SILENT", { address, silentMs });
      fail(dpmError("ERR_DPM_WIRE_CONNECTION_LOST", { address, why: cause.message }, cause));
    },
  };
  const unwatch = options.keepAlive.watch(watched);

  const accept = (granted: string): void => {
    deadlines.remove(options.late);
    // One that this version does not know is of no use to it.
    permission.resolve(isPermission(granted) ? granted : "read");
  };

  const receive = (frame: Frame): void => {
    watched.heard = true;
    if (failure !== undefined) return;
    if (frame.body === "refused") return fail(toRefusal(frame.refused, address));
    if (frame.body === "accepted") return accept(frame.accepted.permission);
    if (frame.body === "keepAlive") {
      if (!frame.keepAlive.reply) connection.send(encodePdu({ keepAlive: { reply: true } }));
      return;
    }
    const why = pending.receive(frame);
    if (why !== undefined) fail(dpmError("ERR_DPM_WIRE_ANSWER_UNREADABLE", { address, why }));
  };

  const client: Client = {
    server,
    address,
    permission: () => permission.promise,
    request: (command, requestOptions = {}) => {
      if (failure !== undefined) return createFailedStream(failure);
      const capability = capabilityOf(commandNameOf(command));
      if (!server.capabilities.has(capability)) {
        return createFailedStream(
          dpmError("ERR_DPM_WIRE_UNSUPPORTED_COMMAND", { address, command: capability }),
        );
      }
      return pending.add(command, requestOptions);
    },
    closed: () => closed.promise,
    close: () => {
      if (!end(dpmError("ERR_DPM_WIRE_CONNECTION_LOST", { address, why: "this side closed it" })))
        return;
      endConnection(connection, deadlines);
    },
  };
  const failed = (error: DpmError | undefined): void => {
    // Also the deadline of a goodbye: it has been taken.
    deadlines.clear();
    fail(endAfterWelcome(address, error));
    // Without an error when it was this side that closed it.
    closed.resolve(undefined);
  };
  return { client, frame: receive, failed, fail };
}
