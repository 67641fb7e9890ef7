import { type DpmError, isDpmError } from "@dpm/errors";
import {
  type CertificateAndKey,
  type CertificateAuthority,
  type IssueOptions,
  certificateAuthority,
  waitUntil,
} from "@dpm/test-kit";
import { createServer, connect as connectTls } from "node:tls";
import { generate } from "selfsigned";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { formatAddress, parseAddress } from "./address.ts";
import { dial, type DialOptions } from "./dial.ts";
import { listen } from "./listen.ts";
import { foreignServer, type Served, serve } from "./testing/served.ts";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const anHourAgo = new Date(Date.now() - 3_600_000);
const inAnHour = new Date(Date.now() + 3_600_000);

let authority: CertificateAuthority;
let otherAuthority: CertificateAuthority;
let own: CertificateAndKey;
let selfSigned: CertificateAndKey;

beforeAll(async () => {
  [authority, otherAuthority] = await Promise.all([
    certificateAuthority("ours"),
    certificateAuthority("another"),
  ]);
  own = await authority.issueServer();
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  selfSigned = { certificate: made.cert, key: made.private };
});

function serveTls(tls: CertificateAndKey & { readonly clientCa?: string } = own): Promise<Served> {
  return serve({ tls }, "tls://127.0.0.1:0");
}

/** Why a TLS connection fails, at once or, as with a refused client certificate, right after. */
async function failureOf(
  served: { readonly text: string },
  tls: DialOptions["tls"] = { ca: authority.certificate },
): Promise<DpmError> {
  try {
    const connection = await dial(parseAddress(served.text), {
      timeoutMs: 10_000,
      ...(tls === undefined ? {} : { tls }),
    });
    const ended = Promise.withResolvers<DpmError | undefined>();
    connection.receive({ frame() {}, closed: ended.resolve });
    connection.send(bytes(1));
    const error = await ended.promise;
    if (error !== undefined) return error;
  } catch (error) {
    if (isDpmError(error)) return error;
    throw error;
  }
  throw new Error("the connection came about");
}

const textOf = (served: Served): { readonly text: string } => ({
  text: formatAddress(served.listener.address),
});

/** A TLS server that is not ours, at least not with our settings. */
async function otherTlsServer(
  options: Parameters<typeof createServer>[0],
): Promise<{ readonly text: string }> {
  const server = createServer({ cert: own.certificate, key: own.key, ...options });
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await waitUntil(() => server.listening);
  onTestFinished(() => void server.close());
  const bound = server.address();
  return { text: `tls://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}` };
}

describe("over TLS", () => {
  test("frames go both ways, with TLS 1.3, and the server's certificate is checked", async () => {
    const served = await serveTls();
    const client = await served.dial({ tls: { ca: authority.certificate } });
    client.connection.send(bytes(1));
    const server = await served.connection(0);
    await server.received(1);
    server.connection.send(bytes(2));
    await client.received(1);
    expect(client.connection.peer).toMatchObject({ kind: "tls", loopback: true });
    expect(server.connection.peer).toMatchObject({ kind: "tls", loopback: true });
    expect(server.connection.peer).not.toHaveProperty("clientCertificate");
  });

  test("the name to be in the certificate can be another than the host that is dialled", async () => {
    const served = await serveTls(
      await authority.issue({
        commonName: "x",
        purpose: "server",
        dnsNames: ["pmd.example"],
        addresses: [],
      }),
    );
    await served.dial({ tls: { ca: authority.certificate, serverName: "pmd.example" } });
    expect(await failureOf(textOf(served))).toMatchObject({ details: { kind: "wrong-name" } });
  });

  test("a client certificate is asked for where there is a client authority, and its name is known then", async () => {
    const served = await serveTls({ ...own, clientCa: authority.certificate });
    const client = await authority.issueClient("alice");
    await served.dial({ tls: { ca: authority.certificate, ...client } });
    expect((await served.connection(0)).connection.peer).toMatchObject({
      clientCertificate: "alice",
    });
  });

  test("a client without a certificate, or with one of another authority, or an expired one, is refused and told so", async () => {
    const served = await serveTls({ ...own, clientCa: authority.certificate });
    const ca = authority.certificate;
    const expired = await authority.issue({
      commonName: "late",
      purpose: "client",
      validFrom: new Date(0),
      validUntil: anHourAgo,
    });
    const serverOnly = await authority.issueServer();
    for (const client of [undefined, await otherAuthority.issueClient(), expired, serverOnly]) {
      const error = await failureOf(textOf(served), { ca, ...client });
      expect(error).toMatchObject({
        code: "ERR_DPM_WIRE_TLS",
        details: { kind: "closed-after-handshake" },
      });
      expect(error.hint).toMatch(/client certificate.*--certificate FILE and --key FILE/);
    }
    expect(served.accepted).toEqual([]);
    expect(served.problems.map(({ code }) => code)).toEqual(Array(4).fill("ERR_DPM_WIRE_TLS"));
  });
});

interface UntrustedServer {
  readonly why: string;
  readonly certificate: () => Promise<CertificateAndKey>;
  readonly kind: string;
  readonly hint: RegExp;
}

function issue(options: Partial<IssueOptions>): Promise<CertificateAndKey> {
  return authority.issue({ commonName: "localhost", purpose: "server", ...options });
}

describe("a server that is not to be trusted is not spoken to:", () => {
  test.each<UntrustedServer>([
    {
      why: "another authority signed its certificate",
      certificate: () => otherAuthority.issueServer(),
      kind: "unknown-authority",
      hint: /authority.*--ca FILE/,
    },
    {
      why: "its certificate has expired",
      certificate: () => issue({ validFrom: new Date(0), validUntil: anHourAgo }),
      kind: "expired",
      hint: /clocks/,
    },
    {
      why: "its certificate is not valid yet",
      certificate: () =>
        issue({ validFrom: inAnHour, validUntil: new Date(inAnHour.getTime() * 1.01) }),
      kind: "not-yet-valid",
      hint: /clocks/,
    },
    {
      why: "its certificate is for another name",
      certificate: () => issue({ addresses: ["127.0.0.2"] }),
      kind: "wrong-name",
      hint: /name/,
    },
    {
      why: "its certificate has the name as a part of another",
      certificate: () => issue({ dnsNames: ["127.0.0.1.example"], addresses: [] }),
      kind: "wrong-name",
      hint: /name/,
    },
    {
      why: "its certificate is for clients",
      certificate: () => issue({ purpose: "client", addresses: ["127.0.0.1"] }),
      kind: "wrong-purpose",
      hint: /made for servers/,
    },
  ])("$why", async ({ certificate, kind, hint }) => {
    const served = await serveTls(await certificate());
    const error = await failureOf(textOf(served));
    expect(error).toMatchObject({
      code: "ERR_DPM_WIRE_TLS",
      category: "unavailable",
      details: { kind },
    });
    expect(error.hint).toMatch(hint);
    expect(error.message).toMatch(/TLS with tls:\/\/127\.0\.0\.1:\d+ failed: .+\(/);
  });

  test("it signed its certificate itself", async () => {
    const served = await serveTls(selfSigned);
    expect(await failureOf(textOf(served))).toMatchObject({
      code: "ERR_DPM_WIRE_TLS",
      details: { kind: "self-signed" },
    });
    await served.dial({ tls: { ca: selfSigned.certificate, serverName: "localhost" } });
  });

  test("the client trusts nobody in particular", async () => {
    const error = await failureOf(textOf(await serveTls()), {});
    expect(error).toMatchObject({
      code: "ERR_DPM_WIRE_TLS",
      details: { kind: "unknown-authority" },
    });
    expect(error.hint).toContain("--ca FILE");
    expect(error.message).toMatch(/failed: unable to verify the first certificate \([A-Z_]+\)$/);
  });

  test("it speaks no TLS at all, and the client falls back to nothing", async () => {
    let said = Buffer.alloc(0);
    const plain = await foreignServer((socket) => {
      socket.on("data", (chunk: Buffer) => {
        said = Buffer.concat([said, chunk]);
        socket.write("220 hello, this is plain text\r\n");
      });
    });
    const text = `tls://127.0.0.1:${plain.kind === "tcp" ? plain.port : 0}`;
    expect(await failureOf({ text })).toMatchObject({
      code: "ERR_DPM_WIRE_TLS",
      details: { kind: "plaintext-server" },
    });
    // A handshake record, and nothing but TLS after it.
    expect(said.subarray(0, 2).toString("hex")).toBe("1603");
  });

  test("it is our own plain port", async () => {
    const served = await serve();
    const { address } = served.listener;
    const text = `tls://127.0.0.1:${address.kind === "tcp" ? address.port : 0}`;
    expect(await failureOf({ text })).toMatchObject({ code: "ERR_DPM_WIRE_TLS" });
    expect(await (await served.connection(0)).closed).toMatchObject({
      code: "ERR_DPM_WIRE_NOT_FRAMES",
      details: { looksLike: "TLS" },
    });
  });

  test("it knows only TLS 1.2", async () => {
    const old = await otherTlsServer({ maxVersion: "TLSv1.2" });
    expect(await failureOf(old)).toMatchObject({
      code: "ERR_DPM_WIRE_TLS",
      details: { kind: "version" },
    });
  });
});

describe("a TLS listener", () => {
  test("refuses clients that know only TLS 1.2", async () => {
    const served = await serveTls();
    const { address } = served.listener;
    const ended = Promise.withResolvers<Error & { code?: string }>();
    const socket = connectTls({
      host: "127.0.0.1",
      port: address.kind === "tls" ? address.port : 0,
      ca: authority.certificate,
      maxVersion: "TLSv1.2",
    });
    onTestFinished(() => void socket.destroy());
    socket.on("error", ended.resolve);
    expect((await ended.promise).code).toMatch(/PROTOCOL_VERSION/);
  });

  test("ends a plaintext client with an error for that client alone", async () => {
    const served = await serveTls();
    const plain = await served.rawSocket();
    plain.write("GET / HTTP/1.1\r\n\r\n");
    await waitUntil(() => plain.closed);
    expect(served.problems).toMatchObject([{ code: "ERR_DPM_WIRE_TLS" }]);
    await served.dial({ tls: { ca: authority.certificate } });
  });

  test("ends a client that takes too long over the handshake", async () => {
    const served = await serve({ tls: own, tlsHandshakeMs: 50 }, "tls://127.0.0.1:0");
    const slow = await served.rawSocket();
    slow.resume();
    expect(await waitUntil(() => slow.closed)).toBe(true);
  });

  test("shows a renewed certificate to new clients, and open connections live on", async () => {
    const served = await serveTls();
    const before = await served.dial({ tls: { ca: authority.certificate } });
    await served.connection(0);
    served.listener.renewCertificate(await otherAuthority.issueServer());
    await served.dial({ tls: { ca: otherAuthority.certificate } });
    expect(await failureOf(textOf(served))).toMatchObject({
      details: { kind: "unknown-authority" },
    });
    before.connection.send(bytes(1));
    expect(await (await served.connection(0)).received(1)).toHaveLength(1);
  });

  test("keeps its certificate when the new one is no good: cut short, or with another's key", async () => {
    const served = await serveTls();
    const next = await authority.issueServer();
    const half = next.certificate.slice(0, next.certificate.length / 2);
    for (const bad of [
      { ...next, certificate: half },
      { ...next, key: own.key },
      { ...next, key: "" },
      { ...own, clientCa: half },
    ]) {
      expect(() => served.listener.renewCertificate(bad)).toThrow(
        expect.objectContaining({ code: "ERR_DPM_WIRE_TLS_CREDENTIALS" }),
      );
    }
    await served.dial({ tls: { ca: authority.certificate } });
  });

  test("does not begin without a certificate, or with a key that is another's", async () => {
    const address = parseAddress("tls://127.0.0.1:0");
    const expected = expect.objectContaining({
      code: "ERR_DPM_WIRE_TLS_CREDENTIALS",
      category: "configuration",
    });
    await expect(listen(address, {}, () => {})).rejects.toEqual(expected);
    const { key } = await authority.issueServer();
    await expect(
      listen(address, { tls: { certificate: own.certificate, key } }, () => {}),
    ).rejects.toEqual(expected);
  });
});

test("a client's own credentials that are no good are an error of their own", async () => {
  for (const tls of [{ certificate: own.certificate }, { key: own.key }, { ca: "nonsense" }]) {
    expect(await failureOf({ text: "tls://127.0.0.1:1" }, tls)).toMatchObject({
      code: "ERR_DPM_WIRE_TLS_CREDENTIALS",
    });
  }
});
