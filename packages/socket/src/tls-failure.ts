import type { DetailsOf } from "@dpm/errors";

type TlsFailureKind = DetailsOf<"ERR_DPM_WIRE_TLS">["kind"];

/** Why TLS failed: a kind to decide by, and a reason for people that carries OpenSSL's words. */
export interface TlsFailure {
  readonly kind: TlsFailureKind;
  readonly reason: string;
}

const kinds: Readonly<Record<string, TlsFailureKind>> = {
  // Verification of the server's certificate: X509_V_ERR_…, without the prefix.
  DEPTH_ZERO_SELF_SIGNED_CERT: "self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "unknown-authority",
  UNABLE_TO_GET_ISSUER_CERT: "unknown-authority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "unknown-authority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unknown-authority",
  CERT_UNTRUSTED: "unknown-authority",
  CERT_SIGNATURE_FAILURE: "unknown-authority",
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "not-yet-valid",
  ERR_TLS_CERT_ALTNAME_INVALID: "wrong-name",
  INVALID_PURPOSE: "wrong-purpose",
  // What came back was not TLS.
  ERR_SSL_WRONG_VERSION_NUMBER: "plaintext-server",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "plaintext-server",
  ERR_SSL_HTTP_REQUEST: "plaintext-server",
  // The server refused our certificate; with TLS 1.3 this arrives after the handshake.
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: "client-certificate",
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: "client-certificate",
  ERR_SSL_TLSV1_ALERT_ACCESS_DENIED: "client-certificate",
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: "client-certificate",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: "client-certificate",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: "client-certificate",
  ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE: "client-certificate",
  ERR_SSL_SSL_TLS_ALERT_BAD_CERTIFICATE: "client-certificate",
  ERR_SSL_SSL_TLS_ALERT_CERTIFICATE_EXPIRED: "client-certificate",
  ERR_SSL_SSL_TLS_ALERT_CERTIFICATE_UNKNOWN: "client-certificate",
  ERR_SSL_SSL_TLS_ALERT_UNSUPPORTED_CERTIFICATE: "client-certificate",
  ERR_SSL_UNSUPPORTED_PROTOCOL: "version",
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: "version",
};

/** What an error says about TLS; nothing when it isn't about TLS. */
export function tlsFailure(
  error: Error & { readonly code?: string; readonly reason?: string },
): TlsFailure | undefined {
  const code = error.code ?? "";
  const kind = kinds[code];
  if (kind === undefined && !isTlsCode(code)) return undefined;
  const words = (error.reason ?? error.message).replace(adviceOfNode, "");
  return { kind: kind ?? "other", reason: `${words} (${code})` };
}

// Meant for who starts Node, which nobody does here; what to do says the hint.
const adviceOfNode = /;[^;]*\btry running Node\.js with\b.*$/su;

/** Codes of OpenSSL and of its verification have words with underscores; those of the system have not, but for the resolver's. */
function isTlsCode(code: string): boolean {
  if (code.startsWith("ERR_")) return code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_");
  return code.includes("_") && !code.startsWith("EAI_");
}
