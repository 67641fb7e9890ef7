import { type DpmError, dpmError } from "@dpm/errors";

import { tlsFailure } from "./tls-failure.ts";

/** An error of Node, of the system or of OpenSSL. */
interface SystemError extends Error {
  readonly code?: string;
}

/** What ended an established connection, as one of our errors. */
export function connectionError(address: string, error: SystemError): DpmError {
  const errno = error.code ?? error.message;
  switch (errno) {
    case "ECONNRESET":
    case "EPIPE":
      return dpmError("ERR_DPM_WIRE_RESET", { address }, error);
    // The keep-alive probes of TCP were not answered, or what was sent was never acknowledged.
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return dpmError("ERR_DPM_WIRE_UNREACHABLE", { address, errno }, error);
    default: {
      const failure = tlsFailure(error);
      if (failure !== undefined)
        return dpmError("ERR_DPM_WIRE_TLS", { address, ...failure }, error);
      return dpmError("ERR_DPM_WIRE_CONNECT", { address, errno }, error);
    }
  }
}
