import { type DpmError, dpmError } from "@dpm/errors";
import { encodePdu } from "@dpm/pdu";
import type { FrameConnection } from "@dpm/socket";

import { type Clock, systemClock } from "../clock.ts";
import { createDeadlines } from "../deadlines.ts";
import {
  type ClientHandshakeOptions,
  type ClientStep,
  nextClientStep,
  toHello,
} from "../handshake/client-handshake.ts";
import { nonceBytes } from "../handshake/proof.ts";
import { createKeepAlive, type SilenceLimits } from "../keep-alive.ts";
import type { Client } from "./client.ts";
import { createClientSession } from "./client-session.ts";
import { endBeforeWelcome } from "./connection-end.ts";
import { readFrames } from "./read-frames.ts";

/** How a client introduces itself. */
export interface ConnectOptions {
  /** Who calls, for the server's logs: program and version, such as `pmc 1.0.0`. */
  readonly client: string;
  /** The secret shared with the server. Without one, only a server behind a Unix socket is talked to. */
  readonly token?: Uint8Array | undefined;
  /** Which credential the token is. Default: the server's own token file. */
  readonly credentialId?: string | undefined;
  /** How long the handshake may take. Default 5000. */
  readonly timeoutMs?: number | undefined;
  /** How much silence is met with a question, and how much is taken for a lost connection. Defaults 5000 and 15000. */
  readonly keepAlive?: SilenceLimits | undefined;
  readonly clock?: Clock | undefined;
}

const defaultSilence: SilenceLimits = { probeAfterMs: 5_000, giveUpAfterMs: 15_000 };

/**
 * Shakes hands over a fresh connection. Resolves as soon as the server has proven itself, so that the first request
 * travels together with this side's proof and costs one round trip; should the server refuse that proof, the first
 * request fails with the refusal.
 * Rejects with ERR_DPM_WIRE_VERSION, _NO_CREDENTIAL, _CREDENTIAL_REFUSED, _SERVER_NOT_PROVEN, _HANDSHAKE_DEADLINE,
 * _NOT_PMD or _CLOSED_BEFORE_HANDSHAKE, or with what the connection failed with, such as _TLS, and then has ended it.
 */
export function connect(connection: FrameConnection, options: ConnectOptions): Promise<Client> {
  const { clock = systemClock, timeoutMs = 5_000 } = options;
  const deadlines = createDeadlines(clock);
  const keepAlive = createKeepAlive(clock, options.keepAlive ?? defaultSilence);
  const { address } = connection.peer;
  const handshake: ClientHandshakeOptions = {
    client: options.client,
    token: options.token,
    credentialId: options.credentialId ?? "",
    nonce: crypto.getRandomValues(new Uint8Array(nonceBytes)),
    peer: connection.peer,
  };
  return new Promise((resolve, reject) => {
    const fail = (error: DpmError): void => {
      deadlines.clear();
      reader.stop();
      connection.destroy(error);
      reject(error);
    };
    // The handshake ends with Accepted, which comes after the client has been handed out.
    let failLate = fail;
    const late = deadlines.add(timeoutMs, () =>
      failLate(dpmError("ERR_DPM_WIRE_HANDSHAKE_DEADLINE", { address, timeoutMs })),
    );

    const take = (step: ClientStep): void => {
      if (step.kind === "failed") fail(step.error);
      if (step.kind !== "proven") return;
      const session = createClientSession({
        connection,
        welcome: step.welcome,
        deadlines,
        keepAlive,
        late,
      });
      reader.handOver(session);
      failLate = session.fail;
      if (step.reply !== undefined) connection.send(encodePdu(step.reply));
      resolve(session.client);
    };

    const reader = readFrames(connection, {
      frame: (frame) => take(nextClientStep(handshake, frame)),
      failed: (error) => fail(endBeforeWelcome(connection.peer, error)),
    });
    connection.send(encodePdu(toHello(handshake)));
  });
}
