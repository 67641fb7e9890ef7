import type { ListenAddress } from "@dpm/config";
import { dpmError } from "@dpm/errors";
import { type Address, isLoopback, parseAddress } from "@dpm/socket";

/** Where the credentials of a TLS listener are; absolute paths. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
  readonly clientCa: string | null;
}

/** One address to listen on. */
export interface PlannedListener {
  readonly address: Address;
  /** Null: no TLS. */
  readonly certificate: CertificateFiles | null;
  /** It is convenient and not needed: when it can't be had, that is a warning. */
  readonly optional: boolean;
}

/**
 * Decides where to listen: at the configured addresses, and always at the socket file, which needs no token.
 * Throws ERR_DPM_DAEMON_LISTEN_INSECURE for one that the network could use without TLS and that does not say so.
 */
export function planListeners(
  configured: readonly ListenAddress[],
  socketFile: string,
): PlannedListener[] {
  const planned = configured.map(plan);
  const isPlanned = planned.some(
    ({ address }) => address.kind === "unix" && address.path === socketFile,
  );
  const own: PlannedListener = {
    address: { kind: "unix", path: socketFile },
    certificate: null,
    optional: true,
  };
  return isPlanned ? planned : [...planned, own];
}

function plan({
  address: text,
  certificate,
  key,
  clientCa,
  insecure,
}: ListenAddress): PlannedListener {
  const written = parseAddress(text);
  // A certificate says that TLS is meant, also where the address does not.
  const address =
    written.kind === "tcp" && certificate !== null ? { ...written, kind: "tls" as const } : written;
  if (address.kind === "tcp" && !isLoopback(address) && !insecure) {
    throw dpmError("ERR_DPM_DAEMON_LISTEN_INSECURE", { address: text });
  }
  if (address.kind !== "tls") return { address, certificate: null, optional: false };
  if (certificate === null || key === null) {
    const [what, missing] =
      certificate === null ? ["certificate", "certificate"] : ["private key", "key"];
    throw dpmError("ERR_DPM_WIRE_TLS_CREDENTIALS", { what, reason: `${text} has no ${missing}` });
  }
  return { address, certificate: { certificate, key, clientCa }, optional: false };
}
