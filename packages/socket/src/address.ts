import { dpmError } from "@dpm/errors";
import type * as Net from "node:net";

/** A TCP address, plain or with TLS. The host is a name or an IP address, without brackets. */
export interface HostAddress {
  readonly kind: "tcp" | "tls";
  readonly host: string;
  readonly port: number;
}

/** The path of a Unix socket, absolute. */
export interface UnixAddress {
  readonly kind: "unix";
  readonly path: string;
}

/** Where to dial or listen. */
export type Address = HostAddress | UnixAddress;

/** Where pmd listens and pmc looks when nobody says otherwise. */
export const defaultAddress: HostAddress = { kind: "tcp", host: "127.0.0.1", port: 8988 };

const tlsScheme = "tls://";
const unixScheme = "unix:";

/** Reads `host:port`, `[::1]:port`, `tls://host:port` or `unix:/path`. Throws ERR_DPM_WIRE_ADDRESS. */
export function parseAddress(text: string): Address {
  if (text.startsWith(unixScheme)) return { kind: "unix", path: parsePath(text) };
  return text.startsWith(tlsScheme)
    ? { kind: "tls", ...parseHostAndPort(text.slice(tlsScheme.length), text) }
    : { kind: "tcp", ...parseHostAndPort(text, text) };
}

/** The text that {@link parseAddress} reads back. */
export function formatAddress(address: Address): string {
  if (address.kind === "unix") return unixScheme + address.path;
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return `${address.kind === "tls" ? tlsScheme : ""}${host}:${address.port}`;
}

/** Whether only this machine can be at the other end: a Unix socket, 127.0.0.0/8, ::1 or the name localhost. */
export function isLoopback(address: Address): boolean {
  return address.kind === "unix" || isLoopbackHost(address.host);
}

/** Whether a host is this machine's loopback, also as an IPv4 address written as IPv6. */
export function isLoopbackHost(host: string): boolean {
  if (dottedQuad.test(host)) return host.startsWith("127.");
  if (!host.includes(":")) return host.toLowerCase() === "localhost";
  const { BlockList, isIPv6 } = net();
  const loopback = new BlockList();
  loopback.addSubnet("127.0.0.0", 8, "ipv4");
  loopback.addAddress("::1", "ipv6");
  return isIPv6(host) && loopback.check(host, "ipv6");
}

const dottedQuad = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/u;

// Not imported, since only IPv6 needs it, and it takes longer to load than a request to a pmd of this machine.
function net(): typeof Net {
  return process.getBuiltinModule("node:net");
}

function refuse(text: string, why: string): Error {
  return dpmError("ERR_DPM_WIRE_ADDRESS", { text, why });
}

function parsePath(text: string): string {
  const path = text.slice(unixScheme.length);
  if (!path.startsWith("/")) throw refuse(text, "the path of a socket has to start with /");
  if (path.includes("\0")) throw refuse(text, "a path cannot contain a zero byte");
  if (path.endsWith("/")) throw refuse(text, "the path of a socket cannot end with /");
  return path;
}

function parseHostAndPort(
  rest: string,
  text: string,
): { readonly host: string; readonly port: number } {
  const bracketed = /^\[(?<host>[^\]]*)\]:(?<port>.*)$/s.exec(rest)?.groups;
  if (bracketed !== undefined) {
    const { host = "", port = "" } = bracketed;
    if (!net().isIPv6(host)) throw refuse(text, `[${host}] is not an IPv6 address`);
    return { host, port: parsePort(port, text) };
  }
  const colon = rest.lastIndexOf(":");
  if (rest === "" || colon === -1) throw refuse(text, "the port is missing");
  const host = rest.slice(0, colon);
  if (host === "") throw refuse(text, "the host is missing");
  if (host.includes(":")) throw refuse(text, "an IPv6 address is written in brackets");
  // What a name may be is for the resolver to say; these would only come from a mistyped URL or path.
  if (/[\s/@?#[\]\\]|\p{Cc}/u.test(host)) throw refuse(text, `"${host}" is not a host name`);
  return { host, port: parsePort(rest.slice(colon + 1), text) };
}

function parsePort(port: string, text: string): number {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw refuse(text, `"${port}" is not a port between 0 and 65535`);
  return Number(port);
}
