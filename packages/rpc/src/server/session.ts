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

import type { Deadline } from "../deadlines.ts";
import { endConnection } from "../end-connection.ts";
import { nonceBytes } from "../handshake/proof.ts";
import { toPrintable } from "../printable.ts";
import { createServerHandshake, type ServerStep } from "../handshake/server-handshake.ts";
import type { Watched } from "../keep-alive.ts";
import type { AcceptTerms } from "./accept-terms.ts";
import { createOpenRequests, type OpenRequests } from "./open-requests.ts";
import { createOutbox } from "./outbox.ts";
import type { ServerEvent } from "./server-event.ts";
import type { SessionListener, SessionShared } from "./session-shared.ts";

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

  /** Leaves the current phase; the requests get what `stop` does to them. */
  const leave = (next: Phase, stop: (requests: OpenRequests) => void): void => {
    const before = phase;
    phase = next;
    deadlines.remove(late);
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
    const wasServing = phase.kind === "serving";
    leave({ kind: "ended" }, (requests) => requests.abandonAll("lost", lost));
    outbox.close();
    if (goodbye !== undefined) deadlines.remove(goodbye);
    log(toEndEvent(peer, why, wasServing));
    listener.settled();
    listener.ended();
  };

  const cut = (error: DpmError): void => {
    connection.destroy(error);
    finish(error);
  };

  /** Tells the client why it is not served, and ends the connection. */
  const refuse = (error: DpmError, delayMs = 0): void => {
    leave({ kind: "ending" }, (requests) => requests.abandonAll("lost", error));
    refusal = error;
    log({
      kind: "refused",
      level: "warn",
      message: `${peer} was refused: ${error.message}`,
      peer,
      error,
    });
    const tell = (): void => {
      if (phase.kind === "ended") return;
      listener.settled();
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
    const { clientCertificate } = connection.peer;
    const who =
      clientCertificate === undefined ? client : `${client} as ${toPrintable(clientCertificate)}`;
    const caller = { actor: `${who} from ${peer}`, address: peer, permission: terms.permission };
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
    deadlines.remove(late);
    listener.settled();
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
      // One whose refusal is held back has nothing to wait for.
      if (phase.kind === "ending" && goodbye === undefined) return cut(error);
      if (phase.kind !== "serving") return undefined;
      leave({ kind: "ending" }, (requests) => requests.failAll(error));
      return sayGoodbye();
    },
    cut,
  };
}

/** Who was never let in has been logged as refused, if there was anything to say. */
function toEndEvent(peer: string, error: DpmError | undefined, wasServing: boolean): ServerEvent {
  if (error === undefined) return { kind: "ended", level: "debug", message: `${peer} left`, peer };
  const message = `the connection of ${peer} was ended: ${error.message}`;
  return { kind: "ended", level: wasServing ? "info" : "debug", message, peer, error };
}
