import { dpmError } from "@dpm/errors";
import { capabilityOf, commandNames } from "@dpm/pdu";
import { type FrameConnection, largestFrameBytes } from "@dpm/socket";

import { type Clock, systemClock } from "../clock.ts";
import { createDeadlines } from "../deadlines.ts";
import { createGuessDelay } from "../handshake/guess-delay.ts";
import { createKeepAlive } from "../keep-alive.ts";
import type { AcceptTerms, ServerIdentity } from "./accept-terms.ts";
import { createDispatcher, type Handle } from "./dispatcher.ts";
import { createReplayStore } from "./replay-store.ts";
import type { ServerEvent } from "./server-event.ts";
import { defaultServerLimits, type ServerLimits } from "./server-limits.ts";
import { createSession, type Session } from "./session.ts";
import type { SessionShared } from "./session-shared.ts";

/** What a server is made of. */
export interface ServerOptions {
  readonly identity: ServerIdentity;
  /**
   * Carries out one permitted request. Each runs on its own; results are pulled no faster than the client takes them.
   * A DpmError that it throws ends the request with that error; anything else ends it as ERR_DPM_INTERNAL, with the
   * cause in the log under the same incident.
   */
  readonly handle: Handle;
  readonly log: (event: ServerEvent) => void;
  readonly limits?: Partial<ServerLimits>;
  readonly clock?: Clock;
}

/** Serves any number of connections. */
export interface Server {
  /** Serves a connection until it ends. Never throws. */
  accept(connection: FrameConnection, terms: AcceptTerms): void;
  /** How many connections there are, also ones in their handshake. */
  readonly connections: number;
  /** Refuses what is new, lets running requests end for at most `graceMs`, then ends what is left. Default 0. */
  close(options?: { readonly graceMs?: number }): Promise<void>;
}

// What a client that does not even take its goodbye is left after that.
const farewellMs = 1_000;

/** Makes a server without connections. */
export function createServer(options: ServerOptions): Server {
  const { identity, handle, log, clock = systemClock } = options;
  const wanted: ServerLimits = { ...defaultServerLimits, ...options.limits };
  const limits: ServerLimits = {
    ...wanted,
    frameBytes: Math.min(wanted.frameBytes, largestFrameBytes),
  };
  const deadlines = createDeadlines(clock);
  const capabilities = identity.capabilities ?? commandNames.map(capabilityOf);
  const replays = createReplayStore({ limits, clock, deadlines });
  const shared: SessionShared = {
    identity,
    capabilities,
    dispatcher: createDispatcher({
      handle,
      capabilities: new Set(capabilities),
      server: identity.server,
      replays,
      log,
    }),
    deadlines,
    keepAlive: createKeepAlive(clock, limits),
    guessDelay: createGuessDelay(clock),
    limits,
    log,
  };
  const sessions = new Set<Session>();
  // In the order in which they came.
  const pending = new Set<Session>();
  let closing: Promise<void> | undefined;
  let onEmpty: (() => void) | undefined;

  const forget = (session: Session): void => {
    sessions.delete(session);
    if (sessions.size === 0) onEmpty?.();
  };

  const makeRoom = (): void => {
    const oldest = pending.values().next().value;
    if (pending.size < limits.pendingHandshakes || oldest === undefined) return;
    oldest.end(dpmError("ERR_DPM_WIRE_HANDSHAKE_CROWDED", { address: identity.server }));
  };

  const shutDown = async (graceMs: number): Promise<void> => {
    const empty = new Promise<void>((resolve) => {
      onEmpty = resolve;
      if (sessions.size === 0) resolve();
    });
    const closingError = dpmError("ERR_DPM_WIRE_SERVER_CLOSING", {});
    deadlines.add(graceMs, () => sessions.forEach((session) => session.end(closingError)));
    deadlines.add(graceMs + farewellMs, () =>
      sessions.forEach((session) => session.cut(closingError)),
    );
    for (const session of sessions) session.drain();
    await empty;
    replays.close(closingError);
    deadlines.clear();
  };

  return {
    accept: (connection, terms) => {
      makeRoom();
      const session: Session = createSession(connection, terms, {
        shared,
        listener: { settled: () => pending.delete(session), ended: () => forget(session) },
      });
      sessions.add(session);
      pending.add(session);
      session.start();
      if (closing !== undefined) session.drain();
    },
    get connections() {
      return sessions.size;
    },
    close: ({ graceMs = 0 } = {}) => (closing ??= shutDown(graceMs)),
  };
}
