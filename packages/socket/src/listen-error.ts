import { type DpmError, dpmError } from "@dpm/errors";

import { type Address, formatAddress } from "./address.ts";

/** Why listening failed, as one of our errors. */
export function listenError(address: Address, error: Error & { readonly code?: string }): DpmError {
  const place = { address: formatAddress(address) };
  const errno = error.code ?? error.message;
  switch (errno) {
    case "EADDRINUSE":
      return dpmError("ERR_DPM_WIRE_ADDRESS_IN_USE", place, error);
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return dpmError("ERR_DPM_WIRE_ADDRESS_NOT_AVAILABLE", place, error);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return dpmError("ERR_DPM_WIRE_LISTEN_NOT_PERMITTED", place, error);
    default:
      return dpmError("ERR_DPM_WIRE_LISTEN", { ...place, errno }, error);
  }
}
