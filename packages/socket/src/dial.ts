import { type DpmError, dpmError } from "@dpm/errors";

import type { Address } from "./address.ts";
import { bun, type BunPlace } from "./bun-runtime.ts";
import type { ByteSocket } from "./byte-socket.ts";
import { dialWithBun } from "./dial-bun.ts";
import { dialError } from "./dial-error.ts";
import {
  createFrameConnection,
  type FrameConnection,
  largestFrameBytes,
} from "./frame-connection.ts";
import { whyBunFailed } from "./why-bun-failed.ts";
import { dialledPeer } from "./peer.ts";
import { assertSocketPathFits } from "./socket-path.ts";
import { keepAliveAfterMs } from "./tune-socket.ts";
import type { TlsCredentials } from "./tls-credentials.ts";

/** How to dial. */
export interface DialOptions {
  /** For everything: finding the name, connecting, the TLS handshake. */
  readonly timeoutMs: number;
  /** For `tls://` addresses: whom to trust, and the own certificate where the server asks for one. */
  readonly tls?: TlsCredentials & {
    /** The name that the server's certificate has to contain. Default: the host of the address. */
    readonly serverName?: string | undefined;
  };
  /** The largest frame to take. Default 4 MiB. */
  readonly maxFrameBytes?: number;
  /** How long a silent connection is left alone before TCP looks whether the peer is there. Default 15 s. */
  readonly keepAliveMs?: number;
}

/**
 * Connects to a server. Each way to fail has its own code: ERR_DPM_WIRE_CONNECT_REFUSED, _CONNECT_TIMEOUT,
 * _NAME_NOT_FOUND, _NAME_LOOKUP, _UNREACHABLE, _RESET, _TLS, _TLS_CREDENTIALS, _SOCKET_MISSING, _SOCKET_NOT_PERMITTED,
 * _SOCKET_PATH_TOO_LONG, and _CONNECT for the rest.
 */
export async function dial(address: Address, options: DialOptions): Promise<FrameConnection> {
  if (address.kind === "unix") assertSocketPathFits(address);
  const socket = await connectTo(address, {
    ...options,
    keepAliveMs: options.keepAliveMs ?? keepAliveAfterMs,
  });
  const maxFrameBytes = options.maxFrameBytes ?? largestFrameBytes;
  const peer = dialledPeer(address);
  if (address.kind !== "tls") return createFrameConnection(socket, { peer, maxFrameBytes });
  return createFrameConnection(socket, {
    peer,
    maxFrameBytes,
    closedInSilence: () => closedAfterHandshake(peer.address),
  });
}

async function connectTo(
  address: Address,
  options: DialOptions & { readonly keepAliveMs: number },
): Promise<ByteSocket> {
  const startedAt = performance.now();
  const place = placeForBun(address);
  if (bun !== undefined && place !== undefined) {
    const dialled = await dialWithBun(bun, place, options);
    if (dialled !== null) {
      if ("socket" in dialled) return dialled.socket;
      // Of a Unix socket it knows no reason at all.
      if ("port" in place) throw dialError(address, await whyBunFailed(bun, place, dialled));
    }
  }
  // Loaded when it is needed: under Bun these modules of Node take longer than a whole request.
  const { dialWithNode } = await import("./dial-node.ts");
  const remainingMs = Math.max(1, options.timeoutMs - (performance.now() - startedAt));
  return dialWithNode(address, { ...options, remainingMs });
}

/** Where Bun is to connect; nothing for TLS and for names, whose addresses Node tries in a better order. */
function placeForBun(address: Address): BunPlace | undefined {
  if (address.kind === "unix") return { unix: address.path };
  const isNumeric = /^[\d.]+$|:/u.test(address.host);
  return address.kind === "tcp" && isNumeric
    ? { hostname: address.host, port: address.port }
    : undefined;
}

/** With TLS 1.3 a client has finished its handshake before the server has looked at its certificate, and Node refuses one without an alert. */
function closedAfterHandshake(address: string): DpmError {
  const reason = "the other end closed the connection right after the handshake";
  return dpmError("ERR_DPM_WIRE_TLS", { address, kind: "closed-after-handshake", reason });
}
