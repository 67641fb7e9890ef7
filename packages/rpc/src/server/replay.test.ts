import { hasCode } from "@dpm/errors";
import { waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";

import { createRequestKey } from "../client/request-key.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import {
  collect,
  collectTexts,
  line,
  serveInMemory,
  textOf,
  untilAborted,
} from "../testing/served-pair.ts";

test("A request with a key runs once and is answered alike, over whatever connection and how often", async () => {
  let runs = 0;
  const { connect } = serveInMemory(async function* () {
    runs += 1;
    yield line(`run ${runs}`);
    yield line("end");
  });
  const key = createRequestKey();
  const one = await connect();
  const two = await connect();
  expect(await collectTexts(one.request({ start: {} }, { key }))).toEqual(["run 1", "end"]);
  expect(
    await collectTexts(two.request({ start: {} }, { key, timeoutMs: 5_000, credit: 1 })),
  ).toEqual(["run 1", "end"]);
  expect(await collectTexts(one.request({ start: {} }))).toEqual(["run 2", "end"]);
  expect(await collectTexts(one.request({ start: {} }, { key: createRequestKey() }))).toEqual([
    "run 3",
    "end",
  ]);
  one.close();
  two.close();
});

test("What only reads is run anew, with a key or without", async () => {
  let runs = 0;
  const { connect } = serveInMemory(async function* () {
    runs += 1;
    yield line(`run ${runs}`);
  });
  const client = await connect();
  const key = createRequestKey();
  expect(await collectTexts(client.request({ ping: {} }, { key }))).toEqual(["run 1"]);
  expect(await collectTexts(client.request({ ping: {} }, { key }))).toEqual(["run 2"]);
  client.close();
});

test("One that asks while it runs is attached from the beginning", async () => {
  let runs = 0;
  const release = Promise.withResolvers<void>();
  const { connect } = serveInMemory(async function* () {
    runs += 1;
    yield line("begun");
    await release.promise;
    yield line("done");
  });
  const key = createRequestKey();
  const clients = [await connect(), await connect(), await connect()];
  const answers = clients.map((client) => collectTexts(client.request({ restart: {} }, { key })));
  await waitUntil(() => runs === 1);
  release.resolve();
  expect(await Promise.all(answers)).toEqual(clients.map(() => ["begun", "done"]));
  expect(runs).toBe(1);
});

test("A request whose connection is lost goes on, and its answer waits for the client to come back", async () => {
  let aborted = false;
  const release = Promise.withResolvers<void>();
  const { connect, server } = serveInMemory(async function* (_request, { signal }) {
    signal.addEventListener("abort", () => {
      aborted = true;
    });
    yield line("begun");
    await release.promise;
    yield line("done");
  });
  const key = createRequestKey();
  const lost = await connect();
  await lost.request({ stop: {} }, { key })[Symbol.asyncIterator]().next();
  lost.close();
  await waitUntil(() => server.connections === 0);
  release.resolve();
  const back = await connect();
  expect(await collectTexts(back.request({ stop: {} }, { key }))).toEqual(["begun", "done"]);
  expect(aborted).toBe(false);
});

test("One whose client never comes back is given up after a while, and says so to a late one", async () => {
  const clock = createManualClock();
  let reason: unknown;
  const { connect, server } = serveInMemory(
    async function* (_request, { signal }) {
      yield line("begun");
      await untilAborted(signal).catch((error: unknown) => {
        reason = error;
      });
    },
    { clock, limits: { orphanMs: 10_000 } },
  );
  const key = createRequestKey();
  const lost = await connect({ clock });
  await lost.request({ stop: {} }, { key })[Symbol.asyncIterator]().next();
  lost.close();
  await waitUntil(() => server.connections === 0);
  clock.advance(9_000);
  expect(reason).toBeUndefined();
  clock.advance(1_000);
  await waitUntil(() => hasCode(reason, "ERR_DPM_WIRE_CONNECTION_LOST"));
  const late = await connect({ clock });
  await expect(collect(late.request({ stop: {} }, { key }))).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_CONNECTION_LOST",
  });
});

test("A cancel stops a keyed request only when nobody else waits for it", async () => {
  const reasons: unknown[] = [];
  const { connect } = serveInMemory(async function* (_request, { signal }) {
    yield line("begun");
    await untilAborted(signal).catch((error: unknown) => reasons.push(error));
  });
  const key = createRequestKey();
  const one = await connect();
  const two = await connect();
  const first = one.request({ start: {} }, { key });
  const second = two.request({ start: {} }, { key });
  await first[Symbol.asyncIterator]().next();
  await second[Symbol.asyncIterator]().next();
  first.cancel();
  // A whole round trip behind the cancel.
  const third = one.request({ start: {} }, { key });
  await third[Symbol.asyncIterator]().next();
  third.cancel();
  await collect(one.request({ version: {} }, { key: createRequestKey(), timeoutMs: 20 })).catch(
    () => undefined,
  );
  expect(reasons.filter((reason) => hasCode(reason, "ERR_DPM_CANCELLED"))).toEqual([]);
  second.cancel();
  await waitUntil(() => reasons.some((reason) => hasCode(reason, "ERR_DPM_CANCELLED")));
});

test("A key can't be used for another request, nor be of another length", async () => {
  const { connect } = serveInMemory(async function* () {
    yield line("done");
  });
  const client = await connect();
  const key = createRequestKey();
  await collect(client.request({ start: { selector: { ids: ["a"] } } }, { key }));
  for (const command of [
    { start: { selector: { ids: ["b"] } } },
    { stop: { selector: { ids: ["a"] } } },
  ]) {
    await expect(collect(client.request(command, { key }))).rejects.toMatchObject({
      code: "ERR_DPM_WIRE_KEY_REUSED",
    });
  }
  await expect(
    collect(client.request({ start: {} }, { key: Buffer.alloc(15) })),
  ).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_KEY_INVALID",
  });
});

test("An error is an answer too", async () => {
  let runs = 0;
  const { connect } = serveInMemory(async function* () {
    runs += 1;
    if (runs < 3) throw new Error("a fault");
    yield line("never");
  });
  const client = await connect();
  const key = createRequestKey();
  const failures = await Promise.all(
    [1, 2].map(() =>
      collect(client.request({ start: {} }, { key })).then(undefined, (error: unknown) =>
        String(error),
      ),
    ),
  );
  expect(failures[0]).toMatch(/incident/u);
  expect(failures[1]).toBe(failures[0]);
  expect(runs).toBe(1);
});

test("Answers are kept for a limited time, in limited number and size", async () => {
  const clock = createManualClock();
  let runs = 0;
  const { connect } = serveInMemory(
    async function* (request) {
      runs += 1;
      yield line(request.command === "restart" ? "x".repeat(300) : `run ${runs}`);
    },
    { clock, limits: { replayCount: 3, replayMs: 1_000, replayBytes: 2_000 } },
  );
  const client = await connect({ clock });
  const isRunAgain = async (key: Uint8Array): Promise<boolean> => {
    const before = runs;
    await collect(client.request({ start: {} }, { key }));
    return runs > before;
  };
  const another = createRequestKey();
  const keys = [createRequestKey(), createRequestKey(), createRequestKey(), another];
  for (const key of keys) await isRunAgain(key);
  const again = [];
  for (const key of keys.toReversed()) again.push(await isRunAgain(key));
  // The first of four was forgotten, and running it again made the second the oldest.
  expect(again).toEqual([false, false, false, true]);
  clock.advance(1_001);
  expect(await isRunAgain(another)).toBe(true);
  for (let count = 0; count < 6; count += 1)
    await collect(client.request({ restart: {} }, { key: createRequestKey() }));
  expect(await isRunAgain(another)).toBe(true);
  client.close();
});

test("An answer too large to keep reaches who asked, no faster than they read, and is refused to who asks later", async () => {
  let made = 0;
  const { connect } = serveInMemory(
    async function* () {
      for (; made < 500; made += 1) yield line(`${made} ${"x".repeat(100)}`);
    },
    { limits: { replayBytes: 4_000 } },
  );
  const key = createRequestKey();
  const client = await connect();
  let read = 0;
  for await (const result of client.request({ start: {} }, { key, credit: 4 })) {
    expect(textOf(result)).toMatch(new RegExp(`^${read} `, "u"));
    read += 1;
    // What is kept, what the client allows, and one that is made ahead.
    expect(made - read).toBeLessThanOrEqual(16);
  }
  expect(read).toBe(500);
  const late = await connect();
  await expect(collect(late.request({ start: {} }, { key }))).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_ANSWER_NOT_KEPT",
  });
});

test("Keyed requests that nobody waits for can't pile up", async () => {
  const { connect, server } = serveInMemory(
    (_request, { signal }) => ({
      [Symbol.asyncIterator]: () => ({ next: () => untilAborted(signal) }),
    }),
    {
      limits: { replayCount: 5 },
    },
  );
  const lost = await connect();
  for (let count = 0; count < 5; count += 1) {
    void collect(lost.request({ start: {} }, { key: createRequestKey() })).catch(() => undefined);
  }
  await lost.permission();
  lost.close();
  await waitUntil(() => server.connections === 0);
  const client = await connect();
  await expect(
    collect(client.request({ start: {} }, { key: createRequestKey() })),
  ).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_TOO_MANY_REQUESTS",
  });
  client.close();
  await server.close();
});
