import type { CodeEntry } from "../code-entry.ts";

/** A peer, by its address. */
interface Peer {
  readonly address: string;
}

interface Details {
  readonly ERR_DPM_WIRE_VERSION: Peer & {
    readonly client: string;
    readonly server: string;
    readonly upgrade: "client" | "server";
  };
  readonly ERR_DPM_WIRE_NO_CREDENTIAL: Peer;
  readonly ERR_DPM_WIRE_CREDENTIAL_REFUSED: Peer;
  readonly ERR_DPM_WIRE_SERVER_NOT_PROVEN: Peer & { readonly why: string };
  readonly ERR_DPM_WIRE_HANDSHAKE_DEADLINE: Peer & { readonly timeoutMs: number };
  readonly ERR_DPM_WIRE_HANDSHAKE_CROWDED: Peer;
  readonly ERR_DPM_WIRE_CLOSED_BEFORE_HANDSHAKE: Peer & {
    readonly how: string;
    readonly kind: Transport;
  };
  readonly ERR_DPM_WIRE_NOT_PMD: Peer & { readonly why: string; readonly speaks: Spoken };
  readonly ERR_DPM_WIRE_PROTOCOL: Peer & { readonly what: string };
}

type Transport = "tcp" | "tls" | "unix";

const closedHints: Readonly<Record<Transport, (address: string) => string>> = {
  tcp: (address) =>
    `If it listens for TLS, name it as tls://${address}; otherwise its log says why it closed.`,
  tls: () =>
    "If it asks for a client certificate, give one that its authority signed with --certificate FILE and --key FILE; otherwise its log says why it closed.",
  unix: () => "The server's log says why it closed.",
};

/** What a peer that is no pmd was found to speak. */
type Spoken = "tls" | "unknown";

const foreignHints: Readonly<Record<Spoken, (address: string) => string>> = {
  tls: (address) => `The port is one for TLS: name it as tls://${address}.`,
  unknown: () =>
    "Check the port: pmd's default is 8988. Name another server with --server or PMC_SERVER.",
};

/** Errors between the first byte of a connection and the first request. */
export const handshakeCodes: { readonly [C in keyof Details]: CodeEntry<Details[C]> } = {
  ERR_DPM_WIRE_VERSION: {
    category: "version-mismatch",
    message: ({ address, client, server }) =>
      `the client speaks interface ${client} and the server at ${address} speaks ${server}`,
    hint: ({ upgrade }) =>
      upgrade === "server"
        ? "Upgrade the server (pmd) to the client's version."
        : "Upgrade the client (pmc) to the server's version.",
  },
  ERR_DPM_WIRE_NO_CREDENTIAL: {
    category: "permission-denied",
    message: ({ address }) => `the server at ${address} asks for a token and the client has none`,
    hint: () =>
      "Name the server's token file with --token-file or PMC_TOKEN_FILE; the server keeps it as <state-dir>/token.",
  },
  ERR_DPM_WIRE_CREDENTIAL_REFUSED: {
    category: "permission-denied",
    message: ({ address }) => `the server at ${address} refused the client's token`,
    hint: () =>
      "Copy the server's token file again: it is <state-dir>/token on the server's machine.",
  },
  ERR_DPM_WIRE_SERVER_NOT_PROVEN: {
    category: "permission-denied",
    message: ({ address, why }) =>
      `the server at ${address} did not prove that it knows the token: ${why}`,
    hint: () =>
      "Either the client's token is not this server's, or another program has taken the address; nothing secret was sent. Compare the token with <state-dir>/token.",
  },
  ERR_DPM_WIRE_HANDSHAKE_DEADLINE: {
    category: "deadline-exceeded",
    message: ({ address, timeoutMs }) =>
      `the handshake with ${address} did not end within ${timeoutMs / 1000} s`,
    hint: () => "See whether what listens there is pmd, and whether its machine is overloaded.",
  },
  ERR_DPM_WIRE_HANDSHAKE_CROWDED: {
    category: "resource-exhausted",
    message: ({ address }) =>
      `too many connections wait to be let in; the one from ${address} was the oldest`,
    hint: () => "Try again.",
  },
  ERR_DPM_WIRE_CLOSED_BEFORE_HANDSHAKE: {
    category: "unavailable",
    message: ({ address, how }) =>
      `${address} ${how} before the handshake was complete; nothing was asked of it`,
    hint: ({ address, kind }) => closedHints[kind](address),
  },
  ERR_DPM_WIRE_NOT_PMD: {
    category: "unavailable",
    message: ({ address, why }) => `${address} does not speak the pmd interface: ${why}`,
    hint: ({ address, speaks }) => foreignHints[speaks](address),
  },
  ERR_DPM_WIRE_PROTOCOL: {
    category: "invalid-argument",
    message: ({ address, what }) => `${address} broke the rules of the protocol: ${what}`,
    hint: () => "See whether what is there speaks the pmd interface.",
  },
};
