import { dpmError } from "@dpm/errors";
import { createPrivateKey, X509Certificate } from "node:crypto";
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
  tryOut("certificate authority", () => readCertificates(ca));
  tryOut("certificate", () => readCertificates(certificate));
  tryOut("private key", () => {
    // An empty key would count as none.
    if (key !== undefined) createPrivateKey(key);
    createSecureContext(options);
  });
  return options;
}

/** OpenSSL skips what it can't read among authorities, and nobody would be trusted without a word about why. */
function readCertificates(pem: string | undefined): void {
  if (pem === undefined) return;
  const [head = "", ...blocks] = pem.split(/(?=-----BEGIN CERTIFICATE-----)/);
  const certificates = head.startsWith("-----BEGIN") ? [head, ...blocks] : blocks;
  if (certificates.length === 0) throw new Error("there is no certificate in it");
  for (const certificate of certificates) void new X509Certificate(certificate);
}

function tryOut(what: string, attempt: () => void): void {
  try {
    attempt();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw dpmError("ERR_DPM_WIRE_TLS_CREDENTIALS", { what, reason }, error);
  }
}
