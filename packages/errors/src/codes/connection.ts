import type { CodeEntry } from "../code-entry.ts";

/** A place to dial or to listen at. */
interface Place {
  readonly address: string;
}

interface Details {
  readonly ERR_DPM_WIRE_ADDRESS: { readonly text: string; readonly why: string };
  readonly ERR_DPM_WIRE_CONNECT_REFUSED: Place;
  readonly ERR_DPM_WIRE_CONNECT_TIMEOUT: Place & { readonly timeoutMs: number };
  readonly ERR_DPM_WIRE_NAME_NOT_FOUND: Place & { readonly host: string };
  readonly ERR_DPM_WIRE_NAME_LOOKUP: Place & { readonly host: string; readonly errno: string };
  readonly ERR_DPM_WIRE_UNREACHABLE: Place & { readonly errno: string };
  readonly ERR_DPM_WIRE_RESET: Place;
  readonly ERR_DPM_WIRE_TLS: Place & { readonly reason: string; readonly kind: TlsFailure };
  readonly ERR_DPM_WIRE_TLS_CREDENTIALS: { readonly what: string; readonly reason: string };
  readonly ERR_DPM_WIRE_SOCKET_MISSING: Place;
  readonly ERR_DPM_WIRE_SOCKET_NOT_PERMITTED: Place;
  readonly ERR_DPM_WIRE_CONNECT: Place & { readonly errno: string };
  readonly ERR_DPM_WIRE_ADDRESS_IN_USE: Place;
  readonly ERR_DPM_WIRE_ADDRESS_NOT_AVAILABLE: Place;
  readonly ERR_DPM_WIRE_LISTEN_NOT_PERMITTED: Place;
  readonly ERR_DPM_WIRE_SOCKET_PATH_TOO_LONG: Place & {
    readonly bytes: number;
    readonly limitBytes: number;
  };
  readonly ERR_DPM_WIRE_SOCKET_PATH_TAKEN: Place;
  readonly ERR_DPM_WIRE_LISTEN: Place & { readonly errno: string };
  readonly ERR_DPM_WIRE_TOO_MANY_CONNECTIONS: Place & { readonly limit: number };
}

/** What went wrong between two ends of TLS. */
type TlsFailure =
  | "self-signed"
  | "unknown-authority"
  | "expired"
  | "not-yet-valid"
  | "wrong-name"
  | "wrong-purpose"
  | "plaintext-server"
  | "client-certificate"
  | "closed-after-handshake"
  | "version"
  | "other";

const tlsHints: Readonly<Record<TlsFailure, string>> = {
  "self-signed": "Give the server's certificate, or the authority that signed it, with --ca FILE.",
  "unknown-authority": "Give the authority that signed the server's certificate with --ca FILE.",
  expired: "Renew the certificate, and see whether both clocks are right.",
  "not-yet-valid": "See whether both clocks are right.",
  "wrong-name":
    "Use a name that the server's certificate contains, or renew the certificate with this name.",
  "wrong-purpose":
    "The server needs a certificate made for servers, and a client one made for clients.",
  "plaintext-server":
    "The port does not speak TLS: leave tls:// out if that is meant, or use the server's TLS port.",
  "client-certificate":
    "The server asks for a client certificate: give one that its authority signed with --certificate FILE and --key FILE.",
  "closed-after-handshake":
    "If the server asks for a client certificate, give one that its authority signed with --certificate FILE and --key FILE; its log says why it refused.",
  version: "Both sides need TLS 1.3.",
  other: "See whether the port is a TLS port of pmd.",
};

const startOrName = (): string =>
  "Start pmd with `pmd --config FILE --daemon`, or name another server with --server or PMC_SERVER.";

/** Errors of addresses, of dialling and of listening. */
export const connectionCodes: { readonly [C in keyof Details]: CodeEntry<Details[C]> } = {
  ERR_DPM_WIRE_ADDRESS: {
    category: "invalid-argument",
    message: ({ text, why }) => `"${text}" is not an address: ${why}`,
    hint: () => "Write host:port, [::1]:port, tls://host:port or unix:/path.",
  },
  ERR_DPM_WIRE_CONNECT_REFUSED: {
    category: "unavailable",
    message: ({ address }) => `nothing listens at ${address}: the connection was refused`,
    hint: startOrName,
  },
  ERR_DPM_WIRE_CONNECT_TIMEOUT: {
    category: "deadline-exceeded",
    message: ({ address, timeoutMs }) => `no connection to ${address} within ${timeoutMs / 1000} s`,
    hint: () =>
      "See whether the machine is up and no firewall drops the packets, or give more time with --timeout.",
  },
  ERR_DPM_WIRE_NAME_NOT_FOUND: {
    category: "unavailable",
    message: ({ host }) => `the host name ${host} was not found`,
    hint: () => "See whether the name is spelled right, or use the IP address.",
  },
  ERR_DPM_WIRE_NAME_LOOKUP: {
    category: "unavailable",
    message: ({ host, errno }) => `the host name ${host} could not be looked up (${errno})`,
    hint: () => "See whether the machine's name service works, or use the IP address.",
  },
  ERR_DPM_WIRE_UNREACHABLE: {
    category: "unavailable",
    message: ({ address, errno }) => `there is no way to ${address} (${errno})`,
    hint: () => "See whether this machine's network is up and the address is right.",
  },
  ERR_DPM_WIRE_RESET: {
    category: "unavailable",
    message: ({ address }) => `the other end reset the connection with ${address}`,
    hint: () => "See in the server's log why, and try again.",
  },
  ERR_DPM_WIRE_TLS: {
    category: "unavailable",
    message: ({ address, reason }) => `TLS with ${address} failed: ${reason}`,
    hint: ({ kind }) => tlsHints[kind],
  },
  ERR_DPM_WIRE_TLS_CREDENTIALS: {
    category: "configuration",
    message: ({ what, reason }) => `the TLS ${what} cannot be used: ${reason}`,
    hint: () => "Give a certificate and the private key that belongs to it, both in PEM form.",
  },
  ERR_DPM_WIRE_SOCKET_MISSING: {
    category: "unavailable",
    message: ({ address }) => `there is no socket at ${address}`,
    hint: startOrName,
  },
  ERR_DPM_WIRE_SOCKET_NOT_PERMITTED: {
    category: "permission-denied",
    message: ({ address }) => `the socket ${address} may not be used by this user`,
    hint: () => "Run the command as the user that pmd runs as.",
  },
  ERR_DPM_WIRE_CONNECT: {
    category: "unavailable",
    message: ({ address, errno }) => `no connection to ${address} (${errno})`,
  },
  ERR_DPM_WIRE_ADDRESS_IN_USE: {
    category: "already-exists",
    message: ({ address }) => `another program listens at ${address} already`,
    hint: () => "End the other program, or choose another address with --listen.",
  },
  ERR_DPM_WIRE_ADDRESS_NOT_AVAILABLE: {
    category: "configuration",
    message: ({ address }) => `this machine has no address ${address} to listen at`,
    hint: () => "Listen at 127.0.0.1, or at an address that one of the machine's interfaces has.",
  },
  ERR_DPM_WIRE_LISTEN_NOT_PERMITTED: {
    category: "permission-denied",
    message: ({ address }) => `this user may not listen at ${address}`,
    hint: () => "Choose a port above 1023, or a directory that this user may write.",
  },
  ERR_DPM_WIRE_SOCKET_PATH_TOO_LONG: {
    category: "configuration",
    message: ({ address, bytes, limitBytes }) =>
      `the path of the socket ${address} has ${bytes} bytes and the system allows ${limitBytes}`,
    hint: () => "Choose a shorter directory with --runtime-dir.",
  },
  ERR_DPM_WIRE_SOCKET_PATH_TAKEN: {
    category: "already-exists",
    message: ({ address }) => `${address} exists and is not a socket, so it is left alone`,
    hint: () => "Move the file away, or choose another path.",
  },
  ERR_DPM_WIRE_LISTEN: {
    category: "unavailable",
    message: ({ address, errno }) => `cannot listen at ${address} (${errno})`,
  },
  ERR_DPM_WIRE_TOO_MANY_CONNECTIONS: {
    category: "resource-exhausted",
    message: ({ address, limit }) => `${address} has its ${limit} connections already`,
    hint: () => "Close some clients, or raise maxConnections.",
  },
};
