import { type DpmError, dpmError } from "@dpm/errors";
import type { Peer } from "@dpm/socket";

import { whyUnreadable } from "./why-unreadable.ts";

/**
 * What the end of a connection means before the server's Welcome, when nothing has been asked yet: that it came too
 * early, that this is no pmd, or what the error says itself, such as one of TLS.
 */
export function endBeforeWelcome(
  { address, kind }: Pick<Peer, "address" | "kind">,
  error: DpmError | undefined,
): DpmError {
  if (error === undefined || error.code in brokenOff) {
    const how = brokenOff[error?.code ?? ""] ?? "closed the connection";
    return dpmError("ERR_DPM_WIRE_CLOSED_BEFORE_HANDSHAKE", { address, kind, how }, error);
  }
  const unreadable = whyUnreadable(error);
  if (unreadable === undefined) return error;
  return dpmError("ERR_DPM_WIRE_NOT_PMD", { address, ...unreadable }, error);
}

/** What the end of a connection means once requests may be under way. */
export function endAfterWelcome(address: string, error: DpmError | undefined): DpmError {
  const unreadable = error && whyUnreadable(error);
  return unreadable === undefined
    ? dpmError(
        "ERR_DPM_WIRE_CONNECTION_LOST",
        { address, why: error?.message ?? "the server closed it" },
        error,
      )
    : dpmError("ERR_DPM_WIRE_ANSWER_UNREADABLE", { address, why: unreadable.why }, error);
}

const brokenOff: Readonly<Record<string, string>> = {
  ERR_DPM_WIRE_RESET: "reset the connection",
  ERR_DPM_WIRE_FRAME_CUT: "closed the connection in the middle of a frame",
};
