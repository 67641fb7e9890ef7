import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";

import { type Address, formatAddress, isLoopback } from "./address.ts";

/** Who is at the other end. */
export interface Peer {
  /** For people and logs, in the form of an address. A client of a Unix socket has the socket's own. */
  readonly address: string;
  readonly kind: "tcp" | "tls" | "unix";
  /** Whether it is on this machine. */
  readonly loopback: boolean;
  /** The common name in the client certificate that was verified, on the server's side of mutual TLS. */
  readonly clientCertificate?: string;
}

/** The peer of an accepted connection. `listening` is where it was accepted. */
export function acceptedPeer(socket: Socket, listening: Address): Peer {
  if (listening.kind === "unix")
    return { address: formatAddress(listening), kind: "unix", loopback: true };
  const { kind } = listening;
  // Both are missing when the client has gone already.
  const from: Address = {
    kind,
    host: socket.remoteAddress ?? "gone",
    port: socket.remotePort ?? 0,
  };
  const name = socket instanceof TLSSocket && socket.authorized ? commonName(socket) : undefined;
  return {
    address: formatAddress(from),
    kind,
    loopback: isLoopback(from),
    ...(name === undefined ? {} : { clientCertificate: name }),
  };
}

/** The peer of a connection that was dialled. */
export function dialledPeer(address: Address): Peer {
  return { address: formatAddress(address), kind: address.kind, loopback: isLoopback(address) };
}

function commonName(socket: TLSSocket): string {
  const certificate = socket.getPeerCertificate();
  const names = certificate.subject.CN;
  return (Array.isArray(names) ? names[0] : names) ?? certificate.fingerprint256;
}
