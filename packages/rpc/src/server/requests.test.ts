import { dpmError, hasCode, isDpmError } from "@dpm/errors";
import { waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";

import { createManualClock } from "../testing/manual-clock.ts";
import { createRawClient, type RawClient } from "../testing/raw-client.ts";
import {
  collect,
  deliverAll,
  collectTexts,
  line,
  serveInMemory,
  type TestServer,
  textOf,
  untilAborted,
} from "../testing/served-pair.ts";

/** A client without a handshake worth the name, to send what a real one never would. */
async function connectRaw({ dial }: TestServer): Promise<RawClient> {
  const client = createRawClient(dial({ authentication: { kind: "none" } }, { kind: "unix" }));
  client.send({ hello: { version: { major: 1, minor: 0 }, client: "raw" } });
  await client.next("accepted");
  return client;
}

test("One slow request delays no other on the same connection", async () => {
  const { connect } = serveInMemory(async function* (request, { signal }) {
    if (request.command === "restart") await untilAborted(signal);
    yield line("done");
  });
  const client = await connect();
  const slow = Array.from({ length: 50 }, () => client.request({ restart: {} }));
  for (let count = 0; count < 20; count += 1) {
    expect(await collectTexts(client.request({ ping: {} }))).toEqual(["done"]);
  }
  for (const request of slow) request.cancel();
  client.close();
});

test("The server makes no more results than a reader who dawdles allows, and all of them in the end", async () => {
  let made = 0;
  const { connect } = serveInMemory(async function* (request) {
    if (request.command === "ping") return;
    for (; made < 1_000; made += 1) yield line(String(made));
  });
  const client = await connect();
  let read = 0;
  for await (const result of client.request({ logs: { id: "a" } }, { credit: 8 })) {
    expect(textOf(result)).toBe(String(read));
    read += 1;
    if (read % 100 === 0) await collect(client.request({ ping: {} }));
    expect(made - read).toBeLessThanOrEqual(9);
  }
  expect(read).toBe(1_000);
  client.close();
});

test("Credit is kept to the letter", async () => {
  let made = 0;
  const server = serveInMemory(async function* () {
    for (let count = 0; count < 100; count += 1) {
      made += 1;
      yield line(String(count));
    }
  });
  const client = await connectRaw(server);
  const results = (): number => client.frames.filter((frame) => frame.body === "result").length;
  client.send({ requestId: 9, request: { credit: 3, logs: { id: "a" } } });
  await waitUntil(() => results() === 3);
  client.send({ requestId: 9, credit: { results: 5 } });
  await waitUntil(() => results() === 8);
  // One is made ahead, so that the end can be seen without credit.
  expect(made).toBe(9);
  client.send({ requestId: 9, credit: { results: 0xffff_ffff } });
  client.send({ requestId: 9, credit: { results: 0xffff_ffff } });
  await client.next("end");
  expect(results()).toBe(100);
});

test("An answer that needs all of its credit still ends", async () => {
  const server = serveInMemory(async function* () {
    yield line("one");
    yield line("two");
  });
  const client = await connectRaw(server);
  client.send({ requestId: 1, request: { credit: 2, ping: {} } });
  expect((await client.next("end")).end.error).toBeNull();
});

test("A cancel aborts the handler's signal, and the request still ends with End", async () => {
  const reasons: unknown[] = [];
  const server = serveInMemory(async function* (_request, { signal }) {
    yield line("begun");
    await untilAborted(signal).catch((error: unknown) => reasons.push(error));
  });
  const client = await connectRaw(server);
  client.send({ requestId: 3, request: { credit: 10, logs: { id: "a" } } });
  await client.next("result");
  client.send({ requestId: 3, cancel: {} });
  client.send({ requestId: 3, cancel: {} });
  client.send({ requestId: 3, credit: { results: 1 } });
  expect((await client.next("end")).end.error?.code).toBe("ERR_DPM_CANCELLED");
  await waitUntil(() => reasons.length === 1);
  expect(hasCode(reasons[0], "ERR_DPM_CANCELLED")).toBe(true);
  // The id is free again.
  client.send({ requestId: 3, request: { credit: 1, ping: {} } });
  await waitUntil(() => client.frames.filter((frame) => frame.body === "result").length === 2);
});

test("Leaving a loop early stops the handler", async () => {
  const stopped: string[] = [];
  const { connect } = serveInMemory(async function* () {
    try {
      for (;;) yield line("again");
    } finally {
      stopped.push("stopped");
    }
  });
  const client = await connect();
  for await (const result of client.request({ logs: { id: "a", follow: true } })) {
    expect(textOf(result)).toBe("again");
    break;
  }
  await waitUntil(() => stopped.length === 1);
  client.close();
});

test("A deadline ends the request on both sides, by its name and the address", async () => {
  const clock = createManualClock();
  const reasons: unknown[] = [];
  const { connect } = serveInMemory(
    async function* (_request, { signal }) {
      yield line("begun");
      await untilAborted(signal).catch((error: unknown) => reasons.push(error));
    },
    { clock },
  );
  const client = await connect({ clock });
  const iterator = client.request({ start: {} }, { timeoutMs: 2_000 })[Symbol.asyncIterator]();
  await iterator.next();
  clock.advance(2_000);
  const failure: unknown = await iterator.next().then(undefined, (error: unknown) => error);
  if (!isDpmError(failure)) throw new Error("no failure");
  expect([failure.code, failure.category]).toEqual(["ERR_DPM_WIRE_DEADLINE", "deadline-exceeded"]);
  expect(failure.message).toBe("server.test:8988 did not answer within 2 s");
  await waitUntil(() => reasons.length === 1);
  expect(hasCode(reasons[0], "ERR_DPM_WIRE_DEADLINE")).toBe(true);
  client.close();
});

test("The server keeps the deadline of a client that does not", async () => {
  const clock = createManualClock();
  const server = serveInMemory(
    (_request, { signal }) => ({
      [Symbol.asyncIterator]: () => ({ next: () => untilAborted(signal) }),
    }),
    { clock },
  );
  const client = await connectRaw(server);
  client.send({ requestId: 1, request: { timeoutMs: 500, ping: {} } });
  await deliverAll();
  clock.advance(500);
  expect((await client.next("end")).end.error?.code).toBe("ERR_DPM_WIRE_DEADLINE");
});

test("A deadline is forgotten with its request, on both sides", async () => {
  const clock = createManualClock();
  const { connect, server } = serveInMemory(
    async function* () {
      yield line("done");
    },
    { clock },
  );
  const client = await connect({ clock });
  for (let count = 0; count < 20; count += 1) {
    await collect(client.request({ ping: {} }, { timeoutMs: 60_000 }));
  }
  client.close();
  expect(await client.closed()).toBeUndefined();
  await waitUntil(() => server.connections === 0);
  expect(clock.pending).toBe(0);
});

test("A handler that ignores its signal does not keep the request open", async () => {
  const server = serveInMemory(() => ({
    [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
  }));
  const client = await connectRaw(server);
  client.send({ requestId: 1, request: { ping: {} } });
  client.send({ requestId: 1, cancel: {} });
  expect((await client.next("end")).end.error?.category).toBe("cancelled");
});

test("The end of a connection aborts what it asked for", async () => {
  const reasons: unknown[] = [];
  const { connect, server } = serveInMemory(async function* (_request, { signal }) {
    yield line("begun");
    await untilAborted(signal).catch((error: unknown) => reasons.push(error));
  });
  const client = await connect();
  const iterator = client.request({ logs: { id: "a" } })[Symbol.asyncIterator]();
  await iterator.next();
  const waiting = iterator.next();
  client.close();
  await expect(waiting).rejects.toMatchObject({ code: "ERR_DPM_WIRE_CONNECTION_LOST" });
  await waitUntil(() => reasons.length === 1 && server.connections === 0);
  expect(hasCode(reasons[0], "ERR_DPM_WIRE_CONNECTION_LOST")).toBe(true);
});

test("More requests at once than allowed are refused one by one; a client of ours waits by itself instead", async () => {
  const release = Promise.withResolvers<void>();
  const testServer = serveInMemory(
    async function* () {
      await release.promise;
      yield line("done");
    },
    { limits: { requestsPerConnection: 512 } },
  );
  const raw = await connectRaw(testServer);
  for (let requestId = 1; requestId <= 513; requestId += 1)
    raw.send({ requestId, request: { credit: 1, ping: {} } });
  const end = await raw.next("end");
  expect([end.requestId, end.end.error?.code]).toEqual([513, "ERR_DPM_WIRE_TOO_MANY_REQUESTS"]);
  const client = await testServer.connect();
  const answers = Array.from({ length: 2_000 }, () => collectTexts(client.request({ ping: {} })));
  release.resolve();
  expect((await Promise.all(answers)).every(([text]) => text === "done")).toBe(true);
  expect(await collectTexts(client.request({ ping: {} }))).toEqual(["done"]);
  client.close();
});

test("A result that no frame can hold ends its request alone", async () => {
  const { connect } = serveInMemory(
    async function* (request) {
      yield line(request.command === "logs" ? "x".repeat(2_000) : "small");
    },
    { limits: { frameBytes: 1_000 } },
  );
  const client = await connect();
  await expect(collect(client.request({ logs: { id: "a" } }))).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_RESULT_TOO_LARGE",
    details: { limitBytes: 1_000 },
  });
  expect(await collectTexts(client.request({ ping: {} }))).toEqual(["small"]);
  client.close();
});

test("Who was let in may send more than who was not", async () => {
  const { connect } = serveInMemory(async function* (request) {
    yield line(String(request.command === "ping" && request.ping.selector?.ids[0]?.length));
  });
  const client = await connect();
  const selector = { ids: ["x".repeat(1_000_000)] };
  expect(await collectTexts(client.request({ ping: { selector } }))).toEqual(["1000000"]);
  client.close();
});

test("A request that no frame can hold is not sent", async () => {
  const { connect } = serveInMemory(() => expect.fail("reached the handler"));
  const client = await connect();
  const ids = ["x".repeat(5 * 1024 * 1024)];
  await expect(collect(client.request({ ping: { selector: { ids } } }))).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_REQUEST_TOO_LARGE",
  });
  client.close();
});

test("A handler's own error arrives as it was thrown", async () => {
  const { connect } = serveInMemory(async function* () {
    yield line("before");
    throw dpmError("ERR_DPM_CANCELLED", { what: "the plan" });
  });
  const client = await connect();
  const seen: string[] = [];
  const reading = (async () => {
    for await (const result of client.request({ ping: {} })) seen.push(textOf(result));
  })();
  await expect(reading).rejects.toMatchObject({
    message: "the plan was cancelled",
    details: { what: "the plan" },
  });
  expect(seen).toEqual(["before"]);
  client.close();
});
