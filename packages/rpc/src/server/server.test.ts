import { hasCode } from "@dpm/errors";
import { interfaceVersion } from "@dpm/pdu";
import { waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";

import { createManualClock } from "../testing/manual-clock.ts";
import { createRawClient } from "../testing/raw-client.ts";
import {
  collect,
  deliverAll,
  collectTexts,
  line,
  serveInMemory,
  untilAborted,
} from "../testing/served-pair.ts";

test("Closing lets what runs end, refuses what is new, and resolves when everyone has gone", async () => {
  const clock = createManualClock();
  const release = Promise.withResolvers<void>();
  const { connect, dial, server } = serveInMemory(
    async function* () {
      yield line("begun");
      await release.promise;
      yield line("done");
    },
    { clock },
  );
  const busy = await connect({ clock });
  const idle = await connect({ clock });
  await idle.permission();
  const answer = collectTexts(busy.request({ stop: {} }));
  await busy.permission();
  await deliverAll();
  const closing = server.close({ graceMs: 10_000 });
  expect(server.close()).toBe(closing);
  expect(await idle.closed()).toMatchObject({ code: "ERR_DPM_WIRE_CONNECTION_LOST" });
  await expect(collect(busy.request({ start: {} }))).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_SERVER_CLOSING",
  });
  const late = createRawClient(dial());
  late.send({ hello: { version: interfaceVersion, client: "late" } });
  expect((await late.next("refused")).refused.error?.code).toBe("ERR_DPM_WIRE_SERVER_CLOSING");
  release.resolve();
  expect(await answer).toEqual(["begun", "done"]);
  await closing;
  await busy.closed();
  expect([server.connections, clock.pending]).toEqual([0, 0]);
});

test("What does not end within the grace is ended with an error", async () => {
  const clock = createManualClock();
  let reason: unknown;
  const { connect, server } = serveInMemory(
    async function* (_request, { signal }) {
      yield line("begun");
      await untilAborted(signal).catch((error: unknown) => {
        reason = error;
      });
    },
    { clock },
  );
  const client = await connect({ clock });
  const iterator = client.request({ logs: { id: "a" } })[Symbol.asyncIterator]();
  await iterator.next();
  const closing = server.close({ graceMs: 3_000 });
  const waiting = iterator.next();
  clock.advance(3_000);
  await expect(waiting).rejects.toMatchObject({ code: "ERR_DPM_WIRE_SERVER_CLOSING" });
  await closing;
  await waitUntil(() => hasCode(reason, "ERR_DPM_WIRE_SERVER_CLOSING"));
});

test("A client that does not read does not keep the server from closing", async () => {
  const clock = createManualClock();
  const { dial, server } = serveInMemory(
    async function* () {
      for (;;) yield line("x".repeat(10_000));
    },
    { clock },
  );
  const raw = createRawClient(dial({ authentication: { kind: "none" } }, { kind: "unix" }));
  raw.send({ hello: { version: interfaceVersion, client: "raw" } });
  await raw.next("accepted");
  raw.connection.pause();
  raw.send({ requestId: 1, request: { credit: 1_000, logs: { id: "a" } } });
  await deliverAll();
  const closing = server.close({ graceMs: 1_000 });
  clock.advance(2_000);
  await closing;
  expect(server.connections).toBe(0);
});

test("A server without connections closes at once", async () => {
  const { server } = serveInMemory(() => expect.fail("reached the handler"));
  await server.close({ graceMs: 60_000 });
});
