import { randomUUID } from "node:crypto";

import type { Permission } from "@dpm/pdu";
import { createServer, type Handle } from "@dpm/rpc";
import {
  formatAddress,
  type FrameConnection,
  listen,
  type ListenerCertificate,
  parseAddress,
} from "@dpm/socket";
import { onTestFinished } from "vitest";

/** A server that answers as a test wants it to, over a real socket. */
export interface FakeServer {
  readonly address: string;
  /** How many connections were made. */
  connections(): number;
  /** Breaks every connection, without a goodbye. */
  breakConnections(): void;
  /** Stops listening and breaks every connection. */
  close(): Promise<void>;
}

/** How a fake server differs from the usual one. */
export interface FakeServerOptions {
  readonly address?: string;
  /** Asked of clients; none is asked for by default. */
  readonly token?: string;
  readonly permission?: Permission;
  readonly capabilities?: readonly string[];
  /** Needed for a `tls` address. */
  readonly tls?: ListenerCertificate;
}

/** Starts a fake server on a free port of loopback; it ends with the test. */
export async function fakeServer(
  handle: Handle,
  options: FakeServerOptions = {},
): Promise<FakeServer> {
  const server = createServer({
    identity: {
      server: "pmd 9.9.9",
      instanceId: randomUUID(),
      bootId: "boot",
      generation: 1,
      ...(options.capabilities === undefined ? {} : { capabilities: options.capabilities }),
    },
    handle,
    log: () => {},
  });
  const open = new Set<FrameConnection>();
  let count = 0;
  const token = new TextEncoder().encode(options.token ?? defaultToken);
  const listener = await listen(
    parseAddress(options.address ?? "127.0.0.1:0"),
    options.tls === undefined ? {} : { tls: options.tls },
    (connection) => {
      count += 1;
      open.add(connection);
      const isUnix = connection.peer.kind === "unix";
      server.accept(connection, {
        authentication: isUnix ? { kind: "none" } : { kind: "token", token },
        permission: options.permission ?? "admin",
      });
    },
  );
  const breakConnections = (): void => {
    for (const connection of open) connection.destroy();
    open.clear();
  };
  const close = async (): Promise<void> => {
    const closed = listener.close();
    breakConnections();
    await server.close();
    await closed;
  };
  onTestFinished(close);
  return {
    address: formatAddress(listener.address),
    connections: () => count,
    breakConnections,
    close,
  };
}

/** The token of a fake server that names no other. */
export const defaultToken = "A".repeat(43);
