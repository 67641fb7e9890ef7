import { once } from "node:events";
import { utimesSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import type { ProbeAnswer, ProbeCheck } from "@dpm/process-core";
import { createNodeEngine } from "@dpm/process-node";
import { processesWithArgument, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { createProber } from "./prober.ts";

async function ask(
  check: ProbeCheck,
  timeoutMs = 5_000,
  failAfterMs = 30_000,
): Promise<ProbeAnswer> {
  const engine = createNodeEngine();
  onTestFinished(() => engine.close());
  return createProber(engine).ask(check, { timeoutMs, failAfterMs }).answer;
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const failed = (reason: RegExp): unknown => ({
  kind: "failed",
  reason: expect.stringMatching(reason) as string,
});

test("a program that ends with 0 passes, with another code or a missing program it fails and says why", async () => {
  expect(await ask({ kind: "exec", argv: ["true"] })).toEqual({ kind: "passed" });
  expect(await ask({ kind: "exec", argv: ["sh", "-c", "exit 3"] })).toEqual(failed(/code 3/));
  expect(await ask({ kind: "exec", argv: ["/no/such"] })).toEqual(failed(/ENOENT/));
});

test("a program that takes too long is killed with all that it started", async () => {
  const seconds = String(200_000 + Math.floor(Math.random() * 700_000));
  const answer = await ask({ kind: "exec", argv: ["sh", "-c", `sleep ${seconds} & wait`] }, 300);
  expect(answer).toEqual(failed(/within 300 ms/));
  await waitUntil(() => processesWithArgument(seconds).length === 0);
});

test("a port that accepts passes, one that nobody listens on fails", async () => {
  const port = await listening(createServer((socket) => socket.destroy()));
  expect(await ask({ kind: "tcp", host: "127.0.0.1", port })).toEqual({ kind: "passed" });
  expect(await ask({ kind: "tcp", host: "127.0.0.1", port: 1 })).toEqual(failed(/ECONNREFUSED/));
});

test("a page passes by its status, and a server that does not answer fails in time", async () => {
  const port = await listening(
    createHttpServer((request, response) => {
      if (request.url === "/silent") return;
      response.statusCode = Number(request.url?.slice(1));
      response.end();
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  expect(await ask({ kind: "http", url: `${url}/204` })).toEqual({ kind: "passed" });
  expect(await ask({ kind: "http", url: `${url}/302` })).toEqual({ kind: "passed" });
  expect(await ask({ kind: "http", url: `${url}/503` })).toEqual(failed(/503/));
  expect(await ask({ kind: "http", url: `${url}/silent` }, 200)).toEqual(failed(/within 200 ms/));
});

test("a file that was touched lately passes, an old or missing one fails", async () => {
  const file = join(temporaryDirectory(), "beat");
  expect(await ask({ kind: "heartbeat", file })).toEqual(failed(/ENOENT/));
  writeFileSync(file, "");
  expect(await ask({ kind: "heartbeat", file })).toEqual({ kind: "passed" });
  utimesSync(file, Date.now() / 1000 - 60, Date.now() / 1000 - 60);
  expect(await ask({ kind: "heartbeat", file })).toEqual(failed(/touched \d+ ms ago/));
});

test("a cancelled question ends its program", async () => {
  const seconds = String(200_000 + Math.floor(Math.random() * 700_000));
  const engine = createNodeEngine();
  onTestFinished(() => engine.close());
  const question = createProber(engine).ask(
    { kind: "exec", argv: ["sleep", seconds] },
    { timeoutMs: 60_000, failAfterMs: 1 },
  );
  await waitUntil(() => processesWithArgument(seconds).length === 1);
  question.cancel();
  expect(await question.answer).toMatchObject({ kind: "failed" });
  expect(processesWithArgument(seconds)).toEqual([]);
});
