/*
 * The client's side of the handshake, without any input or output:
 *
 *   client                              server
 *   Hello{nonce}                 ─►
 *                                ◄─     Welcome{nonce, proof}      or Refused
 *   (checks the proof)
 *   Proof, and the first request ─►
 *                                ◄─     Accepted{permission}       or Refused
 *
 * The server proves itself first, since any local user may take the port while pmd is down: a client that has not
 * seen the proof sends nothing but random bytes. Over a Unix socket the mode of the file has said already who may
 * connect and who may listen, so that no proof is asked for there, and Accepted comes together with Welcome.
 */
import { type DpmError, dpmError } from "@dpm/errors";
import {
  errorFromPdu,
  type Frame,
  type FrameInit,
  interfaceVersion,
  isCompatible,
  type Refused,
  type Version,
  type Welcome,
} from "@dpm/pdu";

import { computeProof, isProofRight, nonceBytes, type Nonces } from "./proof.ts";
import { versionError } from "./version-error.ts";

/** What a client's side of the handshake works with. */
export interface ClientHandshakeOptions {
  readonly client: string;
  readonly token: Uint8Array | undefined;
  readonly credentialId: string;
  /** 32 random bytes. */
  readonly nonce: Uint8Array;
  readonly peer: { readonly address: string; readonly kind: "tcp" | "tls" | "unix" };
}

/** What a frame from the server means to the handshake. */
export type ClientStep =
  | { readonly kind: "waiting" }
  /** The server has proven itself; the reply, if any, has to go out before the first request. */
  | { readonly kind: "proven"; readonly welcome: Welcome; readonly reply: FrameInit | undefined }
  | { readonly kind: "failed"; readonly error: DpmError };

/** The first frame of a connection. */
export function toHello(options: ClientHandshakeOptions): FrameInit {
  const { client, nonce, credentialId, token } = options;
  return {
    hello: {
      version: interfaceVersion,
      client,
      nonce,
      credentialId,
      hasCredential: token !== undefined,
    },
  };
}

/** What the server's answer to Hello means. */
export function nextClientStep(options: ClientHandshakeOptions, frame: Frame): ClientStep {
  if (frame.body === "welcome") return checkWelcome(options, frame.welcome);
  if (frame.body === "refused")
    return { kind: "failed", error: toRefusal(frame.refused, options.peer.address) };
  if (frame.body === "keepAlive") return { kind: "waiting" };
  return failed("ERR_DPM_WIRE_NOT_PMD", options, "it answered Hello with something else");
}

/** The error of a Refused, from the point of view of the client, which knows the address. */
export function toRefusal(refused: Refused, address: string): DpmError {
  const { version, error } = refused;
  if (version !== null && !isCompatible(interfaceVersion, version))
    return mismatch(version, address);
  if (error === null) {
    const why = "it refused without a reason";
    return dpmError("ERR_DPM_WIRE_NOT_PMD", { address, why, speaks: "unknown" });
  }
  const { code } = error;
  if (code === "ERR_DPM_WIRE_NO_CREDENTIAL" || code === "ERR_DPM_WIRE_CREDENTIAL_REFUSED") {
    return dpmError(code, { address });
  }
  return errorFromPdu(error);
}

function checkWelcome(options: ClientHandshakeOptions, welcome: Welcome): ClientStep {
  const { peer, token, nonce } = options;
  const { address } = peer;
  if (welcome.version === null)
    return failed("ERR_DPM_WIRE_NOT_PMD", options, "its Welcome has no version");
  if (!isCompatible(interfaceVersion, welcome.version)) {
    return { kind: "failed", error: mismatch(welcome.version, address) };
  }
  if (!welcome.proofRequired) {
    // Whoever took the port would say just this.
    if (peer.kind !== "unix")
      return failed("ERR_DPM_WIRE_SERVER_NOT_PROVEN", options, "it asked for no proof itself");
    return { kind: "proven", welcome, reply: undefined };
  }
  if (token === undefined)
    return { kind: "failed", error: dpmError("ERR_DPM_WIRE_NO_CREDENTIAL", { address }) };
  if (welcome.nonce.length !== nonceBytes)
    return failed("ERR_DPM_WIRE_NOT_PMD", options, "its nonce has a wrong length");
  const nonces: Nonces = { client: nonce, server: welcome.nonce };
  if (!isProofRight(computeProof(token, "dpm/1 server", nonces), welcome.proof)) {
    return failed(
      "ERR_DPM_WIRE_SERVER_NOT_PROVEN",
      options,
      "its proof does not fit the client's token",
    );
  }
  const reply: FrameInit = { proof: { proof: computeProof(token, "dpm/1 client", nonces) } };
  return { kind: "proven", welcome, reply };
}

function mismatch(server: Version, address: string): DpmError {
  return versionError({ client: interfaceVersion, server, address });
}

function failed(
  code: "ERR_DPM_WIRE_NOT_PMD" | "ERR_DPM_WIRE_SERVER_NOT_PROVEN",
  options: ClientHandshakeOptions,
  why: string,
): ClientStep {
  const { address } = options.peer;
  const error =
    code === "ERR_DPM_WIRE_NOT_PMD"
      ? dpmError(code, { address, why, speaks: "unknown" })
      : dpmError(code, { address, why });
  return { kind: "failed", error };
}
