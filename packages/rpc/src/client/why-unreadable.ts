import type { DpmError } from "@dpm/errors";

/** Why what a peer sent is no message of the interface. */
export interface Unreadable {
  /** Continues a sentence that has named the peer. */
  readonly why: string;
  /** Whether it is TLS, from a port that was dialled without, as far as that can be told. */
  readonly speaks: "tls" | "unknown";
}

/** What an error says of the bytes that a peer sent; nothing when it is about something else. */
export function whyUnreadable(error: DpmError): Unreadable | undefined {
  const { code, details, message } = error;
  switch (code) {
    case "ERR_DPM_WIRE_NOT_FRAMES": {
      const looksLike = String(details["looksLike"]);
      return {
        why: `this looks like ${looksLike}`,
        speaks: looksLike.includes("TLS") ? "tls" : "unknown",
      };
    }
    case "ERR_DPM_WIRE_FRAME_LENGTH":
      return {
        why: `its frame has no possible length, ${String(details["why"])}`,
        speaks: "unknown",
      };
    case "ERR_DPM_WIRE_FRAME_TOO_LARGE":
      return { why: `its frame has ${String(details["bytes"])} bytes`, speaks: "unknown" };
    case "ERR_DPM_WIRE_MALFORMED":
      return { why: message, speaks: "unknown" };
    default:
      return undefined;
  }
}
