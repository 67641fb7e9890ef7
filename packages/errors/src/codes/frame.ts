import type { CodeEntry } from "../code-entry.ts";

/** A peer, by its address. */
interface Peer {
  readonly address: string;
}

interface Details {
  readonly ERR_DPM_WIRE_MALFORMED: { readonly why: string };
  readonly ERR_DPM_WIRE_FRAME_TOO_LARGE: Peer & {
    readonly bytes: number;
    readonly limitBytes: number;
  };
  readonly ERR_DPM_WIRE_FRAME_LENGTH: Peer & { readonly why: string };
  readonly ERR_DPM_WIRE_FRAME_CUT: Peer & { readonly missingBytes: number };
  readonly ERR_DPM_WIRE_NOT_FRAMES: Peer & { readonly looksLike: string };
}

const notOurs = (): string => "See whether what is at the other end speaks the pmd interface.";

/** Errors in the bytes of a connection: frames and the messages in them. */
export const frameCodes: { readonly [C in keyof Details]: CodeEntry<Details[C]> } = {
  ERR_DPM_WIRE_MALFORMED: {
    category: "invalid-argument",
    message: ({ why }) => `a frame is not a message of the interface: ${why}`,
    hint: notOurs,
  },
  ERR_DPM_WIRE_FRAME_TOO_LARGE: {
    category: "resource-exhausted",
    message: ({ address, bytes, limitBytes }) =>
      `a frame of ${bytes} bytes to or from ${address} is more than the ${limitBytes} that are allowed`,
    hint: notOurs,
  },
  ERR_DPM_WIRE_FRAME_LENGTH: {
    category: "invalid-argument",
    message: ({ address, why }) => `${address} announced a frame of no possible length: ${why}`,
    hint: notOurs,
  },
  ERR_DPM_WIRE_FRAME_CUT: {
    category: "unavailable",
    message: ({ address, missingBytes }) =>
      `${address} closed the connection in the middle of a frame, at least ${missingBytes} bytes short`,
    hint: () => "Try again; if it stays so, see whether pmd runs.",
  },
  ERR_DPM_WIRE_NOT_FRAMES: {
    category: "invalid-argument",
    message: ({ address, looksLike }) =>
      `${address} does not speak the pmd interface; this looks like ${looksLike}`,
    hint: () => "Use pmc, or see docs/protocol.md for how to write a client.",
  },
};
