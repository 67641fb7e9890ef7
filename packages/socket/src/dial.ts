import { type DpmError, dpmError } from "@dpm/errors";
import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { checkServerIdentity, connect as connectTls, type ConnectionOptions } from "node:tls";

import { type Address, formatAddress, type HostAddress } from "./address.ts";
import { dialError } from "./dial-error.ts";
import {
  createFrameConnection,
  type FrameConnection,
  largestFrameBytes,
} from "./frame-connection.ts";
import { dialledPeer } from "./peer.ts";
import { assertSocketPathFits } from "./socket-path.ts";
import { keepAliveAfterMs, tuneSocket } from "./tune-socket.ts";
import { secureContextOptions, type TlsCredentials } from "./tls-credentials.ts";

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
  const socket = address.kind === "tls" ? openTls(address, options) : openPlain(address);
  const { timeoutMs } = options;
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    socket.destroy(new Error("the time is up"));
  }, timeoutMs);
  try {
    await once(socket, address.kind === "tls" ? "secureConnect" : "connect");
  } catch (error) {
    socket.destroy();
    if (timedOut)
      throw dpmError("ERR_DPM_WIRE_CONNECT_TIMEOUT", {
        address: formatAddress(address),
        timeoutMs,
      });
    throw dialError(address, error instanceof Error ? error : new Error(String(error)));
  } finally {
    clearTimeout(timer);
  }
  tuneSocket(socket, options.keepAliveMs ?? keepAliveAfterMs);
  const maxFrameBytes = options.maxFrameBytes ?? largestFrameBytes;
  const peer = dialledPeer(address);
  if (address.kind !== "tls") return createFrameConnection(socket, { peer, maxFrameBytes });
  return createFrameConnection(socket, {
    peer,
    maxFrameBytes,
    closedInSilence: () => closedAfterHandshake(peer.address),
  });
}

/** With TLS 1.3 a client has finished its handshake before the server has looked at its certificate, and Node refuses one without an alert. */
function closedAfterHandshake(address: string): DpmError {
  const reason = "the other end closed the connection right after the handshake";
  return dpmError("ERR_DPM_WIRE_TLS", { address, kind: "closed-after-handshake", reason });
}

function openPlain(address: Address): Socket {
  return address.kind === "unix"
    ? connect({ path: address.path })
    : connect({ host: address.host, port: address.port });
}

function openTls(address: HostAddress, options: DialOptions): Socket {
  const { serverName, ...credentials } = options.tls ?? {};
  const name = serverName ?? address.host;
  const settings: ConnectionOptions = {
    ...secureContextOptions(credentials),
    host: address.host,
    port: address.port,
    rejectUnauthorized: true,
    // An IP address is compared with the certificate too, but may not be sent as a name.
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(serverName === undefined
      ? {}
      : {
          checkServerIdentity: (_host, certificate) => checkServerIdentity(serverName, certificate),
        }),
  };
  return connectTls(settings);
}
