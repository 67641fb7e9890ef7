import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { errorFromReport } from "@dpm/errors";
import type { ResultInit } from "@dpm/pdu";
import type { CommandRequest } from "@dpm/rpc";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, it } from "vitest";

import { fakeServer } from "./fake-server.ts";
import { homeWithToken, pmc, startPmc } from "./fake-world.ts";

const chunk = (data: string | Uint8Array, stream = "stdout"): ResultInit => ({
  log: { stream, data: typeof data === "string" ? Buffer.from(data) : data },
});

async function logServer(...results: ResultInit[]) {
  return fakeServer(async function* () {
    yield* results;
  });
}

const evil = Buffer.from("\u001b]52;c;cm0=\u0007ok\r\n\ttab \u009b2J \u202E\n");

describe("logs", () => {
  it("are raw bytes in a pipe", async () => {
    const bytes = Buffer.concat([evil, Buffer.from([0xff, 0xfe, 0x00])]);
    const { address } = await logServer(chunk(bytes));
    const run = await startPmc(["logs", "id0", "--server", address]);
    expect(await run.ended).toBe(0);
    expect(Buffer.from(run.bytes()).equals(bytes)).toBe(true);
  });

  it("are escaped on a terminal, also where a character is spread over two pieces", async () => {
    const [first, second] = [evil.subarray(0, -2), evil.subarray(-2)];
    const { address } = await logServer(chunk(first), chunk(second));
    const ended = await pmc(["logs", "id0", "--server", address], { terminal: true });
    expect(ended.stdout).toBe("\\x1b]52;c;cm0=\\x07ok\n\ttab \\x9b2J \\u{202e}\n");
  });

  it("are asked for by id, lines and follow", async () => {
    const asked: unknown[] = [];
    const { address } = await fakeServer(async function* (request) {
      if (request.command === "logs") asked.push(request.logs);
      yield chunk("");
    });
    await pmc(["logs", "-id0", "--server", address]);
    await pmc(["logs", "id0", "-n", "5", "-f", "--server", address]);
    expect(asked).toEqual([
      { id: "id0", follow: false, times: false, positions: false, after: [] },
      { id: "id0", follow: true, lines: 5, times: false, positions: true, after: [] },
    ]);
  });

  it("are asked for since a time, also one that is told as so long ago", async () => {
    const asked: (number | undefined)[] = [];
    const { address } = await fakeServer(async function* (request) {
      if (request.command === "logs") asked.push(request.logs.sinceUs);
      yield chunk("");
    });
    await pmc(["logs", "id0", "--since", "2026-11-21T14:45:00Z", "--server", address]);
    await pmc(["logs", "id0", "--since", "10min", "--timestamps", "--server", address]);
    expect(asked[0]).toBe(Date.UTC(2026, 10, 21, 14, 45) * 1000);
    expect(asked[1]).toBe((Date.UTC(2030, 0, 1) - 600_000) * 1000);
    expect(await pmc(["logs", "id0", "--since", "yesterday"])).toMatchObject({ status: 2 });
  });

  it("have before each line when it began, and - where that is unknown", async () => {
    const timed = (data: string, timeUs: number, stream = "stdout"): ResultInit => ({
      log: { stream, data: Buffer.from(data), timeUs },
    });
    const { address } = await logServer(
      timed("one\ntw", 1_000_000),
      timed("err\n", 1_500_000, "stderr"),
      timed("o\n", 2_000_001),
      chunk("three"),
    );
    const ended = await pmc(["logs", "id0", "--timestamps", "--server", address]);
    expect(ended.stdout).toBe(
      [
        "1970-01-01T00:00:01.000000Z one\n",
        "1970-01-01T00:00:01.500000Z err\n",
        "1970-01-01T00:00:01.000000Z two\n",
        "- three\n",
      ].join(""),
    );
    const json = await pmc(["logs", "id0", "--timestamps", "--json", "--server", address]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [
        {
          logs: [
            { stream: "stdout", text: "one\ntw", time: "1970-01-01T00:00:01.000000Z" },
            { stream: "stderr", text: "err\n", time: "1970-01-01T00:00:01.500000Z" },
            { stream: "stdout", text: "o\n", time: "1970-01-01T00:00:02.000001Z" },
            { stream: "stdout", text: "three" },
          ],
        },
      ],
    });
  });

  it("with times are not held back for a line without end", async () => {
    const block = "x".repeat(60_000);
    const { address } = await logServer(
      chunk(block),
      chunk(block),
      chunk("e\n", "stderr"),
      chunk("\n"),
    );
    const ended = await pmc(["logs", "id0", "--timestamps", "--server", address]);
    expect(ended.stdout).toBe(`- ${block}${block}\n- e\n- \n`);
  });

  it("say on standard error what is missing, and in the document of JSON", async () => {
    const gap = { lines: 1234, bytes: 56_789, reason: "no space left on device", atUs: 1_000_000 };
    const few = { lines: 1, reason: "", atUs: 1_000_000 };
    const { address } = await logServer(
      chunk("one\n"),
      { log: { stream: "stdout", gap } },
      chunk("two\n"),
      { log: { stream: "stdout", gap: few } },
    );
    expect(await pmc(["logs", "id0", "--server", address])).toMatchObject({
      stdout: "one\ntwo\n",
      stderr:
        "[pmd: 1,234 lines (56,789 bytes) dropped: no space left on device]\n[pmd: 1 line dropped]\n",
    });
    const json = await pmc(["logs", "id0", "--json", "--server", address]);
    const time = "1970-01-01T00:00:01.000000Z";
    const { reason, lines, bytes } = gap;
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [
        {
          logs: [
            { stream: "stdout", text: "one\n" },
            { stream: "stdout", text: "", dropped: { lines, bytes, reason, time } },
            { stream: "stdout", text: "two\n" },
            { stream: "stdout", text: "", dropped: { lines: 1, bytes: null, reason: "", time } },
          ],
        },
      ],
    });
  });

  it("are text in the one document of JSON", async () => {
    const { address } = await logServer(chunk("a\nb"), chunk("c\n"), chunk("oops\n", "stderr"));
    const ended = await pmc(["logs", "id0", "--json", "--server", address]);
    expect(JSON.parse(ended.stdout)).toEqual({
      servers: [
        {
          address,
          ok: true,
          processes: [],
          logs: [
            { stream: "stdout", text: "a\nbc\n" },
            { stream: "stderr", text: "oops\n" },
          ],
        },
      ],
    });
  });

  it("that are followed are a document of the same shape for each piece", async () => {
    const { address } = await logServer(chunk("a\n"), chunk("b\n"));
    const ended = await pmc(["logs", "id0", "-f", "--json", "--server", address]);
    const documents = ended.stdout
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(documents).toEqual(
      ["a\n", "b\n"].map((text) => ({
        servers: [{ address, ok: true, processes: [], logs: [{ stream: "stdout", text }] }],
      })),
    );
  });

  it("of several servers are whole lines with the address before each", async () => {
    const one = await logServer(chunk("a"), chunk("b\nrest"));
    const two = await logServer(chunk("x\n"));
    const ended = await pmc(["logs", "id0", "--server", `${one.address},${two.address}`]);
    expect(ended.stdout.trimEnd().split("\n").toSorted()).toEqual(
      [`${one.address} | ab`, `${one.address} | rest`, `${two.address} | x`].toSorted(),
    );
  });

  it("of what is not defined end with 4", async () => {
    const { address } = await fakeServer(() => {
      throw errorFromReport({
        code: "ERR_DPM_PROCESS_NOT_FOUND",
        category: "not-found",
        message: "no id0",
      });
    });
    expect(await pmc(["logs", "id0", "--server", address])).toMatchObject({
      status: 4,
      stderr: "pmc: no id0\n",
    });
    const json = await pmc(["logs", "id0", "-f", "--json", "--server", address]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [{ ok: false, error: { message: "no id0" } }],
    });
  });

  it("that are followed end with 0 when interrupted", async () => {
    const { address } = await fakeServer(async function* (_, { signal }) {
      yield chunk("line\n");
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
    });
    const run = await startPmc(["logs", "id0", "-f", "--server", address]);
    await waitUntil(() => run.stdout() === "line\n", { what: "the first line" });
    run.interrupt();
    expect(await run.ended).toBe(0);
  });

  it("go on over a broken connection, each line once", async () => {
    const lines: string[] = ["1\n", "2\n"];
    const server = await fakeServer(async function* (request, { signal }) {
      if (request.command !== "logs") return;
      const [place] = request.logs.after;
      for (let sent = Number(place?.position ?? 0); !signal.aborted;) {
        if (sent < lines.length) {
          const data = Buffer.from(lines.slice(sent).join(""));
          sent = lines.length;
          yield { log: { stream: "stdout", data, position: String(sent) } };
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    const run = await startPmc(["logs", "id0", "-f", "--server", server.address]);
    await waitUntil(() => run.stdout() === "1\n2\n", { what: "the first lines" });
    server.breakConnections();
    lines.push("3\n");
    await waitUntil(() => run.stdout() === "1\n2\n3\n", { what: "the line written meanwhile" });
    lines.push("4\n");
    await waitUntil(() => run.stdout() === "1\n2\n3\n4\n", { what: "the line after that" });
    run.interrupt();
    expect(await run.ended).toBe(0);
    expect(run.stderr()).toBe("");
  });

  it("a server that stays away is waited for, which is said once, and can be interrupted", async () => {
    const server = await fakeServer(oneLineAndWait);
    const run = await startPmc(["logs", "id0", "-f", "--server", server.address]);
    await waitUntil(() => run.stdout() === "1\n", { what: "the first line" });
    await server.close();
    await waitUntil(() => run.stderr().includes("trying again"), { what: "pmc to say so" });
    const again = await fakeServer(oneLineAndWait, { address: server.address });
    await waitUntil(() => run.stderr().includes("connected again"), { what: "pmc to say so" });
    await again.close();
    run.interrupt();
    expect(await run.ended).toBe(0);
    expect(run.stderr()).toMatch(/^pmc: .*; trying again\npmc: .*: connected again\n$/u);
  });

  it("where something may be missing it is said", async () => {
    const gap = { lines: 0, reason: "no such file or directory", atUs: 1 };
    const { address } = await logServer({ log: { stream: "stdout", gap } }, chunk("9\n"));
    const { stdout, stderr } = await pmc(["logs", "id0", "-f", "--server", address]);
    expect(stdout).toBe("9\n");
    expect(stderr).toBe("[pmd: output may be missing here: no such file or directory]\n");
  });

  it("do not wait for a server that was never there", async () => {
    const server = await logServer();
    await server.close();
    expect((await pmc(["logs", "id0", "-f", "--server", server.address])).status).toBe(69);
  });
});

async function* oneLineAndWait(
  request: CommandRequest,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<ResultInit> {
  const isFirst = request.command === "logs" && request.logs.after.length === 0;
  if (isFirst) yield { log: { stream: "stdout", data: Buffer.from("1\n"), position: "1" } };
  else yield chunk("2\n");
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
}

it("a local server that comes back on another port is found again", async () => {
  const runtime = temporaryDirectory();
  const publish = (address: string): void => {
    const published = {
      pid: 1,
      listen: [address],
      socket: null,
      stateDirectory: join(home, "dpm"),
    };
    writeFileSync(join(runtime, "pmd.json"), JSON.stringify(published));
  };
  const home = homeWithToken();
  const first = await fakeServer(oneLineAndWait);
  publish(first.address);
  const environment = { PMC_RUNTIME_DIR: runtime };
  const run = await startPmc(["logs", "id0", "-f"], { environment, home });
  await waitUntil(() => run.stdout() === "1\n", { what: "the first line" });
  await first.close();
  publish((await fakeServer(oneLineAndWait)).address);
  await waitUntil(() => run.stdout() === "1\n2\n", { what: "the second server" });
  run.interrupt();
  expect(await run.ended).toBe(0);
});
