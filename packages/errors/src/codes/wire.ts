import { handshakeCodes } from "./handshake.ts";
import { requestCodes } from "./request.ts";

/** Errors of addresses, connections, frames, the handshake and requests. */
export const wireCodes: typeof handshakeCodes & typeof requestCodes = {
  ...handshakeCodes,
  ...requestCodes,
};
