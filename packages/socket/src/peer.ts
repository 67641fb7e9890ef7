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

/** The peer of a connection that was dialled. */
export function dialledPeer(address: Address): Peer {
  return { address: formatAddress(address), kind: address.kind, loopback: isLoopback(address) };
}
