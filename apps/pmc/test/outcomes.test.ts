import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { dpmError, errorFromReport, type ErrorReport, toReport } from "@dpm/errors";
import { errorToPdu, processState, type ResultInit } from "@dpm/pdu";
import type { CommandRequest } from "@dpm/rpc";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, it } from "vitest";

import { fakeServer } from "./fake-server.ts";
import { homeWithToken, pmc, startPmc } from "./fake-world.ts";
import { row, status, stopped } from "./rows.ts";

const missing: ErrorReport = {
  code: "ERR_DPM_PROCESS_SPAWN",
  category: "not-found",
  message: "program not found: /no/such (ENOENT)",
  hint: "Check the command.",
};

/** A server that sends these results to whatever is asked. */
async function serverOf(...results: ResultInit[]) {
  const asked: CommandRequest[] = [];
  const server = await fakeServer(async function* (request) {
    asked.push(request);
    yield* results;
  });
  return { ...server, asked };
}

/** A server that refuses whatever is asked. */
async function refusing(report: ErrorReport) {
  return fakeServer(() => {
    throw errorFromReport(report);
  });
}

describe("start, stop and restart", () => {
  it("show one failing program among three, with errno and path, and end with 1", async () => {
    const { address } = await serverOf({
      processes: {
        rows: [
          row(status("good-1")),
          {
            status: stopped("bad", { state: processState.fatal }),
            done: true,
            ok: false,
            error: errorToPdu(missing),
          },
          row(status("good-2")),
        ],
      },
    });
    const ended = await pmc(["start", "--server", address]);
    expect(ended.status).toBe(1);
    expect(ended.stdout).toBe(`ID      RESULT  STATE    PID   WHY
good-1  ok      running  4711
bad     failed  fatal    -     program not found: /no/such (ENOENT). Check the
                               command.
good-2  ok      running  4711
`);
    const json = await pmc(["start", "--json", "--server", address]);
    expect(json.status).toBe(1);
    const processes = [
      { id: "good-1", ok: true },
      {
        id: "bad",
        ok: false,
        error: { code: "ERR_DPM_PROCESS_SPAWN", message: missing.message, hint: missing.hint },
      },
      { id: "good-2", ok: true },
    ];
    expect(JSON.parse(json.stdout)).toMatchObject({ servers: [{ ok: false, processes }] });
  });

  it.each(["start", "stop", "restart"] as const)("%s asks for what was selected", async (name) => {
    const { address, asked } = await serverOf({ processes: { rows: [row(status("id0"))] } });
    const ended = await pmc([name, "-id0", "web-*", "-g", "db", "--server", address]);
    expect(ended.status).toBe(0);
    const [request] = asked;
    expect(request?.command).toBe(name);
    expect(request).toMatchObject({
      [name]: { selector: { ids: ["id0", "web-*"], groups: ["db"] } },
    });
  });

  it("stop -pid asks for the pid, signal and scale for theirs", async () => {
    const { address, asked } = await serverOf({ processes: { rows: [row(status("id0"))] } });
    await pmc(["stop", "-pid", "4711", "--server", address]);
    await pmc(["kill", "id0", "-HUP", "--server", address]);
    await pmc(["scale", "worker", "4", "--server", address]);
    expect(asked[0]).toMatchObject({ stop: { selector: { pids: [4711] } } });
    expect(asked[1]).toMatchObject({ signal: { selector: { ids: ["id0"] }, signal: "SIGHUP" } });
    expect(asked[2]).toMatchObject({ scale: { id: "worker", count: 4 } });
  });

  it("send a key, so that a request that is sent twice runs once, and their deadline", async () => {
    const { address, asked } = await serverOf({ processes: { rows: [row(status("id0"))] } });
    await pmc(["start", "--timeout", "7s", "--server", address]);
    expect(asked[0]?.key).toHaveLength(16);
    expect(asked[0]?.timeoutMs).toBeGreaterThan(5_000);
    expect(asked[0]?.timeoutMs).toBeLessThanOrEqual(7_000);
  });

  it("keep the last row of each process, and count an unfinished one as failed", async () => {
    const { address } = await serverOf(
      {
        processes: {
          rows: [
            { status: status("a", { state: processState.starting }) },
            { status: stopped("b") },
          ],
        },
      },
      { processes: { rows: [row(status("a"))] } },
    );
    const ended = await pmc(["start", "--server", address]);
    expect(ended.status).toBe(1);
    expect(ended.stdout).toMatch(/^a +ok +running/mu);
    expect(ended.stdout).toMatch(/^b +unfinished/mu);
  });

  it("show on a terminal what they wait for, and take it away again", async () => {
    const gate = Promise.withResolvers<void>();
    const { address } = await fakeServer(async function* () {
      yield {
        processes: {
          rows: [row(status("a")), { status: status("slow", { state: processState.stopping }) }],
        },
      };
      await gate.promise;
      yield { processes: { rows: [row(stopped("slow"))] } };
    });
    const run = await startPmc(["stop", "--server", address], { terminal: true });
    await waitUntil(() => run.stderr().includes("slow: stopping"), { what: "a progress row" });
    expect(run.stderr()).toContain("1 of 2 done");
    gate.resolve();
    expect(await run.ended).toBe(0);
    // As many lines up and erased as were written.
    expect(run.stderr().split("\n").length - 1).toBe(run.stderr().split("\u001b[1A").length - 1);
    expect(run.stdout()).toContain("slow");
  });

  it("show on a terminal that they wait also before the first row", async () => {
    const gate = Promise.withResolvers<void>();
    const { address } = await fakeServer(async function* () {
      await gate.promise;
      yield { edit: { file: "/a.xml", line: 3 } };
    });
    const run = await startPmc(["config", "set", "a", "b=c", "--server", address], {
      terminal: true,
    });
    await waitUntil(() => run.stderr().includes(`waiting for ${address}`), { what: "progress" });
    expect(run.stderr()).not.toContain("0 of 0");
    gate.resolve();
    expect(await run.ended).toBe(0);
  });

  it("show on a terminal what was written while its processes start", async () => {
    const gate = Promise.withResolvers<void>();
    const { address } = await fakeServer(async function* () {
      yield { edit: { file: "/a.xml", line: 3 } };
      await gate.promise;
    });
    const run = await startPmc(["config", "set", "a", "b=c", "--server", address], {
      terminal: true,
    });
    await waitUntil(() => run.stderr().includes("written to /a.xml:3"), { what: "progress" });
    gate.resolve();
    expect(await run.ended).toBe(0);
  });

  it("show no progress in a pipe", async () => {
    const { address } = await serverOf({ processes: { rows: [row(status("a"))] } });
    expect((await pmc(["stop", "--server", address])).stderr).toBe("");
  });
});

describe("what a server refuses", () => {
  it.each<[ErrorReport["category"], number]>([
    ["invalid-argument", 2],
    ["configuration", 78],
    ["permission-denied", 77],
    ["version-mismatch", 76],
    ["unavailable", 69],
    ["deadline-exceeded", 75],
    ["not-found", 4],
    ["failed-precondition", 1],
    ["already-exists", 1],
  ])("as %s ends with %i and says why", async (category, expected) => {
    const report = { code: "ERR_DPM_X", category, message: "no such thing", hint: "Try another." };
    const { address } = await refusing(report);
    const ended = await pmc(["start", "--server", address]);
    expect(ended).toEqual({
      status: expected,
      stdout: "",
      stderr: "pmc: no such thing\n     Try another.\n",
    });
    const json = await pmc(["start", "--json", "--server", address]);
    expect(json.status).toBe(expected);
    expect(json.stderr).toBe("");
    expect(JSON.parse(json.stdout)).toStrictEqual({
      servers: [{ address, ok: false, error: report, processes: [] }],
    });
  });

  it("as a value that it does not take, without a hint, points to the command's page", async () => {
    const report = { code: "ERR_DPM_X", category: "invalid-argument", message: "no" } as const;
    const { address } = await refusing(report);
    const text = await pmc(["logs", "id0", "--server", address]);
    expect(text).toEqual({ status: 2, stdout: "", stderr: 'pmc: no\n     See "pmc help logs".\n' });
    const set = await pmc(["config", "set", "id0", "a=b", "--server", address]);
    expect(set.stderr).toContain('See "pmc help config set".');
  });

  it("with a fault of its own asks for a bug report, without a stack", async () => {
    const { address } = await fakeServer(() => {
      throw new TypeError("secret detail");
    });
    const ended = await pmc(["ping", "--server", address]);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain("The daemon's log has the cause under");
    expect(ended.stderr).toContain("This is a bug");
    expect(ended.stderr).toMatch(/code +ERR_DPM_INTERNAL/u);
    expect(ended.stderr).not.toMatch(/secret detail|\n\s+at /u);
  });

  it("has its text escaped", async () => {
    const message = "bad\u001b[2J\nsecond line";
    const { address } = await refusing({ code: "ERR_DPM_X", category: "configuration", message });
    const ended = await pmc(["config", "reload", "--server", address]);
    expect(ended.stderr).toBe("pmc: bad\\x1b[2J\nsecond line\n");
  });
});

describe("what does not come to an answer", () => {
  it("for lack of a token is 77", async () => {
    const { address } = await serverOf();
    const ended = await pmc(["ping", "--server", address], { home: "/nonexistent" });
    expect(ended.status).toBe(77);
    expect(ended.stderr).toContain("--token-file");
  });

  it("for a wrong token is 77, and the server was told nothing", async () => {
    const { address, asked } = await serverOf();
    const home = homeWithToken("B".repeat(43));
    expect((await pmc(["start", "--server", address], { home })).status).toBe(77);
    expect(asked).toEqual([]);
  });

  it("for lack of permission is 77", async () => {
    const { address } = await fakeServer(async function* () {}, { permission: "read" });
    const ended = await pmc(["start", "--server", address]);
    expect(ended.status).toBe(77);
    expect(ended.stderr).toContain("start needs the permission operate");
  });

  it("for a server too old for the command is 76", async () => {
    const { address } = await fakeServer(async function* () {}, { capabilities: ["ping"] });
    const ended = await pmc(["scale", "id0", "2", "--server", address]);
    expect(ended.status).toBe(76);
    expect(ended.stderr).toContain("Upgrade the server.");
  });

  it("for want of time is 75, and names --timeout", async () => {
    const { address } = await fakeServer(async function* (_, { signal }) {
      yield { processes: { rows: [{ status: status("slow", { state: processState.starting }) }] } };
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
    });
    const ended = await pmc(["start", "--timeout", "300ms", "--server", address]);
    expect(ended.status).toBe(75);
    expect(ended.stderr).toContain("--timeout");
    // What was known until then is shown.
    expect(ended.stdout).toMatch(/^slow +unfinished +starting/mu);
  });

  it("for a broken connection is 69", async () => {
    const server = await fakeServer(async function* () {
      yield { processes: { rows: [{ status: status("id0") }] } };
      server.breakConnections();
    });
    expect((await pmc(["start", "--server", server.address])).status).toBe(69);
  });

  it("for a server that is not there is 69", async () => {
    const server = await fakeServer(async function* () {});
    await server.close();
    const ended = await pmc(["ping", "--server", server.address]);
    expect(ended.status).toBe(69);
    expect(ended.stderr).toContain("nothing listens at");
    expect(ended.stderr).toContain("pmd --config FILE --daemon");
    expect(ended.stderr).not.toContain("runs at");
  });

  it("for a local server that is not there names those that are", async () => {
    const gone = await fakeServer(async function* () {});
    await gone.close();
    const home = homeWithToken();
    const running = join(home, "dpm/run/running");
    mkdirSync(running, { recursive: true });
    const list = (name: string, content: object): void =>
      writeFileSync(join(running, name), JSON.stringify(content));
    list("1.json", { pid: process.pid, listen: ["127.0.0.1:43117"], socket: "/r/pmd.sock" });
    list("2.json", { pid: process.pid, listen: [gone.address] });
    list("3.json", { pid: 2 ** 30, listen: ["127.0.0.1:43118"] });
    list("4.json", { pid: process.pid, listen: [], socket: "/s/pmd.sock" });
    const ping = await pmc(["ping", "--server", gone.address], { home });
    expect(ping.status).toBe(69);
    expect(ping.stderr).toContain(
      "A pmd of this user runs at 127.0.0.1:43117, unix:/s/pmd.sock: name it with --server.\n",
    );
    const logs = await pmc(["logs", "id0", "--json", "--server", gone.address], { home });
    expect(logs.stdout).toContain("runs at 127.0.0.1:43117");
    const far = await pmc(["ping", "--timeout", "2s", "--server", "unix:/nonexistent/s"], { home });
    expect(far.stderr).toContain("runs at 127.0.0.1:43117");
  });

  it("for a program that is no pmd says to check the port", async () => {
    const other = createServer((socket) => socket.resume().end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => void other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const ended = await pmc(["ping", "--server", `127.0.0.1:${port}`]);
    await new Promise((resolve) => void other.close(resolve));
    // Not 2: what was typed can be asked, only not of what listens there.
    expect(ended.status).toBe(69);
    expect(ended.stderr).toContain("this looks like HTTP");
    expect(ended.stderr).toContain("Check the port: pmd's default is 8988.");
    expect(ended.stderr).not.toContain("protocol.md");
  });

  it("for a server that closes at once is 69, and nothing was asked", async () => {
    const closing = createServer((socket) => socket.resume().end());
    await new Promise<void>((resolve) => void closing.listen(0, "127.0.0.1", resolve));
    const bound = closing.address();
    const address = `127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
    const ended = await pmc(["start", "--server", address]);
    await new Promise((resolve) => void closing.close(resolve));
    expect(ended.status).toBe(69);
    expect(ended.stderr).toContain("nothing was asked of it");
    expect(ended.stderr).toContain(`tls://${address}`);
    expect(ended.stderr).not.toMatch(/lost|may or may not/u);
  });
});

it("usage errors are JSON too, on standard output, and text on standard error", async () => {
  const json = await pmc(["strat", "--json"]);
  const report = toReport(
    dpmError("ERR_DPM_COMMAND_UNKNOWN_WORD", {
      word: "strat",
      what: "command",
      nearest: "start",
      page: "",
    }),
  );
  const { code, category, message, hint } = report;
  expect(json).toEqual({
    status: 2,
    stderr: "",
    stdout: `${JSON.stringify({ error: { code, category, message, hint }, servers: [] })}\n`,
  });
  const text = await pmc(["strat"]);
  expect(text.status).toBe(2);
  expect(text.stdout).toBe("");
  expect(text.stderr).toContain('Did you mean "start"?');
});

async function statusOver(...servers: readonly { readonly address: string }[]): Promise<number> {
  const addresses = servers.map(({ address }) => address).join(",");
  return (await pmc(["stop", "--server", addresses])).status;
}

describe("several servers in one call", () => {
  it("are asked at once; one that is down is a row, and the others answer", async () => {
    const one = await serverOf({ processes: { rows: [row(status("id0"))] } });
    const two = await serverOf({ processes: { rows: [row(status("id0", { pid: 12 }))] } });
    const gone = await serverOf();
    await gone.close();
    const servers = [one.address, gone.address, two.address].join(",");
    const table = await pmc(["ping", "--server", servers]);
    expect(table.status).toBe(69);
    const lines = table.stdout.split("\n");
    expect(lines[1]).toMatch(new RegExp(`^${one.address} +id0 +running +4711`, "u"));
    expect(lines[2]).toMatch(new RegExp(`^${gone.address} +unreachable: nothing listens at`, "u"));
    expect(table.stdout).toMatch(new RegExp(`^${two.address} +id0 +running +12`, "mu"));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    const json = await pmc(["ping", "--json", "--server", one.address, "--server", gone.address]);
    expect(json.status).toBe(69);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [
        { address: one.address, ok: true, processes: [{ id: "id0" }] },
        { address: gone.address, ok: false, error: { hint: expect.any(String) }, processes: [] },
      ],
    });
  });

  it("do not wait for each other", async () => {
    const both = Promise.withResolvers<void>();
    let waiting = 0;
    const meeting = () =>
      fakeServer(async function* () {
        waiting += 1;
        if (waiting === 2) both.resolve();
        await both.promise;
        yield { processes: { rows: [row(status("id0"))] } };
      });
    const [one, two] = [await meeting(), await meeting()];
    expect((await pmc(["ping", "--server", `${one.address},${two.address}`])).status).toBe(0);
  });

  it("named twice are asked once", async () => {
    const one = await serverOf({ processes: { rows: [row(status("id0"))] } });
    await pmc(["ping", "--server", `${one.address},${one.address}`]);
    expect(one.asked).toHaveLength(1);
  });

  it("end with the first status of the precedence", async () => {
    const notFound = await refusing({ code: "ERR_DPM_X", category: "not-found", message: "no" });
    const late = await refusing({
      code: "ERR_DPM_X",
      category: "deadline-exceeded",
      message: "no",
    });
    const failing = await serverOf({
      processes: { rows: [{ status: stopped("a"), done: true, ok: false }] },
    });
    expect(await statusOver(failing, notFound)).toBe(4);
    expect(await statusOver(failing, notFound, late)).toBe(75);
  });
});

it("a Unix socket needs no token", async () => {
  const path = `${temporaryDirectory()}/pmd.sock`;
  await fakeServer(
    async function* () {
      yield { processes: { rows: [row(status("id0"))] } };
    },
    { address: `unix:${path}` },
  );
  const ended = await pmc(["ping", "--server", `unix:${path}`], { home: "/nonexistent" });
  expect(ended.status).toBe(0);
});
