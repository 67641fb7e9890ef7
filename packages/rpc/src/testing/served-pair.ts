import { randomBytes } from "node:crypto";
import { once } from "node:events";

import type { Result, ResultInit } from "@dpm/pdu";
import type { FrameConnection } from "@dpm/socket";

import type { Client } from "../client/client.ts";
import { connect, type ConnectOptions } from "../client/connect.ts";
import type { AcceptTerms } from "../server/accept-terms.ts";
import type { Handle } from "../server/dispatcher.ts";
import { createServer, type Server, type ServerOptions } from "../server/server.ts";
import type { ServerEvent } from "../server/server-event.ts";
import { createConnectionPair, type ConnectionPairOptions } from "./connection-pair.ts";

/** A token that both sides of a test know. */
export const testToken: Uint8Array = randomBytes(32);

/** A server with its log in hand. */
export interface TestServer {
  readonly server: Server;
  readonly events: ServerEvent[];
  /** A connection to it that nothing has been sent over. */
  readonly dial: (terms?: Partial<AcceptTerms>, pair?: ConnectionPairOptions) => FrameConnection;
  /** A client of it. */
  readonly connect: (
    options?: Partial<ConnectOptions>,
    terms?: Partial<AcceptTerms>,
  ) => Promise<Client>;
}

/** Serves a handler in memory. */
export function serveInMemory(handle: Handle, options: Partial<ServerOptions> = {}): TestServer {
  const events: ServerEvent[] = [];
  const identity = { server: "pmd 1.2.3", instanceId: "instance", bootId: "boot", generation: 7 };
  const server = createServer({ identity, handle, log: (event) => events.push(event), ...options });
  const dial = (
    terms: Partial<AcceptTerms> = {},
    pairOptions: ConnectionPairOptions = {},
  ): FrameConnection => {
    const pair = createConnectionPair(pairOptions);
    server.accept(pair.server, {
      authentication: { kind: "token", token: testToken },
      permission: "admin",
      ...terms,
    });
    return pair.client;
  };
  return {
    server,
    events,
    dial,
    connect: (connectOptions, terms) =>
      connect(dial(terms), { client: "test 0", token: testToken, ...connectOptions }),
  };
}

/** The shortest result that names itself. */
export function line(text: string): ResultInit {
  return { log: { stream: "stdout", data: Buffer.from(text) } };
}

/** What `line` made a result of. */
export function textOf(result: Result): string {
  return result.payload === "log" ? Buffer.from(result.log.data).toString() : "";
}

/** The texts of an answer that is made of lines. */
export async function collectTexts(results: AsyncIterable<Result>): Promise<string[]> {
  return (await collect(results)).map(textOf);
}

/** Rejects with the signal's reason once it aborts. */
export async function untilAborted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, "abort");
  signal.throwIfAborted();
  throw new Error("aborted without being so");
}

/** Lets everything that is under way in memory arrive, there and back. */
export async function deliverAll(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Everything that an answer holds. */
export async function collect(results: AsyncIterable<Result>): Promise<Result[]> {
  const all: Result[] = [];
  for await (const result of results) all.push(result);
  return all;
}
