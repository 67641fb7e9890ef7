import { hasCode, toReport } from "@dpm/errors";
import {
  decodePdu,
  encodePdu,
  type Frame,
  type FrameInit,
  type Hello,
  interfaceVersion,
  type WelcomeInit,
} from "@dpm/pdu";
import { expect, test } from "vitest";

import {
  type ClientHandshakeOptions,
  type ClientStep,
  nextClientStep,
  toHello,
} from "./client-handshake.ts";
import { computeProof } from "./proof.ts";

const token = Buffer.alloc(32, 7);
const nonce = Buffer.alloc(32, 1);
const serverNonce = Buffer.alloc(32, 2);
const options: ClientHandshakeOptions = {
  client: "pmc 1",
  token,
  credentialId: "",
  nonce,
  peer: { address: "10.0.0.1:8988", kind: "tcp" },
};

function received(frame: FrameInit): Frame {
  return decodePdu(encodePdu(frame));
}

function welcome(changes: WelcomeInit = {}): Frame {
  const proof = computeProof(token, "dpm/1 server", { client: nonce, server: serverNonce });
  return received({
    welcome: {
      version: interfaceVersion,
      nonce: serverNonce,
      proof,
      proofRequired: true,
      ...changes,
    },
  });
}

function helloOf(handshake: ClientHandshakeOptions): Hello {
  const frame = received(toHello(handshake));
  if (frame.body !== "hello") throw new Error(frame.body);
  return frame.hello;
}

function upgradeOf(step: ClientStep): unknown {
  return step.kind === "failed" ? toReport(step.error).details?.["upgrade"] : step.kind;
}

function refusedBy(major: number): Frame {
  const error = { code: "X", category: "internal", message: "m" };
  return received({ refused: { error, version: { major, minor: 3 } } });
}

function codeOf(step: ClientStep): string {
  return step.kind === "failed" ? step.error.code : step.kind;
}

test("Hello says whether there is a credential, and nothing of it", () => {
  const hello = helloOf(options);
  expect(hello).toMatchObject({
    client: "pmc 1",
    credentialId: "",
    hasCredential: true,
    version: interfaceVersion,
  });
  expect(Buffer.from(encodePdu(toHello(options))).includes(token)).toBe(false);
  expect(helloOf({ ...options, token: undefined }).hasCredential).toBe(false);
});

test("A server that proves itself gets the client's proof, which is not the server's own", () => {
  const step = nextClientStep(options, welcome());
  if (step.kind !== "proven" || step.reply?.proof?.proof == null) throw new Error(codeOf(step));
  const expected = computeProof(token, "dpm/1 client", { client: nonce, server: serverNonce });
  expect(Buffer.from(step.reply.proof.proof).equals(expected)).toBe(true);
});

test("A server that does not know the token gets nothing", () => {
  const forgeries: WelcomeInit[] = [
    { proof: new Uint8Array() },
    { proof: Buffer.alloc(32, 9) },
    // What the client itself would send, reflected.
    { proof: computeProof(token, "dpm/1 client", { client: nonce, server: serverNonce }) },
    // What a real server sent on another connection.
    {
      proof: computeProof(token, "dpm/1 server", {
        client: Buffer.alloc(32, 5),
        server: serverNonce,
      }),
    },
    {
      proof: computeProof(Buffer.alloc(32, 8), "dpm/1 server", {
        client: nonce,
        server: serverNonce,
      }),
    },
  ];
  for (const forgery of forgeries) {
    expect(codeOf(nextClientStep(options, welcome(forgery)))).toBe(
      "ERR_DPM_WIRE_SERVER_NOT_PROVEN",
    );
  }
});

test("A server that asks for no proof is believed over a Unix socket only", () => {
  const open = welcome({ proofRequired: false, proof: new Uint8Array() });
  const over = (kind: "tcp" | "tls" | "unix"): string =>
    codeOf(nextClientStep({ ...options, peer: { address: "a", kind } }, open));
  expect([over("tcp"), over("tls"), over("unix")]).toEqual([
    "ERR_DPM_WIRE_SERVER_NOT_PROVEN",
    "ERR_DPM_WIRE_SERVER_NOT_PROVEN",
    "proven",
  ]);
});

test("A client without a token does not go on with a server that asks for one", () => {
  expect(codeOf(nextClientStep({ ...options, token: undefined }, welcome()))).toBe(
    "ERR_DPM_WIRE_NO_CREDENTIAL",
  );
});

test("A nonce of another length is none of a pmd", () => {
  expect(codeOf(nextClientStep(options, welcome({ nonce: Buffer.alloc(31) })))).toBe(
    "ERR_DPM_WIRE_NOT_PMD",
  );
  expect(codeOf(nextClientStep(options, welcome({ version: null })))).toBe("ERR_DPM_WIRE_NOT_PMD");
});

test("Another major version names the side to upgrade, whichever side notices", () => {
  const { major } = interfaceVersion;
  expect(
    upgradeOf(nextClientStep(options, welcome({ version: { major: major + 1, minor: 0 } }))),
  ).toBe("client");
  expect(
    upgradeOf(nextClientStep(options, welcome({ version: { major: major - 1, minor: 0 } }))),
  ).toBe("server");
  expect(upgradeOf(nextClientStep(options, refusedBy(major + 1)))).toBe("client");
  expect(upgradeOf(nextClientStep(options, refusedBy(major - 1)))).toBe("server");
});

test("A later minor version is no obstacle", () => {
  const version = { major: interfaceVersion.major, minor: interfaceVersion.minor + 5 };
  expect(codeOf(nextClientStep(options, welcome({ version })))).toBe("proven");
});

test("A refusal is told with the server's words and the address that the client knows", () => {
  const refused = received({
    refused: {
      error: {
        code: "ERR_DPM_WIRE_SERVER_CLOSING",
        category: "unavailable",
        message: "gone soon",
        hint: "later",
      },
      version: interfaceVersion,
    },
  });
  const step = nextClientStep(options, refused);
  if (step.kind !== "failed") throw new Error(step.kind);
  expect(toReport(step.error)).toEqual({
    code: "ERR_DPM_WIRE_SERVER_CLOSING",
    category: "unavailable",
    message: "gone soon",
    hint: "later",
  });
  const credential = received({
    refused: { error: { code: "ERR_DPM_WIRE_CREDENTIAL_REFUSED" }, version: interfaceVersion },
  });
  const second = nextClientStep(options, credential);
  expect(
    second.kind === "failed" &&
      hasCode(second.error, "ERR_DPM_WIRE_CREDENTIAL_REFUSED") &&
      second.error.message,
  ).toContain("10.0.0.1:8988");
  expect(codeOf(nextClientStep(options, received({ refused: {} })))).toBe("ERR_DPM_WIRE_NOT_PMD");
});

test("Who answers Hello with anything else is no pmd, a sign of life is no answer", () => {
  expect(codeOf(nextClientStep(options, received({ accepted: { permission: "admin" } })))).toBe(
    "ERR_DPM_WIRE_NOT_PMD",
  );
  expect(codeOf(nextClientStep(options, received({ end: {} })))).toBe("ERR_DPM_WIRE_NOT_PMD");
  expect(codeOf(nextClientStep(options, received({ keepAlive: {} })))).toBe("waiting");
});
