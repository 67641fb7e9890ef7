import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";

import { type DpmError, isDpmError } from "@dpm/errors";
import { encodePdu, interfaceVersion } from "@dpm/pdu";
import { connect, createRequestKey } from "@dpm/rpc";
import { dial, encodeFrame, listen, parseAddress } from "@dpm/socket";
import { certificateAuthority, temporaryDirectory } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";

const token = createRequestKey();

/** Makes a server that is none of ours listen, and says where. */
async function listenAt(server: Server, scheme = ""): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const bound = server.address();
  return `${scheme}127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`;
}

/** A server that does this once it has heard Hello. */
function foreignServer(answer: (socket: Socket) => void): Promise<string> {
  return listenAt(
    createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => answer(socket));
    }),
  );
}

/** Why no client comes of an address. */
async function failureAt(text: string, ca?: string): Promise<DpmError> {
  try {
    const options = { timeoutMs: 10_000, ...(ca === undefined ? {} : { tls: { ca } }) };
    const connection = await dial(parseAddress(text), options);
    await connect(connection, { client: "test", token, timeoutMs: 10_000 });
  } catch (error) {
    if (isDpmError(error)) return error;
    throw error;
  }
  throw new Error("the client came about");
}

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

test.each<[string, string | Uint8Array, RegExp]>([
  ["HTTP", "HTTP/1.1 400 Bad Request\r\n\r\n", /interface: this looks like HTTP$/u],
  ["frames without a byte", bytes(0), /no possible length, 0 bytes$/u],
  ["frames that are too large", bytes(0xff, 0xff, 0xff, 0x7f), /its frame has \d+ bytes$/u],
  ["frames that are no messages", encodeFrame(bytes(0xff)), /not a message/u],
  ["messages out of place", encodeFrame(encodePdu({ keepAlive: {} })), /closed/u],
  ["an answer to something else", encodeFrame(encodePdu({ accepted: {} })), /something else$/u],
])(
  "A peer that answers Hello with %s is unavailable, not a wrong use",
  async (_, said, message) => {
    const error = await failureAt(await foreignServer((socket) => socket.end(said)));
    expect(error.category).toBe("unavailable");
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain("lost");
  },
);

test("The hint for a peer that is no pmd is to check the port and the address", async () => {
  const error = await failureAt(
    await foreignServer((socket) => socket.end("HTTP/1.1 400\r\n\r\n")),
  );
  expect(error.code).toBe("ERR_DPM_WIRE_NOT_PMD");
  expect(error.hint).toMatch(/pmd's default is 8988.*--server/u);
});

test.each<[string, (socket: Socket) => void, string]>([
  ["closes", (socket) => socket.end(), "closed the connection before"],
  ["resets", (socket) => socket.resetAndDestroy(), "reset the connection before"],
  [
    "breaks off a frame",
    (socket) => socket.end(bytes(9, 1)),
    "closed the connection in the middle of a frame before",
  ],
])(
  "A peer that %s instead of a Welcome was asked nothing, and may want TLS",
  async (_, end, how) => {
    const address = await foreignServer(end);
    const error = await failureAt(address);
    expect(error).toMatchObject({
      code: "ERR_DPM_WIRE_CLOSED_BEFORE_HANDSHAKE",
      category: "unavailable",
    });
    expect(error.message).toContain(`${address} ${how}`);
    expect(error.message).toContain("nothing was asked");
    expect(error.hint).toContain(`tls://${address}`);
  },
);

test("A TLS port that was dialled without TLS is told to be one", async () => {
  const authority = await certificateAuthority();
  const { certificate, key } = await authority.issueServer();
  const server = createTlsServer({ cert: certificate, key });
  server.on("tlsClientError", () => undefined);
  const address = await listenAt(server);
  const error = await failureAt(address);
  expect(error.category).toBe("unavailable");
  expect(error.hint).toContain(`tls://${address}`);
});

test("A TLS server that closes instead of a Welcome may want a client certificate", async () => {
  const authority = await certificateAuthority();
  const { certificate, key } = await authority.issueServer();
  const closings: ((secure: Socket, below: Socket) => void)[] = [
    (secure) => void secure.end(),
    (secure) => void secure.end(bytes(9, 1)),
    (_, below) => void below.resetAndDestroy(),
  ];
  for (const close of closings) {
    const server = createTlsServer({ cert: certificate, key });
    server.once("connection", (below: Socket) => {
      server.once("secureConnection", (secure) => {
        secure.on("error", () => undefined);
        secure.once("data", () => close(secure, below));
      });
    });
    const error = await failureAt(await listenAt(server, "tls://"), authority.certificate);
    expect(error.code).toMatch(/^ERR_DPM_WIRE_(TLS|CLOSED_BEFORE_HANDSHAKE)$/u);
    expect(error.hint).toContain("--certificate FILE and --key FILE");
  }
});

test("A local server that closes instead of a Welcome is not asked for TLS", async () => {
  const text = `unix:${temporaryDirectory()}/closing.sock`;
  const listener = await listen(parseAddress(text), {}, (connection) => connection.destroy());
  onTestFinished(() => listener.close());
  const error = await failureAt(text);
  expect(error.code).toBe("ERR_DPM_WIRE_CLOSED_BEFORE_HANDSHAKE");
  expect(error.hint).not.toMatch(/tls|certificate/u);
});

test.each<[string, Uint8Array]>([
  ["bytes that are no message", bytes(0xff)],
  ["an answer to what was not asked", encodePdu({ requestId: 77, end: {} })],
])(
  "Once a server has proven itself, after %s it is open what became of the request",
  async (_, said) => {
    const text = `unix:${temporaryDirectory()}/confused.sock`;
    const welcome = { version: interfaceVersion, capabilities: ["start"] };
    const listener = await listen(parseAddress(text), {}, (connection) => {
      onTestFinished(() => connection.destroy());
      connection.receive({
        frame: () => {
          connection.send(encodePdu({ welcome }));
          connection.send(said);
        },
        closed: () => undefined,
      });
    });
    onTestFinished(() => listener.close());
    const connection = await dial(parseAddress(text), { timeoutMs: 10_000 });
    const client = await connect(connection, { client: "test" });
    const answer = client.request({ start: {} })[Symbol.asyncIterator]().next();
    await expect(answer).rejects.toMatchObject({
      code: "ERR_DPM_WIRE_ANSWER_UNREADABLE",
      category: "unavailable",
      hint: expect.stringContaining("may or may not have been done"),
    });
  },
);
