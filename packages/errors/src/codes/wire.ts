import { connectionCodes } from "./connection.ts";
import { frameCodes } from "./frame.ts";
import { handshakeCodes } from "./handshake.ts";
import { requestCodes } from "./request.ts";

/** Errors of addresses, connections, frames, the handshake and requests. */
export const wireCodes: typeof connectionCodes &
  typeof frameCodes &
  typeof handshakeCodes &
  typeof requestCodes = {
  ...connectionCodes,
  ...frameCodes,
  ...handshakeCodes,
  ...requestCodes,
};
