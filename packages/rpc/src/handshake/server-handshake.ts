/*
 * The server's side of the handshake, without any input or output. See client-handshake.ts for the picture.
 * What is sent before the client has proven itself: the version, names and capabilities, a fresh nonce, and a proof
 * that is worth nothing on another connection nor as a client's proof.
 */
import { type DpmError, dpmError } from "@dpm/errors";
import {
  type Frame,
  type FrameInit,
  type Hello,
  interfaceVersion,
  isCompatible,
  type Permission,
} from "@dpm/pdu";

import { toPrintable } from "../printable.ts";
import { computeProof, isProofRight, nonceBytes, type Nonces } from "./proof.ts";
import { versionError } from "./version-error.ts";

/** How a client has to prove who it is. */
export type Authentication =
  /** Not at all: who could open the connection may use it, as with the mode of a Unix socket. */
  | { readonly kind: "none" }
  /** By knowing the token, which never crosses the wire. */
  | { readonly kind: "token"; readonly token: Uint8Array };

/** What a server's side of the handshake works with. */
export interface ServerHandshakeOptions {
  /** How the server introduces itself. */
  readonly introduction: {
    readonly server: string;
    readonly capabilities: readonly string[];
    readonly instanceId: string;
    readonly bootId: string;
    readonly generation: number;
  };
  readonly authentication: Authentication;
  /** What the client may do once it is let in. */
  readonly permission: Permission;
  /** 32 random bytes. */
  readonly nonce: Uint8Array;
  /** The address of the client. */
  readonly address: string;
}

/** What a frame from the client means to the handshake. */
export type ServerStep =
  | { readonly kind: "waiting"; readonly replies: readonly FrameInit[] }
  | { readonly kind: "accepted"; readonly replies: readonly FrameInit[]; readonly client: string }
  /** `guessed`: the client tried a credential that is none, so the refusal should take its time. */
  | { readonly kind: "refused"; readonly error: DpmError; readonly guessed: boolean };

/** One handshake. Not to be used after it has accepted or refused. */
export interface ServerHandshake {
  receive(frame: Frame): ServerStep;
}

type State =
  | { readonly kind: "expects-hello" }
  | { readonly kind: "expects-proof"; readonly expected: Uint8Array; readonly client: string };

/** Begins the handshake of one connection. */
export function createServerHandshake(options: ServerHandshakeOptions): ServerHandshake {
  const { address, authentication, permission, nonce } = options;
  let state: State = { kind: "expects-hello" };

  const violation = (what: string): ServerStep =>
    refuse(dpmError("ERR_DPM_WIRE_PROTOCOL", { address, what }));

  const greet = (hello: Hello): ServerStep => {
    const version = hello.version;
    if (version === null) return violation("its Hello has no version");
    if (!isCompatible(interfaceVersion, version)) {
      return refuse(versionError({ client: version, server: interfaceVersion, address }));
    }
    const client = toPrintable(hello.client);
    const introduction = { version: interfaceVersion, nonce, ...options.introduction };
    if (authentication.kind === "none") {
      const welcome: FrameInit = { welcome: { ...introduction, proofRequired: false } };
      return { kind: "accepted", replies: [welcome, { accepted: { permission } }], client };
    }
    if (hello.nonce.length !== nonceBytes) return violation("its nonce has a wrong length");
    if (!hello.hasCredential)
      return refuse(
        dpmError("ERR_DPM_WIRE_NO_CREDENTIAL", { address: options.introduction.server }),
      );
    if (hello.credentialId !== "") return refuse(refusedCredential(), true);
    const nonces: Nonces = { client: hello.nonce, server: nonce };
    const proof = computeProof(authentication.token, "dpm/1 server", nonces);
    state = {
      kind: "expects-proof",
      expected: computeProof(authentication.token, "dpm/1 client", nonces),
      client,
    };
    return {
      kind: "waiting",
      replies: [{ welcome: { ...introduction, proof, proofRequired: true } }],
    };
  };

  const refusedCredential = (): DpmError =>
    dpmError("ERR_DPM_WIRE_CREDENTIAL_REFUSED", { address: options.introduction.server });

  return {
    receive: (frame) => {
      if (frame.body === "keepAlive") return { kind: "waiting", replies: [] };
      if (state.kind === "expects-hello") {
        return frame.body === "hello"
          ? greet(frame.hello)
          : violation(`${frame.body ?? "an unknown frame"} came before Hello`);
      }
      if (frame.body !== "proof")
        return violation(`${frame.body ?? "an unknown frame"} came before Proof`);
      if (!isProofRight(state.expected, frame.proof.proof))
        return refuse(refusedCredential(), true);
      return { kind: "accepted", replies: [{ accepted: { permission } }], client: state.client };
    },
  };
}

function refuse(error: DpmError, guessed = false): ServerStep {
  return { kind: "refused", error, guessed };
}
