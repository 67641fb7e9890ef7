import { dpmError } from "@dpm/errors";
import { createSecureContext, type SecureContextOptions } from "node:tls";

/** What one end of TLS needs, each as PEM text. */
export interface TlsCredentials {
  readonly certificate?: string | undefined;
  /** The private key of the certificate. */
  readonly key?: string | undefined;
  /** The authorities to trust; the system's where left out. */
  readonly ca?: string | undefined;
}

/** Node's options for credentials, tried first. Throws ERR_DPM_WIRE_TLS_CREDENTIALS, also for a key that is another certificate's. */
export function secureContextOptions(credentials: TlsCredentials): SecureContextOptions {
  const { certificate, key, ca } = credentials;
  const options: SecureContextOptions = {
    minVersion: "TLSv1.3",
    ...(certificate === undefined ? {} : { cert: certificate }),
    ...(key === undefined ? {} : { key }),
    ...(ca === undefined ? {} : { ca }),
  };
  if ((certificate === undefined) !== (key === undefined)) {
    const [what, missing] =
      key === undefined ? ["certificate", "private key"] : ["private key", "certificate"];
    throw dpmError("ERR_DPM_WIRE_TLS_CREDENTIALS", { what, reason: `its ${missing} is missing` });
  }
  tryOut("certificate authority", ca === undefined ? {} : { ca });
  tryOut("certificate", certificate === undefined ? {} : { cert: certificate });
  tryOut("private key", options);
  return options;
}

function tryOut(what: string, options: SecureContextOptions): void {
  try {
    createSecureContext(options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw dpmError("ERR_DPM_WIRE_TLS_CREDENTIALS", { what, reason }, error);
  }
}
