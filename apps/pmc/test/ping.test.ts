import { desiredState, health, processState, type ResultInit } from "@dpm/pdu";
import { describe, expect, it } from "vitest";

import { fakeServer } from "./fake-server.ts";
import { pmc } from "./fake-world.ts";
import { row, status, stopped } from "./rows.ts";

async function* answers(...results: ResultInit[]): AsyncGenerator<ResultInit> {
  yield* results;
}

const at = Date.UTC(2029, 11, 31, 23, 59, 30);

async function serverWith(...rows: Parameters<typeof row>[0][]) {
  return fakeServer(() => answers({ processes: { rows: rows.map(row) } }));
}

describe("ping", () => {
  it("shows a row for each process, also for stopped and disabled ones", async () => {
    const { address } = await serverWith(
      status("id0", { restarts: 2, lastExit: { code: 7, atMs: at, result: "exit-code" } }),
      status("id-0", { pid: 12, health: health.unhealthy, uptimeMs: 61_000 }),
      stopped("off", { enabled: false }),
      stopped("killed", { lastExit: { signal: "SIGKILL", atMs: at, result: "signal" } }),
    );
    const ended = await pmc(["ping", "--server", address]);
    expect(ended).toEqual({
      status: 0,
      stderr: "",
      stdout: `ID      STATE                PID   UPTIME  RESTARTS  LAST EXIT
id0     running              4711  1h      2         exit 7, 30s ago
id-0    running (unhealthy)  12    1m 1s   0         -
off     stopped (disabled)   -     -       0         -
killed  stopped              -     -       0         SIGKILL, 30s ago
`,
    });
  });

  it("is exactly one documented document as JSON", async () => {
    const { address } = await serverWith(
      status("id0", {
        group: "web",
        restarts: 1,
        lastExit: { signal: "SIGKILL", atMs: at, result: "signal" },
      }),
      stopped("gone", { lastExit: { atMs: at, result: "unknown" } }),
      stopped("coded", { lastExit: { code: 0, atMs: at, result: "success" } }),
    );
    const ended = await pmc(["ping", "--json", "--server", address]);
    expect(ended.status).toBe(0);
    const rest = { reason: null, nextAttemptAt: null, instance: 0, limit: null };
    const down = {
      group: null,
      enabled: true,
      state: "stopped",
      desired: "down",
      ready: false,
      health: "none",
      pid: null,
      startedAt: null,
      uptimeMs: null,
      restarts: 0,
      ...rest,
    };
    expect(JSON.parse(ended.stdout)).toStrictEqual({
      servers: [
        {
          address,
          ok: true,
          processes: [
            {
              id: "id0",
              group: "web",
              enabled: true,
              state: "running",
              desired: "up",
              ready: true,
              health: "none",
              pid: 4711,
              startedAt: "2029-12-31T23:00:00.000Z",
              uptimeMs: 3_600_000,
              restarts: 1,
              lastExit: {
                code: null,
                signal: "SIGKILL",
                at: "2029-12-31T23:59:30.000Z",
                result: "signal",
              },
              ...rest,
            },
            {
              id: "gone",
              ...down,
              lastExit: { at: "2029-12-31T23:59:30.000Z", result: "unknown" },
            },
            {
              id: "coded",
              ...down,
              lastExit: {
                code: 0,
                signal: null,
                at: "2029-12-31T23:59:30.000Z",
                result: "success",
              },
            },
          ],
        },
      ],
    });
  });

  it.each<{ is: string; state: number; desired: number; ends: number }>([
    { is: "running", state: processState.running, desired: desiredState.up, ends: 0 },
    { is: "starting", state: processState.starting, desired: desiredState.up, ends: 0 },
    { is: "in back-off", state: processState.backoff, desired: desiredState.up, ends: 3 },
    { is: "given up", state: processState.fatal, desired: desiredState.up, ends: 3 },
    { is: "waiting", state: processState.waiting, desired: desiredState.up, ends: 3 },
    { is: "in a state of later versions", state: 4242, desired: desiredState.up, ends: 3 },
    { is: "ended by policy", state: processState.exited, desired: desiredState.down, ends: 0 },
    { is: "stopped", state: processState.stopped, desired: desiredState.down, ends: 0 },
  ])("of a process that is $is ends with $ends", async ({ state, desired, ends }) => {
    const { address } = await serverWith(status("id0", { state, desired }));
    expect((await pmc(["ping", "--server", address])).status).toBe(ends);
  });

  it("says below the table why a process is not up, when it is tried again, and what troubles the server", async () => {
    const server = await fakeServer(() =>
      answers(
        {
          processes: {
            rows: [
              row(
                stopped("crash", {
                  state: processState.backoff,
                  desired: desiredState.up,
                  reason: "exit 1 after 20 ms",
                  nextAttemptAtMs: Date.UTC(2030, 0, 1, 0, 0, 9),
                  limit: 5,
                  limitUsed: 3,
                }),
              ),
            ],
          },
        },
        {
          server: {
            server: "pmd",
            pid: 1,
            troubles: [{ message: "the disk is full", hint: "Make room." }],
          },
        },
      ),
    );
    const ended = await pmc(["ping", "--server", server.address]);
    expect(ended.status).toBe(3);
    expect(ended.stdout).toContain(
      "\ncrash: exit 1 after 20 ms; next attempt in 9s; 3 of 5 starts used\n",
    );
    expect(ended.stdout).toContain(`\n! pmd at ${server.address}: the disk is full. Make room.\n`);
  });

  it("says now of an attempt that is due", async () => {
    const { address } = await serverWith(
      stopped("crash", {
        state: processState.backoff,
        desired: desiredState.up,
        nextAttemptAtMs: Date.UTC(2030, 0, 1) + 999,
      }),
    );
    const ended = await pmc(["ping", "--server", address]);
    expect(ended.stdout).toContain("\ncrash: next attempt now\n");
  });

  it("says so when nothing is defined", async () => {
    const { address } = await serverWith();
    expect((await pmc(["ping", "--server", address])).stdout).toBe("No process is defined.\n");
  });

  it("never lets a server's or a program's text steer the terminal", async () => {
    const evil = "\u001b]52;c;cm0=\u0007\u009b2J\u202Ee";
    const { address } = await serverWith(
      status(evil, {
        reason: evil,
        health: health.unhealthy,
        lastExit: { signal: evil, atMs: at },
      }),
    );
    for (const words of [["ping"], ["ping", "--json"]]) {
      const ended = await pmc([...words, "--server", address], {
        terminal: true,
        environment: { NO_COLOR: "1" },
      });
      expect(ended.stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it("has colours only on a terminal that wants them", async () => {
    const { address } = await serverWith(status("id0"));
    const colour = async (terminal: boolean, environment = {}, ...words: string[]) =>
      (
        await pmc(["ping", "--server", address, ...words], { terminal, environment })
      ).stdout.includes("\u001b[");
    expect(await colour(true)).toBe(true);
    expect(await colour(false)).toBe(false);
    expect(await colour(true, { NO_COLOR: "1" })).toBe(false);
    expect(await colour(true, { NO_COLOR: "" })).toBe(true);
    expect(await colour(true, { TERM: "dumb" })).toBe(false);
    expect(await colour(true, {}, "--no-color")).toBe(false);
    expect(await colour(true, {}, "--json")).toBe(false);
  });

  it("fits 80 columns with long ids and several servers, and loses nothing", async () => {
    const id = `a-process-with-${"a-long-".repeat(12)}name`;
    const lastExit = { code: 1, atMs: at - 90_000_000, result: "exit-code" };
    const one = await serverWith(status(id, { restarts: 1000, lastExit }));
    const two = await serverWith(status("id0"));
    const ended = await pmc(["ping", "--server", `${one.address},${two.address}`]);
    const lines = ended.stdout.split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines[0]).toMatch(/^SERVER +ID +STATE/u);
    expect(ended.stdout.replaceAll(/\s/gu, "")).toContain("1000");
  });
});
