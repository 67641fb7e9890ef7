import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import type { HookFacts, HookRunner } from "@dpm/process-core";
import { createNodeEngine } from "@dpm/process-node";
import { processesWithArgument, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { createHookRunner } from "./hook-runner.ts";
import type { MailSettings } from "./send-mail.ts";

const facts: HookFacts = {
  id: "web",
  event: "on_failure",
  pid: 42,
  code: null,
  signal: "SIGSEGV",
  count: 3,
};
const limits = { timeoutMs: 10_000 };

function runner(mail: MailSettings = { server: null, from: null }): {
  readonly hooks: HookRunner;
  readonly failures: string[];
} {
  const engine = createNodeEngine();
  onTestFinished(() => engine.close());
  const failures: string[] = [];
  return {
    hooks: createHookRunner({
      engine,
      failed: (sentence) => failures.push(sentence),
      mail: () => mail,
    }),
    failures,
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test("an executed hook is told what happened in its environment", async () => {
  const file = join(temporaryDirectory(), "env");
  const { hooks } = runner();
  hooks.run(
    { kind: "exec", argv: ["sh", "-c", `env > ${file}.new; mv ${file}.new ${file}`] },
    facts,
    limits,
  );
  await waitUntil(() => existsSync(file));
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("DPM_"));
  expect(lines.toSorted()).toEqual([
    "DPM_COUNT=3",
    "DPM_EVENT=on_failure",
    "DPM_ID=web",
    "DPM_PID=42",
    "DPM_SIGNAL=SIGSEGV",
  ]);
});

test("a hook that fails, is missing or takes too long is told and is gone", async () => {
  const seconds = String(200_000 + Math.floor(Math.random() * 700_000));
  const { hooks, failures } = runner();
  hooks.run({ kind: "exec", argv: ["false"] }, facts, limits);
  hooks.run({ kind: "exec", argv: ["/no/such"] }, facts, limits);
  hooks.run({ kind: "exec", argv: ["sleep", seconds] }, facts, { timeoutMs: 200 });
  await waitUntil(() => failures.length === 3);
  expect(failures.toSorted()).toEqual([
    "the hook on_failure of web, /no/such, failed: it could not be started: ENOENT /no/such",
    "the hook on_failure of web, false, failed: it ended with code 1",
    "the hook on_failure of web, sleep, failed: it did not end in time and was killed",
  ]);
  expect(processesWithArgument(seconds)).toEqual([]);
});

test("an HTTP hook posts the facts as JSON, and a refusal is told without the secret of the address", async () => {
  const bodies: string[] = [];
  const port = await listening(
    createHttpServer((request, response) => {
      let body = "";
      request.on("data", (part) => (body += String(part)));
      request.on("end", () => {
        bodies.push(`${request.method} ${request.headers["content-type"]} ${body}`);
        response.statusCode = request.url === "/no?key=secret" ? 500 : 200;
        response.end();
      });
    }),
  );
  const { hooks, failures } = runner();
  hooks.run({ kind: "http", url: `http://127.0.0.1:${port}/yes` }, facts, limits);
  await waitUntil(() => bodies.length === 1);
  expect(bodies[0]).toBe(`POST application/json ${JSON.stringify(facts)}`);
  hooks.run({ kind: "http", url: `http://127.0.0.1:${port}/no?key=secret` }, facts, limits);
  await waitUntil(() => failures.length === 1);
  expect(failures[0]).toContain("HTTP status 500");
  expect(failures[0]).not.toContain("secret");
});

test("a mail hook hands a mail to the configured server", async () => {
  const received: string[] = [];
  const port = await listening(
    createServer((socket) => {
      socket.write("220 test\r\n");
      let inData = false;
      socket.on("data", (data) => {
        for (const line of data.toString().split("\r\n")) {
          if (line !== "") received.push(line);
          if (inData) {
            if (line === ".") socket.write("250 taken\r\n");
            inData = inData && line !== ".";
          } else if (line.startsWith("DATA")) {
            inData = true;
            socket.write("354 go on\r\n");
          } else if (line.startsWith("QUIT")) socket.end("221 bye\r\n");
          else if (line !== "") socket.write("250 ok\r\n");
        }
      });
      socket.on("error", () => {});
    }),
  );
  const { hooks, failures } = runner({ server: `127.0.0.1:${port}`, from: "pmd@example.org" });
  hooks.run({ kind: "mail", to: "ops@example.org" }, facts, limits);
  await waitUntil(() => received.includes("."));
  expect(received.join("\n")).toMatch(
    /MAIL FROM:<pmd@example.org>[^]*RCPT TO:<ops@example.org>[^]*Subject: web: on_failure[^]*signal: SIGSEGV/,
  );
  expect(failures).toEqual([]);
});

test("mail without a server is told to be impossible", async () => {
  const { hooks, failures } = runner();
  hooks.run({ kind: "mail", to: "ops@example.org" }, facts, limits);
  await waitUntil(() => failures.length === 1);
  expect(failures[0]).toContain("mailServer");
});

test("many hooks run a few at a time, and what is too much is dropped and told", async () => {
  const directory = temporaryDirectory();
  const { hooks, failures } = runner();
  // Held by a file, so that none ends before all were asked for.
  const hold = ["sh", "-c", `while ! [ -e ${directory}/go ]; do sleep 0.05; done`] as const;
  for (let index = 0; index < 1_017; index += 1)
    hooks.run({ kind: "exec", argv: hold }, facts, { timeoutMs: 1 });
  expect(failures.filter((sentence) => sentence.includes("dropped"))).toHaveLength(1);
  await waitUntil(() => failures.length === 1_017, { deadlineMs: 60_000 });
}, 90_000);
