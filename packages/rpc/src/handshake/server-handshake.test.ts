import {
  decodePdu,
  encodePdu,
  type Frame,
  type FrameInit,
  type HelloInit,
  interfaceVersion,
  type WelcomeInit,
} from "@dpm/pdu";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { computeProof } from "./proof.ts";
import {
  type Authentication,
  createServerHandshake,
  type ServerHandshake,
  type ServerStep,
} from "./server-handshake.ts";

const token = Buffer.alloc(32, 7);
const clientNonce = Buffer.alloc(32, 1);
const serverNonce = Buffer.alloc(32, 2);
const nonces = { client: clientNonce, server: serverNonce };

function begin(authentication: Authentication = { kind: "token", token }): ServerHandshake {
  return createServerHandshake({
    introduction: {
      server: "pmd 1",
      capabilities: ["ping"],
      instanceId: "i",
      bootId: "b",
      generation: 3,
    },
    authentication,
    permission: "operate",
    nonce: serverNonce,
    address: "127.0.0.1:5555",
  });
}

function received(frame: FrameInit): Frame {
  return decodePdu(encodePdu(frame));
}

function hello(changes: HelloInit = {}): Frame {
  return received({
    hello: {
      version: interfaceVersion,
      client: "pmc 1",
      nonce: clientNonce,
      hasCredential: true,
      ...changes,
    },
  });
}

function proof(bytes: Uint8Array): Frame {
  return received({ proof: { proof: bytes } });
}

function codeOf(step: ServerStep): string {
  return step.kind === "refused" ? step.error.code : step.kind;
}

function welcomeOf(step: ServerStep): WelcomeInit {
  const [first] = step.kind === "refused" ? [] : step.replies;
  if (first?.welcome == null) throw new Error(`no Welcome but ${codeOf(step)}`);
  return first.welcome;
}

test("The server proves itself and shows what it can do; a right proof is accepted with what it allows", () => {
  const handshake = begin();
  const welcome = welcomeOf(handshake.receive(hello()));
  expect(welcome).toMatchObject({
    server: "pmd 1",
    proofRequired: true,
    capabilities: ["ping"],
    generation: 3,
    instanceId: "i",
  });
  expect(Buffer.from(welcome.proof ?? [])).toEqual(
    Buffer.from(computeProof(token, "dpm/1 server", nonces)),
  );
  const step = handshake.receive(proof(computeProof(token, "dpm/1 client", nonces)));
  expect(step).toEqual({
    kind: "accepted",
    client: "pmc 1",
    replies: [{ accepted: { permission: "operate" } }],
  });
});

test("The server's own proof, reflected, is not accepted as the client's", () => {
  const handshake = begin();
  const welcome = welcomeOf(handshake.receive(hello()));
  const step = handshake.receive(proof(welcome.proof ?? new Uint8Array()));
  expect(step).toMatchObject({ kind: "refused", guessed: true });
  expect(codeOf(step)).toBe("ERR_DPM_WIRE_CREDENTIAL_REFUSED");
});

test("A proof that was right on another connection is refused", () => {
  const recorded = computeProof(token, "dpm/1 client", {
    client: clientNonce,
    server: Buffer.alloc(32, 9),
  });
  const handshake = begin();
  handshake.receive(hello());
  expect(codeOf(handshake.receive(proof(recorded)))).toBe("ERR_DPM_WIRE_CREDENTIAL_REFUSED");
});

test("No bytes but the right ones are accepted as a proof", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const handshake = begin();
      handshake.receive(hello());
      expect(codeOf(handshake.receive(proof(bytes)))).toBe("ERR_DPM_WIRE_CREDENTIAL_REFUSED");
    }),
  );
});

test("Without authentication Welcome and Accepted come together", () => {
  const step = begin({ kind: "none" }).receive(
    hello({ hasCredential: false, nonce: new Uint8Array() }),
  );
  expect(codeOf(step)).toBe("accepted");
  expect(welcomeOf(step)).toMatchObject({ proofRequired: false });
});

test("A client without a credential, or with one that is not known, is told so before anything is proven to it", () => {
  expect(codeOf(begin().receive(hello({ hasCredential: false })))).toBe(
    "ERR_DPM_WIRE_NO_CREDENTIAL",
  );
  const unknown = begin().receive(hello({ credentialId: "someone" }));
  expect(unknown).toMatchObject({ kind: "refused", guessed: true });
  expect(codeOf(unknown)).toBe("ERR_DPM_WIRE_CREDENTIAL_REFUSED");
});

test("Another major version is refused before the credential is looked at", () => {
  const version = { major: interfaceVersion.major + 1, minor: 0 };
  expect(codeOf(begin().receive(hello({ version, hasCredential: false })))).toBe(
    "ERR_DPM_WIRE_VERSION",
  );
  expect(
    codeOf(begin().receive(hello({ version: { major: interfaceVersion.major, minor: 99 } }))),
  ).toBe("waiting");
});

test("Requests and all else before the end of the handshake are refused", () => {
  const request: FrameInit = { requestId: 1, request: { credit: 1, ping: {} } };
  const early: FrameInit[] = [
    request,
    { welcome: {} },
    { accepted: { permission: "admin" } },
    { proof: { proof: computeProof(token, "dpm/1 client", nonces) } },
    { requestId: 1, cancel: {} },
  ];
  for (const frame of early)
    expect(codeOf(begin().receive(received(frame)))).toBe("ERR_DPM_WIRE_PROTOCOL");
  for (const frame of [request, { hello: {} }]) {
    const handshake = begin();
    handshake.receive(hello());
    expect(codeOf(handshake.receive(received(frame)))).toBe("ERR_DPM_WIRE_PROTOCOL");
  }
  expect(codeOf(begin().receive(hello({ version: null })))).toBe("ERR_DPM_WIRE_PROTOCOL");
  expect(codeOf(begin().receive(hello({ nonce: Buffer.alloc(16) })))).toBe("ERR_DPM_WIRE_PROTOCOL");
  expect(codeOf(begin().receive(received({ keepAlive: {} })))).toBe("waiting");
});

test("A client's name can't forge a line of the log", () => {
  const handshake = begin({ kind: "none" });
  const step = handshake.receive(
    hello({ client: `pmc\n[error] \u001B[2J\u202E${"x".repeat(500)}` }),
  );
  expect(step.kind === "accepted" && step.client).toMatch(/^pmc\?\[error\] \?\[2J\?x{111}$/u);
});
