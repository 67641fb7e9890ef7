import { dpmError } from "@dpm/errors";
import { waitUntil } from "@dpm/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { createManualClock } from "../testing/manual-clock.ts";
import {
  collect,
  collectTexts,
  deliverAll,
  line,
  serveInMemory,
  type TestServer,
  textOf,
  untilAborted,
} from "../testing/served-pair.ts";
import type { Client } from "./client.ts";
import { withReconnect } from "./reconnect.ts";
import { reconnectDelayMs } from "./reconnect-policy.ts";

const refused = dpmError("ERR_DPM_WIRE_CONNECTION_LOST", { address: "a", why: "refused" });

function serveName(name: string): TestServer {
  return serveInMemory(async function* (_request, { signal }) {
    yield line("same");
    yield line(name);
    if (name === "one") await untilAborted(signal);
  });
}

test("A request that changes something runs once, though its connection is lost in the middle of the answer", async () => {
  let runs = 0;
  const goOn = Promise.withResolvers<void>();
  const { connect } = serveInMemory(async function* () {
    runs += 1;
    yield line("first");
    await goOn.promise;
    yield line("second");
  });
  const dialled: Client[] = [];
  const client = withReconnect(async () => {
    const made = await connect();
    dialled.push(made);
    return made;
  });
  const seen: string[] = [];
  for await (const result of client.request({ restart: {} })) {
    seen.push(textOf(result));
    if (seen.length > 1) continue;
    dialled[0]?.close();
    goOn.resolve();
  }
  expect([seen, runs, dialled.length]).toEqual([["first", "second"], 1, 2]);
  client.close();
});

test("A server that lost its memory answers anew, and what differs is given out", async () => {
  const forgetful = serveName("one");
  const next = serveName("two");
  const dialled: Client[] = [];
  const client = withReconnect(async () => {
    const made = await (dialled.length === 0 ? forgetful : next).connect();
    dialled.push(made);
    return made;
  });
  const seen: string[] = [];
  for await (const result of client.request({ start: {} })) {
    seen.push(textOf(result));
    if (textOf(result) === "one") dialled[0]?.close();
  }
  expect(seen).toEqual(["same", "one", "two"]);
  client.close();
});

test("A request that only reads is sent again, unless a part of its answer is out", async () => {
  let runs = 0;
  const { connect } = serveInMemory(async function* (request, { signal }) {
    runs += 1;
    if (request.command === "logs") yield line("a line");
    if (runs === 2) yield line("status");
    else await new Promise((resolve) => signal.addEventListener("abort", resolve));
  });
  const dialled: Client[] = [];
  const client = withReconnect(async () => {
    const made = await connect();
    dialled.push(made);
    return made;
  });
  const status = collectTexts(client.request({ ping: {} }));
  await waitUntil(() => runs === 1);
  dialled[0]?.close();
  expect(await status).toEqual(["status"]);

  const lines = client.request({ logs: { id: "a", follow: true } })[Symbol.asyncIterator]();
  await lines.next();
  dialled[1]?.close();
  await expect(lines.next()).rejects.toMatchObject({ code: "ERR_DPM_WIRE_CONNECTION_LOST" });
  client.close();
});

test("Who is not there at first is said at once, unless the server is waited for", async () => {
  let dials = 0;
  const dial = (): Promise<Client> => {
    dials += 1;
    return Promise.reject(refused);
  };
  await expect(collect(withReconnect(dial).request({ ping: {} }))).rejects.toBe(refused);
  expect(dials).toBe(1);

  const clock = createManualClock();
  const waiting = collect(
    withReconnect(dial, {
      clock,
      waitForServer: true,
      giveUpAfterMs: 1_000,
      random: () => 1,
    }).request({ ping: {} }),
  );
  waiting.catch(() => undefined);
  for (let turn = 0; turn < 20; turn += 1) {
    await deliverAll();
    clock.advance(100);
  }
  await expect(waiting).rejects.toBe(refused);
  // At 0, 100, 300 and 700 ms; the next would be at 1500.
  expect(dials).toBe(5);
});

test("A refusal is not tried again", async () => {
  let dials = 0;
  const { connect } = serveInMemory(() => expect.fail("reached the handler"));
  const client = withReconnect(
    () => {
      dials += 1;
      return connect({ token: Buffer.alloc(32, 1) });
    },
    { waitForServer: true },
  );
  await expect(collect(client.request({ ping: {} }))).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_SERVER_NOT_PROVEN",
  });
  expect(dials).toBe(1);
});

test("A server that breaks every connection is given up, and not hammered", async () => {
  const clock = createManualClock();
  const dialledAtMs: number[] = [];
  const { connect } = serveInMemory(async function* () {
    await new Promise(() => undefined);
    yield line("never");
  });
  const client = withReconnect(
    async () => {
      dialledAtMs.push(clock.monotonicMs());
      const made = await connect();
      setImmediate(() => made.close());
      return made;
    },
    { clock, giveUpAfterMs: 2_000, random: () => 1 },
  );
  const answer = collect(client.request({ start: {} }));
  answer.catch(() => undefined);
  for (let turn = 0; turn < 60; turn += 1) {
    await deliverAll();
    clock.advance(100);
  }
  await expect(answer).rejects.toMatchObject({ category: "unavailable" });
  expect(dialledAtMs.length).toBeLessThan(9);
});

test("The time for a request counts over all of its attempts", async () => {
  const clock = createManualClock();
  const { connect } = serveInMemory(async function* () {
    await new Promise(() => undefined);
    yield line("never");
  });
  let made: Client | undefined;
  const client = withReconnect(
    async () => {
      made = await connect({ clock });
      return made;
    },
    { clock },
  );
  const answer = collect(client.request({ start: {} }, { timeoutMs: 5_000 }));
  answer.catch(() => undefined);
  clock.advance(0);
  await deliverAll();
  clock.advance(3_000);
  made?.close();
  await deliverAll();
  clock.advance(200);
  await deliverAll();
  clock.advance(1_800);
  // Not what was left of it for the last attempt.
  await expect(answer).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_DEADLINE",
    details: { timeoutMs: 5_000 },
  });
});

test("A server that has become something else is not asked again and again", async () => {
  const { connect } = serveName("one");
  const dialled: Client[] = [];
  const foreign = dpmError("ERR_DPM_WIRE_NOT_PMD", {
    address: "a",
    why: "this looks like HTTP",
    speaks: "unknown",
  });
  let attempts = 0;
  const client = withReconnect(async () => {
    attempts += 1;
    if (attempts > 1) throw foreign;
    const made = await connect();
    dialled.push(made);
    return made;
  });
  const answer = collect(client.request({ start: {} }));
  answer.catch(() => undefined);
  await waitUntil(() => dialled.length === 1);
  dialled[0]?.close();
  await expect(answer).rejects.toBe(foreign);
  expect(attempts).toBe(2);
});

test("A cancel and a close end the wait for a connection", async () => {
  const clock = createManualClock();
  const client = withReconnect(() => Promise.reject(refused), { clock, waitForServer: true });
  const cancelled = client.request({ ping: {} });
  const turn = cancelled[Symbol.asyncIterator]().next();
  await deliverAll();
  cancelled.cancel();
  expect((await turn).done).toBe(true);
  const closed = collect(client.request({ ping: {} }));
  closed.catch(() => undefined);
  await deliverAll();
  client.close();
  await expect(closed).rejects.toMatchObject({ code: "ERR_DPM_CANCELLED" });
  await expect(collect(client.request({ ping: {} }))).rejects.toMatchObject({
    code: "ERR_DPM_CANCELLED",
  });
  expect(clock.pending).toBe(0);
});

test("Delays double up to the longest, and half of each is left to chance", () => {
  const delays = [0, 1, 2, 3, 10, 1_000].map((attempt) =>
    reconnectDelayMs(attempt, { random: () => 1 }),
  );
  expect(delays).toEqual([0, 100, 200, 400, 5_000, 5_000]);
  fc.assert(
    fc.property(
      fc.nat(2_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, chance) => {
        const full = reconnectDelayMs(attempt, { random: () => 1 });
        const delay = reconnectDelayMs(attempt, { random: () => chance });
        return delay >= full / 2 && delay <= full;
      },
    ),
  );
});
