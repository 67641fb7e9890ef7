import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";

import { type Address, formatAddress, isLoopback } from "./address.ts";
import type { Peer } from "./peer.ts";

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

function commonName(socket: TLSSocket): string {
  const certificate = socket.getPeerCertificate();
  const names = certificate.subject.CN;
  return (Array.isArray(names) ? names[0] : names) ?? certificate.fingerprint256;
}
