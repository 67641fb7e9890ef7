import { type DpmError, dpmError } from "@dpm/errors";

import { type Address, formatAddress } from "./address.ts";
import { tlsFailure } from "./tls-failure.ts";

interface DialFailure extends Error {
  readonly code?: string;
  readonly errors?: readonly DialFailure[];
}

// Several addresses of one name fail each for its own reason; the first of these says most about the server.
const tellingFirst = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EACCES",
  "EPERM",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
];

function mostTelling(error: DialFailure): DialFailure {
  const errors = error.errors ?? [];
  for (const code of tellingFirst) {
    const found = errors.find((one) => one.code === code);
    if (found !== undefined) return found;
  }
  return errors[0] ?? error;
}

/** Why a connection did not come about, as one of our errors. */
export function dialError(address: Address, failure: DialFailure): DpmError {
  const error = mostTelling(failure);
  const place = { address: formatAddress(address) };
  const errno = error.code ?? error.message;
  const tls = tlsFailure(error);
  if (tls !== undefined) return dpmError("ERR_DPM_WIRE_TLS", { ...place, ...tls }, failure);
  switch (errno) {
    case "ECONNREFUSED":
      return dpmError("ERR_DPM_WIRE_CONNECT_REFUSED", place, failure);
    case "ENETUNREACH":
    case "EHOSTUNREACH":
    case "EHOSTDOWN":
    case "ENETDOWN":
    case "EADDRNOTAVAIL":
    case "ETIMEDOUT":
      return dpmError("ERR_DPM_WIRE_UNREACHABLE", { ...place, errno }, failure);
    case "ECONNRESET":
    case "EPIPE":
      return address.kind === "tls"
        ? dpmError(
            "ERR_DPM_WIRE_TLS",
            {
              ...place,
              kind: "other",
              reason: "the other end closed the connection in the middle of the handshake",
            },
            failure,
          )
        : dpmError("ERR_DPM_WIRE_RESET", place, failure);
    default:
      return address.kind === "unix"
        ? unixError(place, errno, failure)
        : hostError({ ...place, host: address.host }, errno, failure);
  }
}

function unixError(place: { readonly address: string }, errno: string, cause: Error): DpmError {
  switch (errno) {
    case "ENOENT":
    case "ENOTDIR":
      return dpmError("ERR_DPM_WIRE_SOCKET_MISSING", place, cause);
    case "EACCES":
    case "EPERM":
      return dpmError("ERR_DPM_WIRE_SOCKET_NOT_PERMITTED", place, cause);
    default:
      return dpmError("ERR_DPM_WIRE_CONNECT", { ...place, errno }, cause);
  }
}

function hostError(
  place: { readonly address: string; readonly host: string },
  errno: string,
  cause: Error,
): DpmError {
  switch (errno) {
    case "ENOTFOUND":
    case "ENODATA":
      return dpmError("ERR_DPM_WIRE_NAME_NOT_FOUND", place, cause);
    case "EAI_AGAIN":
    case "EAI_FAIL":
    case "EAI_NODATA":
    case "EAI_NONAME":
      return dpmError("ERR_DPM_WIRE_NAME_LOOKUP", { ...place, errno }, cause);
    // A firewall of this machine says no.
    case "EACCES":
    case "EPERM":
      return dpmError("ERR_DPM_WIRE_UNREACHABLE", { address: place.address, errno }, cause);
    default:
      return dpmError("ERR_DPM_WIRE_CONNECT", { address: place.address, errno }, cause);
  }
}
