import { randomBytes } from "node:crypto";

import { hasCode } from "@dpm/errors";
import { encodePdu, type FrameInit, interfaceVersion } from "@dpm/pdu";
import { waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";

import { connect } from "../client/connect.ts";
import { computeProof } from "../handshake/proof.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createRawClient, type RawClient } from "../testing/raw-client.ts";
import {
  collect,
  deliverAll,
  collectTexts,
  line,
  serveInMemory,
  type TestServer,
  testToken,
} from "../testing/served-pair.ts";

const unixTerms = { authentication: { kind: "none" } } as const;
const hello: FrameInit = {
  hello: { version: interfaceVersion, client: "raw", nonce: randomBytes(32), hasCredential: true },
};

function serveLines(options: Parameters<typeof serveInMemory>[1] = {}): TestServer {
  return serveInMemory(async function* () {
    yield line("done");
  }, options);
}

async function connectRaw({ dial }: TestServer): Promise<RawClient> {
  const client = createRawClient(dial(unixTerms, { kind: "unix" }));
  client.send(hello);
  await client.next("accepted");
  return client;
}

test("The first request travels together with the proof: one round trip after Welcome", async () => {
  const { dial } = serveLines();
  const raw = createRawClient(dial());
  const nonce = randomBytes(32);
  raw.send({ hello: { version: interfaceVersion, client: "raw", nonce, hasCredential: true } });
  const { welcome } = await raw.next("welcome");
  raw.send({
    proof: {
      proof: computeProof(testToken, "dpm/1 client", { client: nonce, server: welcome.nonce }),
    },
  });
  raw.send({ requestId: 1, request: { credit: 5, ping: {} } });
  await raw.next("end");
  expect(raw.frames.map((frame) => frame.body)).toEqual(["welcome", "accepted", "result", "end"]);
});

test("Without a token a connection is refused with the next step; with a wrong one the server is not believed", async () => {
  const { dial, events } = serveLines();
  await expect(connect(dial(), { client: "test" })).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_NO_CREDENTIAL",
    category: "permission-denied",
    message: "the server at server.test:8988 asks for a token and the client has none",
  });
  await expect(connect(dial(), { client: "test", token: randomBytes(32) })).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_SERVER_NOT_PROVEN",
    category: "permission-denied",
  });
  await waitUntil(() =>
    events.some(
      (event) => event.kind === "refused" && hasCode(event.error, "ERR_DPM_WIRE_NO_CREDENTIAL"),
    ),
  );
});

test("Wrong proofs are refused more and more slowly, and others are let in meanwhile", async () => {
  const clock = createManualClock();
  const { dial, connect: connectClient, events } = serveLines({ clock });
  const guess = async (): Promise<RawClient> => {
    const raw = createRawClient(dial());
    raw.send(hello);
    await raw.next("welcome");
    raw.send({ proof: { proof: randomBytes(32) } });
    raw.send({ requestId: 1, request: { credit: 5, ping: {} } });
    return raw;
  };
  const guesses = [await guess(), await guess(), await guess()];
  await waitUntil(() => events.filter((event) => event.kind === "refused").length === 3);
  // From the same machine, and not delayed.
  const client = await connectClient({ clock });
  expect(await collectTexts(client.request({ ping: {} }))).toEqual(["done"]);
  const refusedAfterMs: number[] = [];
  for (const [index, raw] of guesses.entries()) {
    expect(raw.frames.map((frame) => frame.body)).toEqual(["welcome"]);
    clock.advance(index === 0 ? 100 : index === 1 ? 100 : 200);
    const { refused } = await raw.next("refused");
    expect(refused.error?.code).toBe("ERR_DPM_WIRE_CREDENTIAL_REFUSED");
    refusedAfterMs.push(clock.monotonicMs() - 1_000);
  }
  expect(refusedAfterMs).toEqual([100, 200, 400]);
  client.close();
});

test("Those who guess don't keep others out by the time that their refusal takes", async () => {
  const clock = createManualClock();
  const {
    dial,
    connect: connectClient,
    server,
  } = serveLines({ clock, limits: { pendingHandshakes: 10 } });
  for (let guess = 0; guess < 50; guess += 1) {
    const raw = createRawClient(dial());
    raw.send(hello);
    await raw.next("welcome");
    raw.send({ proof: { proof: randomBytes(32) } });
    await deliverAll();
  }
  expect(server.connections).toBeLessThanOrEqual(10);
  const client = await connectClient({ clock });
  expect(await collectTexts(client.request({ ping: {} }))).toEqual(["done"]);
  client.close();
});

test("A request before the handshake is refused, and nothing of it is run", async () => {
  const { dial } = serveInMemory(() => expect.fail("reached the handler"));
  const raw = createRawClient(dial());
  raw.send({ requestId: 1, request: { credit: 1, ping: {} } });
  const { refused } = await raw.next("refused");
  expect(refused.error?.code).toBe("ERR_DPM_WIRE_PROTOCOL");
  expect(refused.version).toEqual(interfaceVersion);
  await waitUntil(() => raw.isClosed);
});

test("A handshake has five seconds in all, however busy the client is with it", async () => {
  const clock = createManualClock();
  const { dial, server } = serveLines({ clock });
  const silent = createRawClient(dial());
  const busy = createRawClient(dial());
  for (let second = 0; second < 4; second += 1) {
    busy.send({ keepAlive: {} });
    await deliverAll();
    clock.advance(1_000);
  }
  expect(server.connections).toBe(2);
  clock.advance(1_000);
  expect((await silent.next("refused")).refused.error?.code).toBe(
    "ERR_DPM_WIRE_HANDSHAKE_DEADLINE",
  );
  expect((await busy.next("refused")).refused.error?.code).toBe("ERR_DPM_WIRE_HANDSHAKE_DEADLINE");
  await waitUntil(() => server.connections === 0);
});

test("A client does not wait longer for a handshake than it was told", async () => {
  const clock = createManualClock();
  const { dial } = serveLines();
  const mute = dial();
  mute.pause();
  const connecting = connect(mute, { client: "test", token: testToken, timeoutMs: 3_000, clock });
  clock.advance(3_000);
  await expect(connecting).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_HANDSHAKE_DEADLINE",
    category: "deadline-exceeded",
  });
  expect(clock.pending).toBe(0);
});

test("When too many wait to be let in the oldest has to go, so that who is quick always gets in", async () => {
  const { dial, connect: connectClient } = serveLines({ limits: { pendingHandshakes: 3 } });
  const oldest = createRawClient(dial());
  const others = [createRawClient(dial()), createRawClient(dial())];
  const client = await connectClient();
  expect(await collectTexts(client.request({ ping: {} }))).toEqual(["done"]);
  expect((await oldest.next("refused")).refused.error?.code).toBe("ERR_DPM_WIRE_HANDSHAKE_CROWDED");
  expect(others.map((raw) => raw.isClosed)).toEqual([false, false]);
  client.close();
});

test("A frame of more than 64 KiB is not taken from one who has not been let in", async () => {
  const { dial, server, events } = serveLines();
  const raw = createRawClient(dial());
  raw.send({ hello: { version: interfaceVersion, client: "x".repeat(70_000) } });
  await waitUntil(() => server.connections === 0);
  expect(events.some((event) => event.error?.code === "ERR_DPM_WIRE_FRAME_TOO_LARGE")).toBe(true);
});

test("What can't be decoded or breaks the rules ends its own connection with a reason, and no other", async () => {
  const testServer = serveLines();
  const bystander = await testServer.connect();
  const rude: Uint8Array[] = [
    Buffer.from("GET / HTTP/1.1\r\n\r\n"),
    Buffer.from("ffffffffffffffffffffff", "hex"),
    encodePdu(hello),
    encodePdu({ welcome: {} }),
    encodePdu({ requestId: 1, end: {} }),
    encodePdu({ requestId: 0, request: { credit: 1, ping: {} } }),
  ];
  for (const bytes of rude) {
    const raw = await connectRaw(testServer);
    raw.connection.send(bytes);
    const { refused } = await raw.next("refused");
    expect(refused.error?.code).toMatch(/^ERR_DPM_WIRE_(MALFORMED|PROTOCOL)$/u);
    await waitUntil(() => raw.isClosed);
    expect(await collectTexts(bystander.request({ ping: {} }))).toEqual(["done"]);
  }
  bystander.close();
});

test("Two open requests can't have one id", async () => {
  const testServer = serveInMemory(() => ({
    [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
  }));
  const raw = await connectRaw(testServer);
  raw.send({ requestId: 7, request: { credit: 1, ping: {} } });
  raw.send({ requestId: 7, request: { credit: 1, ping: {} } });
  expect((await raw.next("refused")).refused.error?.message).toContain("id 7");
});

test("Who is silent is asked, and let go when it does not answer; who answers stays", async () => {
  const clock = createManualClock();
  const testServer = serveLines({ clock });
  const dead = await connectRaw(testServer);
  const client = await testServer.connect({ clock });
  await client.permission();
  for (let second = 0; second < 40; second += 1) {
    clock.advance(1_000);
    await deliverAll();
  }
  expect([dead.isClosed, testServer.server.connections]).toEqual([true, 1]);
  expect(dead.frames.some((frame) => frame.body === "keepAlive" && !frame.keepAlive.reply)).toBe(
    true,
  );
  expect(testServer.events.some((event) => hasCode(event.error, "ERR_DPM_WIRE_PEER_SILENT"))).toBe(
    true,
  );
  expect(await collectTexts(client.request({ ping: {} }))).toEqual(["done"]);
  client.close();
});

test("A client notices a server that has gone silent", async () => {
  const clock = createManualClock();
  const { dial } = serveLines();
  const connection = dial();
  const client = await connect(connection, { client: "test", token: testToken, clock });
  await client.permission();
  connection.pause();
  const answer = collect(client.request({ ping: {} }));
  answer.catch(() => undefined);
  for (let second = 0; second < 16; second += 1) clock.advance(1_000);
  await expect(answer).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_CONNECTION_LOST",
    category: "unavailable",
  });
  expect((await client.closed())?.message).toContain(
    "nothing was heard from server.test:8988 for 15 s",
  );
  await expect(collect(client.request({ ping: {} }))).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_CONNECTION_LOST",
  });
});

test("A client that floods and never reads is let go before it costs much", async () => {
  const testServer = serveLines({ limits: { bufferedBytes: 100_000 } });
  const raw = await connectRaw(testServer);
  raw.connection.pause();
  for (let requestId = 1; requestId < 60_000; requestId += 1) {
    raw.send({ requestId, request: { credit: 10, ping: {} } });
    if (requestId % 1_000 === 0) await deliverAll();
  }
  await waitUntil(() => testServer.server.connections === 0);
  expect(testServer.events.some((event) => hasCode(event.error, "ERR_DPM_WIRE_SLOW_READER"))).toBe(
    true,
  );
});

test("A client that takes nothing for half a minute is let go, though it says that it lives", async () => {
  const clock = createManualClock();
  let made = 0;
  const testServer = serveInMemory(
    async function* () {
      for (;;) {
        made += 1;
        yield line("x".repeat(1_000));
      }
    },
    { clock },
  );
  const raw = await connectRaw(testServer);
  raw.connection.pause();
  raw.send({ requestId: 1, request: { credit: 1_000_000, logs: { id: "a", follow: true } } });
  await waitUntil(() => made > 50);
  for (let second = 0; second < 29; second += 1) {
    raw.send({ keepAlive: { reply: true } });
    await deliverAll();
    clock.advance(1_000);
  }
  expect([made < 100, testServer.server.connections]).toEqual([true, 1]);
  clock.advance(1_000);
  expect(testServer.server.connections).toBe(0);
  expect(testServer.events.some((event) => hasCode(event.error, "ERR_DPM_WIRE_SLOW_READER"))).toBe(
    true,
  );
});

test("A slow reader's neighbour is served at full speed, and so are two that share one connection fairly", async () => {
  const testServer = serveInMemory(async function* () {
    for (let count = 0; count < 2_000; count += 1) yield line("x".repeat(1_000));
  });
  const blocked = await connectRaw(testServer);
  blocked.connection.pause();
  blocked.send({ requestId: 1, request: { credit: 1_000_000, logs: { id: "a" } } });
  const client = await testServer.connect();
  const answers = await Promise.all(
    [1, 2].map(() => collect(client.request({ logs: { id: "a" } }, { credit: 500 }))),
  );
  expect(answers.map((answer) => answer.length)).toEqual([2_000, 2_000]);
  blocked.connection.resume();
  await blocked.next("end");
  client.close();
});
