/*
 * One connection of a server, from its first byte to its end:
 *
 *   shaking-hands ──proven──► serving ──drain──► serving what runs ──► ending ──► ended
 *         └───────wrong, too late, crowded out──────────────────────►
 *
 * Each request is an Answer of its own, so that none waits for another. Whatever goes wrong here ends this
 * connection and no other.
 */
import { randomBytes } from "node:crypto";

import { type DpmError, dpmError, isDpmError } from "@dpm/errors";
import {
  decodePdu,
  encodePdu,
  errorToPdu,
  type Frame,
  type FrameInit,
  interfaceVersion,
  requestLimits,
} from "@dpm/pdu";
import type { FrameConnection } from "@dpm/socket";

import type { Deadline, Deadlines } from "../deadlines.ts";
import { endConnection } from "../end-connection.ts";
import type { GuessDelay } from "../handshake/guess-delay.ts";
import { nonceBytes } from "../handshake/proof.ts";
import { createServerHandshake, type ServerStep } from "../handshake/server-handshake.ts";
import type { KeepAlive, Watched } from "../keep-alive.ts";
import type { AcceptTerms, ServerIdentity } from "./accept-terms.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { createOpenRequests, type OpenRequests } from "./open-requests.ts";
import { createOutbox } from "./outbox.ts";
import type { ServerEvent } from "./server-event.ts";
import type { ServerLimits } from "./server-limits.ts";

/** What the sessions of one server share. */
export interface SessionShared {
  readonly identity: ServerIdentity;
  readonly capabilities: readonly string[];
  readonly dispatcher: Dispatcher;
  readonly deadlines: Deadlines;
  readonly keepAlive: KeepAlive;
  readonly guessDelay: GuessDelay;
  readonly limits: ServerLimits;
  readonly log: (event: ServerEvent) => void;
}

/** What a session tells its server, each at most once. */
export interface SessionListener {
  /** The handshake is over, well or not. */
  settled(): void;
  /** The connection is no more. */
  ended(): void;
}

/** One connection of a server. */
export interface Session {
  /** Begins to listen to the client. */
  start(): void;
  /** Ends it once no request is open any more. */
  drain(): void;
  /** Ends it, and every request of it, with an error that the client gets. */
  end(error: DpmError): void;
  /** Ends it at once. */
  cut(error: DpmError): void;
}

type Phase =
  | { readonly kind: "shaking-hands" }
  | { readonly kind: "serving"; readonly requests: OpenRequests; readonly unwatch: () => void }
  | { readonly kind: "ending" }
  | { readonly kind: "ended" };

/** Serves a connection until it ends. */
export function createSession(
  connection: FrameConnection,
  terms: AcceptTerms,
  { shared, listener }: { readonly shared: SessionShared; readonly listener: SessionListener },
): Session {
  const { identity, dispatcher, deadlines, limits, log } = shared;
  const peer = connection.peer.address;
  let phase: Phase = { kind: "shaking-hands" };
  let refusal: DpmError | undefined;
  let heard: { heard: boolean } = { heard: false };
  let goodbye: Deadline | undefined;

  const handshake = createServerHandshake({
    introduction: {
      server: identity.server,
      capabilities: shared.capabilities,
      instanceId: identity.instanceId,
      bootId: identity.bootId,
      generation: identity.generation,
    },
    authentication: terms.authentication,
    permission: terms.permission,
    nonce: randomBytes(nonceBytes),
    address: peer,
  });

  const outbox = createOutbox(connection, { deadlines, limits, onSlow: (error) => cut(error) });
  const send = (frame: FrameInit): void => outbox.send(encodePdu(frame));

  const late = deadlines.add(limits.handshakeMs, () =>
    refuse(
      dpmError("ERR_DPM_WIRE_HANDSHAKE_DEADLINE", {
        address: identity.server,
        timeoutMs: limits.handshakeMs,
      }),
    ),
  );

  const settle = (): void => {
    deadlines.remove(late);
    listener.settled();
  };

  /** Leaves the current phase; the requests get what `stop` does to them. */
  const leave = (next: Phase, stop: (requests: OpenRequests) => void): void => {
    const before = phase;
    phase = next;
    if (before.kind === "shaking-hands") settle();
    if (before.kind !== "serving") return;
    before.unwatch();
    stop(before.requests);
  };

  const finish = (error: DpmError | undefined): void => {
    if (phase.kind === "ended") return;
    const why = error ?? refusal;
    const lost = dpmError(
      "ERR_DPM_WIRE_CONNECTION_LOST",
      { address: peer, why: error?.message ?? "it was closed" },
      error,
    );
    leave({ kind: "ended" }, (requests) => requests.abandonAll("lost", lost));
    outbox.close();
    if (goodbye !== undefined) deadlines.remove(goodbye);
    const level =
      why === undefined ? "debug" : why.category === "invalid-argument" ? "warn" : "info";
    log({
      kind: "ended",
      level,
      message: toEndMessage(peer, why),
      peer,
      ...(why === undefined ? {} : { error: why }),
    });
    listener.ended();
  };

  const cut = (error: DpmError): void => {
    connection.destroy(error);
    finish(error);
  };

  /** Tells the client why it is not served, and ends the connection. */
  const refuse = (error: DpmError, delayMs = 0): void => {
    const wasServing = phase.kind === "serving";
    leave({ kind: "ending" }, (requests) => requests.abandonAll("lost", error));
    refusal = error;
    if (!wasServing)
      log({
        kind: "refused",
        level: "warn",
        message: `${peer} was refused: ${error.message}`,
        peer,
        error,
      });
    const tell = (): void => {
      if (phase.kind === "ended") return;
      send({ refused: { error: errorToPdu(error), version: interfaceVersion } });
      sayGoodbye();
    };
    if (delayMs === 0) tell();
    else deadlines.add(delayMs, tell);
  };

  const serve = (client: string): void => {
    const watched: Watched = {
      heard: true,
      probe: () => send({ keepAlive: {} }),
      giveUp: (silentMs) => cut(dpmError("ERR_DPM_WIRE_PEER_SILENT", { address: peer, silentMs })),
    };
    const caller = { actor: `${client} from ${peer}`, address: peer, permission: terms.permission };
    const requests = createOpenRequests({
      caller,
      dispatcher,
      outbox,
      deadlines,
      server: identity.server,
      limits,
    });
    connection.setMaxFrameBytes(limits.frameBytes);
    heard = watched;
    phase = { kind: "serving", requests, unwatch: shared.keepAlive.watch(watched) };
    settle();
    log({
      kind: "accepted",
      level: "debug",
      message: `${caller.actor} was let in to ${terms.permission}`,
      peer,
    });
  };

  const shakeHands = (step: ServerStep): void => {
    switch (step.kind) {
      case "refused":
        return refuse(step.error, step.guessed ? shared.guessDelay.nextDelayMs(peer) : 0);
      case "accepted":
        for (const reply of step.replies) send(reply);
        return serve(step.client);
      case "waiting":
        for (const reply of step.replies) send(reply);
        return undefined;
    }
  };

  const receive = (frame: Frame): void => {
    if (phase.kind === "shaking-hands") return shakeHands(handshake.receive(frame));
    if (phase.kind !== "serving") return;
    if (frame.body === "keepAlive") {
      if (!frame.keepAlive.reply) send({ keepAlive: { reply: true } });
      return;
    }
    const what = phase.requests.receive(frame);
    if (what !== undefined) refuse(dpmError("ERR_DPM_WIRE_PROTOCOL", { address: peer, what }));
  };

  const receiveBytes = (bytes: Uint8Array): void => {
    if (phase.kind === "ending" || phase.kind === "ended") return;
    heard.heard = true;
    try {
      receive(decodePdu(bytes, requestLimits));
    } catch (thrown) {
      // Nothing of one connection may reach the event loop, where it would end the program.
      const nobody = { actor: peer, address: peer, permission: terms.permission };
      refuse(isDpmError(thrown) ? thrown : dispatcher.toIncident(thrown, nobody));
    }
  };

  const sayGoodbye = (): void => {
    goodbye ??= endConnection(connection, deadlines);
  };

  return {
    start: () => {
      connection.setMaxFrameBytes(limits.preAuthFrameBytes);
      connection.receive({ frame: receiveBytes, closed: finish });
    },
    drain: () => {
      if (phase.kind === "shaking-hands") refuse(dpmError("ERR_DPM_WIRE_SERVER_CLOSING", {}));
      else if (phase.kind === "serving") phase.requests.drain(sayGoodbye);
    },
    end: (error) => {
      if (phase.kind === "shaking-hands") return refuse(error);
      if (phase.kind !== "serving") return;
      leave({ kind: "ending" }, (requests) => requests.failAll(error));
      sayGoodbye();
    },
    cut,
  };
}

function toEndMessage(peer: string, error: DpmError | undefined): string {
  return error === undefined
    ? `${peer} left`
    : `the connection of ${peer} was ended: ${error.message}`;
}
