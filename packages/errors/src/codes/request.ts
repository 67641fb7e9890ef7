import type { CodeEntry } from "../code-entry.ts";

/** A peer, by its address. */
interface Peer {
  readonly address: string;
}

interface Details {
  readonly ERR_DPM_WIRE_DEADLINE: Peer & { readonly timeoutMs: number };
  readonly ERR_DPM_WIRE_CONNECTION_LOST: Peer & { readonly why: string };
  readonly ERR_DPM_WIRE_ANSWER_UNREADABLE: Peer & { readonly why: string };
  readonly ERR_DPM_WIRE_PEER_SILENT: Peer & { readonly silentMs: number };
  readonly ERR_DPM_WIRE_UNSUPPORTED_COMMAND: Peer & { readonly command: string };
  readonly ERR_DPM_WIRE_NOT_PERMITTED: {
    readonly command: string;
    readonly needed: string;
    readonly held: string;
  };
  readonly ERR_DPM_WIRE_TOO_MANY_REQUESTS: { readonly limit: number };
  readonly ERR_DPM_WIRE_SLOW_READER: Peer & { readonly bytes: number };
  readonly ERR_DPM_WIRE_RESULT_TOO_LARGE: { readonly bytes: number; readonly limitBytes: number };
  readonly ERR_DPM_WIRE_REQUEST_TOO_LARGE: { readonly bytes: number; readonly limitBytes: number };
  readonly ERR_DPM_WIRE_KEY_INVALID: { readonly bytes: number };
  readonly ERR_DPM_WIRE_KEY_REUSED: Record<string, never>;
  readonly ERR_DPM_WIRE_ANSWER_NOT_KEPT: Record<string, never>;
  readonly ERR_DPM_WIRE_SERVER_CLOSING: Record<string, never>;
}

/** Errors of requests and of the connections that carry them. */
export const requestCodes: { readonly [C in keyof Details]: CodeEntry<Details[C]> } = {
  ERR_DPM_WIRE_DEADLINE: {
    category: "deadline-exceeded",
    message: ({ address, timeoutMs }) => `${address} did not answer within ${timeoutMs / 1000} s`,
    hint: () =>
      "What was begun may still be going on; look with ping, or give more time with --timeout.",
  },
  ERR_DPM_WIRE_CONNECTION_LOST: {
    category: "unavailable",
    message: ({ address, why }) => `the connection to ${address} was lost: ${why}`,
    hint: () =>
      "What was asked may or may not have been done; see whether pmd runs, then look with ping.",
  },
  ERR_DPM_WIRE_ANSWER_UNREADABLE: {
    category: "unavailable",
    message: ({ address, why }) => `what ${address} answered cannot be read: ${why}`,
    hint: () =>
      "What was asked may or may not have been done; see whether pmc and pmd are of one version, then look with ping.",
  },
  ERR_DPM_WIRE_PEER_SILENT: {
    category: "unavailable",
    message: ({ address, silentMs }) =>
      `nothing was heard from ${address} for ${silentMs / 1000} s`,
  },
  ERR_DPM_WIRE_UNSUPPORTED_COMMAND: {
    category: "unimplemented",
    message: ({ address, command }) =>
      `the server at ${address} does not know the command ${command}`,
    hint: () => "Upgrade the server.",
  },
  ERR_DPM_WIRE_NOT_PERMITTED: {
    category: "permission-denied",
    message: ({ command, needed, held }) =>
      `${command} needs the permission ${needed} and the caller holds ${held}`,
    hint: ({ needed }) => `Use a credential that holds ${needed}.`,
  },
  ERR_DPM_WIRE_TOO_MANY_REQUESTS: {
    category: "resource-exhausted",
    message: ({ limit }) => `more than ${limit} requests run at once`,
    hint: () => "Wait for some of them to end.",
  },
  ERR_DPM_WIRE_SLOW_READER: {
    category: "resource-exhausted",
    message: ({ address, bytes }) =>
      `${address} does not read its answers: ${bytes} bytes wait for it`,
    hint: () => "Read faster, or ask for less credit.",
  },
  ERR_DPM_WIRE_RESULT_TOO_LARGE: {
    category: "internal",
    message: ({ bytes, limitBytes }) =>
      `a result of ${bytes} bytes is more than the ${limitBytes} that a frame may have`,
  },
  ERR_DPM_WIRE_REQUEST_TOO_LARGE: {
    category: "invalid-argument",
    message: ({ bytes, limitBytes }) =>
      `a request of ${bytes} bytes is more than the ${limitBytes} that a frame may have`,
  },
  ERR_DPM_WIRE_KEY_INVALID: {
    category: "invalid-argument",
    message: ({ bytes }) => `the key of the request has ${bytes} bytes instead of 16`,
    hint: () => "Use 16 random bytes, or none.",
  },
  ERR_DPM_WIRE_KEY_REUSED: {
    category: "invalid-argument",
    message: () => "the key of the request already names another request",
    hint: () => "Make a new random key for each request.",
  },
  ERR_DPM_WIRE_ANSWER_NOT_KEPT: {
    category: "failed-precondition",
    message: () => "the request was carried out already, and its answer was too large to keep",
    hint: () => "Look at the result with ping.",
  },
  ERR_DPM_WIRE_SERVER_CLOSING: {
    category: "unavailable",
    message: () => "the server is shutting down",
    hint: () => "Try again once it is up.",
  },
};
