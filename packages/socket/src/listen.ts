import { type DpmError, dpmError, isDpmError } from "@dpm/errors";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, Server as TlsServer, TLSSocket } from "node:tls";

import { acceptedPeer } from "./accepted-peer.ts";
import { type Address, formatAddress } from "./address.ts";
import { connectionError } from "./connection-error.ts";
import {
  createFrameConnection,
  type FrameConnection,
  largestFrameBytesBeforeProof,
} from "./frame-connection.ts";
import { listenError } from "./listen-error.ts";
import { secureContextOptions } from "./tls-credentials.ts";
import { keepAliveAfterMs, tuneSocket } from "./tune-socket.ts";
import { bindSocketFile, findSocketFile, type SocketFile } from "./unix-socket-file.ts";

/** What a TLS listener shows, and asks for; PEM text. */
export interface ListenerCertificate {
  readonly certificate: string;
  readonly key: string;
  /** The authority that has to have signed a client's certificate. Without it clients need none. */
  readonly clientCa?: string | undefined;
}

/** How to listen. */
export interface ListenOptions {
  /** Needed for a `tls` address, and meaningless for another. */
  readonly tls?: ListenerCertificate | undefined;
  /** How many connections are open at most; more are closed at once. Default 4096. */
  readonly maxConnections?: number;
  /** The mode of a Unix socket. Default 0600. */
  readonly socketMode?: number;
  /** The largest frame of a connection until setMaxFrameBytes says otherwise. Default 64 KiB. */
  readonly preAuthBytes?: number;
  /** Default 15 s. */
  readonly keepAliveMs?: number;
  /** How long a client may take for the TLS handshake. Default 5 s. */
  readonly tlsHandshakeMs?: number;
  /** A socket that listens at the address already, handed over by another program; nothing is bound then. */
  readonly descriptor?: number | undefined;
  /** Told of what went wrong with one client before there was a connection, or with accepting; listening goes on. */
  readonly onProblem?: (problem: DpmError) => void;
}

/** Something that listens. */
export interface Listener {
  /** Where it really listens: with the port that the system chose for port 0. */
  readonly address: Address;
  /** Shows another certificate to those who connect from now on. Throws ERR_DPM_WIRE_TLS_CREDENTIALS and keeps the old one when it is no good. Whether clients need a certificate stays as it was. */
  renewCertificate(tls: ListenerCertificate): void;
  /**
   * Stops listening here and keeps the socket for another program: who connects now waits until that accepts. Answers the
   * descriptor that `duplicate` has made of the socket's own; a socket file stays.
   */
  handOver(duplicate: (fd: number) => number): number;
  /** Stops listening. Connections that are open stay open. */
  close(): Promise<void>;
}

const defaultMaxConnections = 4096;
const defaultTlsHandshakeMs = 5000;

/**
 * Listens for connections. Fails with ERR_DPM_WIRE_ADDRESS_IN_USE, _ADDRESS_NOT_AVAILABLE, _LISTEN_NOT_PERMITTED,
 * _SOCKET_PATH_TOO_LONG, _SOCKET_PATH_TAKEN, _TLS_CREDENTIALS, and _LISTEN for the rest.
 */
export async function listen(
  address: Address,
  options: ListenOptions,
  onConnection: (connection: FrameConnection) => void,
): Promise<Listener> {
  const { onProblem } = options;
  const server = address.kind === "tls" ? openTls(address, options) : createServer();
  server.maxConnections = options.maxConnections ?? defaultMaxConnections;
  let actual = address;

  // Before it listens: a client of a Unix socket may be there as soon as the file is.
  server.on(address.kind === "tls" ? "secureConnection" : "connection", (socket: Socket) => {
    const refusal = options.tls?.clientCa === undefined ? undefined : clientRefusal(socket, actual);
    if (refusal !== undefined) {
      socket.destroy();
      onProblem?.(refusal);
      return;
    }
    tuneSocket(socket, options.keepAliveMs ?? keepAliveAfterMs);
    const maxFrameBytes = options.preAuthBytes ?? largestFrameBytesBeforeProof;
    onConnection(
      createFrameConnection(socket, { peer: acceptedPeer(socket, actual), maxFrameBytes }),
    );
  });
  server.on("tlsClientError", (error: Error, socket: Socket) => {
    onProblem?.(connectionError(acceptedPeer(socket, actual).address, error));
    socket.destroy();
  });
  server.on("drop", () => {
    const limit = server.maxConnections;
    onProblem?.(
      dpmError("ERR_DPM_WIRE_TOO_MANY_CONNECTIONS", { address: formatAddress(actual), limit }),
    );
  });

  const file = await start(server, address, options);
  let isHandedOver = false;
  actual = actualAddress(server, address);
  // accept(2) failed, with EMFILE for example: libuv closes the waiting connection, and the next one may work again.
  server.on("error", (error) => onProblem?.(listenError(actual, error)));

  return {
    address: actual,
    renewCertificate(tls) {
      if (server instanceof TlsServer) server.setSecureContext(tlsSettings(tls));
    },
    handOver(duplicate) {
      const kept = duplicate(descriptorOf(server));
      isHandedOver = true;
      server.close();
      return kept;
    },
    async close() {
      if (isHandedOver) return;
      server.close();
      await file?.remove();
    },
  };
}

async function start(
  server: Server,
  address: Address,
  options: ListenOptions,
): Promise<SocketFile | undefined> {
  try {
    if (options.descriptor !== undefined) {
      server.listen({ fd: options.descriptor });
      await once(server, "listening");
      return address.kind === "unix" ? await findSocketFile(address) : undefined;
    }
    if (address.kind === "unix")
      return await bindSocketFile(server, address, options.socketMode ?? 0o600);
    server.listen({ host: address.host, port: address.port });
    await once(server, "listening");
    return undefined;
  } catch (error) {
    if (isDpmError(error)) throw error;
    throw listenError(address, error instanceof Error ? error : new Error(String(error)));
  }
}

/** Node tells nobody the descriptor of a server, but in its handle. */
function descriptorOf(server: Server): number {
  const { _handle: handle }: { readonly _handle?: { readonly fd: number } | null } =
    server as object;
  return handle?.fd ?? -1;
}

function actualAddress(server: Server, address: Address): Address {
  const bound = server.address();
  return address.kind === "unix" || bound === null || typeof bound === "string"
    ? address
    : { ...address, port: bound.port };
}

/** Why a client of a listener with mutual TLS may not come in. */
function clientRefusal(socket: Socket, listening: Address): DpmError | undefined {
  if (socket instanceof TLSSocket && socket.authorized) return undefined;
  const { address } = acceptedPeer(socket, listening);
  const why = socket instanceof TLSSocket ? String(socket.authorizationError) : "no TLS";
  return dpmError("ERR_DPM_WIRE_TLS", {
    address,
    kind: "client-certificate",
    reason: `the client's certificate is missing or refused (${why})`,
  });
}

function tlsSettings(tls: ListenerCertificate): ReturnType<typeof secureContextOptions> {
  const { certificate, key, clientCa } = tls;
  return secureContextOptions({ certificate, key, ca: clientCa });
}

function openTls(address: Address, options: ListenOptions): TlsServer {
  const { tls } = options;
  if (tls === undefined) {
    const reason = `${formatAddress(address)} needs a certificate and a key`;
    throw dpmError("ERR_DPM_WIRE_TLS_CREDENTIALS", { what: "certificate", reason });
  }
  const mutual = tls.clientCa !== undefined;
  return createTlsServer({
    ...tlsSettings(tls),
    requestCert: mutual,
    // Node would end a client whose certificate is no good without a word to anybody: clientRefusal does it instead.
    rejectUnauthorized: false,
    handshakeTimeout: options.tlsHandshakeMs ?? defaultTlsHandshakeMs,
  });
}
