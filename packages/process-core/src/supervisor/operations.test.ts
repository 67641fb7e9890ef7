import { describe, expect, it } from "vitest";
import type { LaunchFailure } from "../model/instance.ts";
import type { OperationRow } from "../operations/operation.ts";
import { createHarness, defineProcess } from "../testing/index.ts";

const missing: LaunchFailure = {
  stage: "program",
  errno: "ENOENT",
  path: "/no/such",
  passing: false,
};
const busy: LaunchFailure = { stage: "fork", errno: "EAGAIN", path: null, passing: true };
const probe = {
  check: { kind: "tcp", host: "127.0.0.1", port: 1 } as const,
  initialDelayMs: 0,
  periodMs: 1000,
  timeoutMs: 500,
  successThreshold: 1,
  failureThreshold: 3,
};
const manual = { autostart: false };

function codesOf(rows: readonly OperationRow[]): (string | undefined)[] {
  return rows.map(({ ok, error }) => (ok ? "ok" : error?.code));
}

describe("a start", () => {
  it("answers with a row for each id: one that fails does not keep the others from running", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("a", manual),
      defineProcess("bad", manual),
      defineProcess("c", manual),
    );
    harness.engine.behave("bad", { failure: missing });
    const rows = await harness.start("a", "bad", "c");
    expect(codesOf(rows)).toEqual(["ok", "ERR_DPM_PROCESS_LAUNCH_FAILED", "ok"]);
    expect(rows[1]?.error).toMatchObject({
      message: "program not found: /no/such (ENOENT)",
      details: { errno: "ENOENT", path: "/no/such", stage: "program" },
    });
    expect(rows[1]?.status).toMatchObject({ state: "backoff", pid: null, desired: "up" });
    expect(rows[1]?.status.nextAttemptAtMs).toBe(harness.clock.wallMs() + 1000);
  });

  it("is refused for a disabled process, with the way out", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("off", { enabled: false }));
    const [row] = await harness.start("off");
    expect(row?.error).toMatchObject({
      code: "ERR_DPM_PROCESS_DISABLED",
      hint: expect.stringContaining('enabled="true"'),
    });
    expect(codesOf(await harness.restart("off"))).toEqual(["ERR_DPM_PROCESS_DISABLED"]);
    expect(harness.engine.spawns).toEqual([]);
  });

  it("waits until the process is ready", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", { ...manual, readiness: probe }));
    harness.prober.answer = () => ({ kind: "failed", reason: "connection refused" });
    let rows: OperationRow[] | null = null;
    void harness.start("a").then((result) => (rows = result));
    await harness.clock.advance(5000);
    expect(harness.status("a")).toMatchObject({ state: "running", ready: false });
    expect(rows).toBeNull();
    harness.prober.answer = () => ({ kind: "passed" });
    await harness.clock.advance(1000);
    expect(rows).toMatchObject([{ ok: true, status: { ready: true } }]);
  });

  it("fails when the process is not ready in time, and says so", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("a", { ...manual, readiness: probe, startTimeoutMs: 3000, restart: "no" }),
    );
    harness.prober.answer = () => ({ kind: "failed", reason: "connection refused" });
    const rows = harness.start("a");
    await harness.clock.advance(3000);
    expect(codesOf(await rows)).toEqual(["ERR_DPM_PROCESS_NOT_READY_IN_TIME"]);
    await harness.clock.settle();
    expect(harness.status("a")).toMatchObject({ state: "exited", lastExit: { result: "timeout" } });
    expect(harness.engine.aliveOf("a")).toBe(0);
  });

  it("fails when the process ends before it is ready, even if the policy goes on trying", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", { ...manual, readiness: probe }));
    harness.prober.answer = () => ({ kind: "failed", reason: "connection refused" });
    const rows = harness.start("a");
    await harness.clock.settle();
    harness.engine.end("a", { kind: "exited", code: 3 });
    const [row] = await rows;
    expect(row?.error).toMatchObject({
      code: "ERR_DPM_PROCESS_ENDED_EARLY",
      message: "a exited with code 3, before it was ready",
    });
    await harness.clock.settle();
    expect(harness.status("a").state).toBe("running");
  });

  it("waits for a launch that fails for a passing reason, and reports it when it takes longer than a start may", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("soon", { ...manual, restart: "no" }),
      defineProcess("never", { ...manual, startTimeoutMs: 20_000 }),
    );
    harness.engine.behave("soon", { failure: busy });
    harness.engine.behave("never", { failure: busy });
    const rows = harness.start("soon", "never");
    await harness.clock.advance(2000);
    harness.engine.behave("soon", {});
    await harness.clock.advance(30_000);
    const result = await rows;
    expect(codesOf(result)).toEqual(["ok", "ERR_DPM_PROCESS_LAUNCH_FAILED"]);
    expect(result[1]?.error?.hint).toContain("tried again");
    harness.engine.behave("never", {});
    await harness.clock.advance(600_000);
    expect(harness.status("never").state).toBe("running");
  });

  it("reports progress when it takes long, once for each change", async () => {
    const harness = createHarness();
    const seen: string[] = [];
    await harness.begin(defineProcess("a", { ...manual, readiness: probe }));
    harness.prober.answer = () => ({ kind: "failed", reason: "no" });
    void harness.supervisor.startProcesses(["a"], {
      actor: "test",
      onResult: ({ done, status }) => seen.push(`${done} ${status.state}`),
    });
    await harness.clock.advance(10_000);
    expect(seen).toEqual(["false running"]);
    harness.prober.answer = () => ({ kind: "passed" });
    await harness.clock.advance(1000);
    expect(seen).toEqual(["false running", "true running"]);
  });

  it("goes on when whoever asked stops waiting", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual), defineProcess("b", manual));
    harness.engine.behave("a", { held: true });
    const controller = new AbortController();
    const rows = harness.supervisor.startProcesses(["a", "b"], {
      actor: "test",
      signal: controller.signal,
    });
    await harness.clock.settle();
    controller.abort();
    expect(codesOf(await rows)).toEqual(["ERR_DPM_CANCELLED", "ok"]);
    harness.engine.release("a");
    await harness.clock.settle();
    expect(harness.status("a").state).toBe("running");
  });

  it("is over at once when it was cancelled before it began to wait", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    harness.engine.behave("a", { held: true });
    const rows = await harness.supervisor.startProcesses(["a"], {
      actor: "test",
      signal: AbortSignal.abort(),
    });
    expect(codesOf(rows)).toEqual(["ERR_DPM_CANCELLED"]);
  });

  it("survives a listener that throws", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    const rows = await harness.supervisor.startProcesses(["a"], {
      actor: "test",
      onResult: () => {
        throw new Error("the client has gone");
      },
    });
    expect(codesOf(rows)).toEqual(["ok"]);
  });
});

describe("a stop", () => {
  it("kills what ignores the stop signal, and reports it stopped only when it is gone", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.engine.behave("a", { ignores: ["SIGTERM"] });
    await harness.restart("a");
    let rows: OperationRow[] | null = null;
    void harness.stop("a").then((result) => (rows = result));
    await harness.clock.advance(9999);
    expect(rows).toBeNull();
    expect(harness.status("a")).toMatchObject({ state: "stopping" });
    expect(harness.engine.aliveOf("a")).toBe(1);
    await harness.clock.advance(1);
    expect(harness.engine.aliveOf("a")).toBe(0);
    expect(rows).toMatchObject([
      { ok: true, status: { state: "stopped", lastExit: { report: { signal: "SIGKILL" } } } },
    ]);
  });

  it("ends what the main process leaves behind, within the stop timeout politely, then by force", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { children: 2, ignores: ["SIGTERM"] });
    await harness.begin(defineProcess("a", { stopTimeoutMs: 2000 }));
    const rows = harness.stop("a");
    await harness.clock.advance(100);
    harness.engine.end("a", { kind: "exited", code: 0 });
    expect(harness.engine.aliveOf("a")).toBe(2);
    await harness.clock.advance(1000);
    expect(harness.status("a").state).toBe("stopping");
    await harness.clock.advance(1000);
    expect(await rows).toMatchObject([{ ok: true, status: { state: "stopped" } }]);
    expect(harness.engine.aliveOf("a")).toBe(0);
  });

  it("reports what not even SIGKILL ends, keeps trying, and never starts a second one beside it", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { ignores: ["SIGTERM", "SIGKILL"] });
    await harness.begin(defineProcess("a", { stopTimeoutMs: 1000 }));
    const rows = harness.stop("a");
    await harness.clock.advance(1000);
    expect((await rows)[0]?.error).toMatchObject({
      code: "ERR_DPM_PROCESS_UNKILLABLE",
      details: { pids: [100] },
    });
    expect(harness.status("a")).toMatchObject({
      state: "stopping",
      pid: 100,
      reason: "SIGKILL does not end pid 100",
    });
    expect(codesOf(await harness.start("a"))).toEqual(["ERR_DPM_PROCESS_UNKILLABLE"]);
    expect(harness.engine.breaches).toEqual([]);
    harness.engine.behave("a", {});
    await harness.clock.advance(120_000);
    expect(harness.status("a").state).toBe("running");
    expect(harness.engine.breaches).toEqual([]);
  });

  it("reports it too when only the main process is meant", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { ignores: ["SIGTERM", "SIGKILL"] });
    await harness.begin(defineProcess("a", { stopTimeoutMs: 1000, killMode: "process" }));
    const rows = harness.stop("a");
    await harness.clock.advance(10_000);
    expect(codesOf(await rows)).toEqual(["ERR_DPM_PROCESS_UNKILLABLE"]);
  });

  it("takes back a launch that has not begun, and ends what one brings forth that has", async () => {
    const harness = createHarness({ maxConcurrentStarts: 1 });
    await harness.begin(defineProcess("a", manual), defineProcess("b", manual));
    harness.engine.behave("a", { held: true });
    const starts = harness.start("a", "b");
    await harness.clock.settle();
    const stops = harness.stop("a", "b");
    await harness.clock.settle();
    expect(harness.engine.spawns.map(({ id }) => id)).toEqual(["a"]);
    harness.engine.release("a");
    expect(codesOf(await stops)).toEqual(["ok", "ok"]);
    expect(codesOf(await starts)).toEqual([
      "ERR_DPM_PROCESS_SUPERSEDED",
      "ERR_DPM_PROCESS_SUPERSEDED",
    ]);
    expect(harness.engine.aliveOf("a")).toBe(0);
    expect(harness.engine.spawns.map(({ id }) => id)).toEqual(["a"]);
  });

  it("ends a back-off", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { failure: missing });
    await harness.begin(defineProcess("a"));
    expect(harness.status("a").state).toBe("backoff");
    expect(await harness.stop("a")).toMatchObject([
      { ok: true, status: { state: "stopped", nextAttemptAtMs: null } },
    ]);
    await harness.clock.advance(600_000);
    expect(harness.engine.spawns).toHaveLength(1);
  });

  it("of a stopped one is done already", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    expect(codesOf(await harness.stop("a"))).toEqual(["ok"]);
    expect(codesOf(await harness.stop("a"))).toEqual(["ok"]);
  });

  it("loses against a later start, and says so", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.engine.behave("a", { endsAfterMs: 500 });
    await harness.restart("a");
    const stop = harness.stop("a");
    await harness.clock.advance(100);
    const start = harness.start("a");
    await harness.clock.advance(500);
    expect((await stop)[0]?.error).toMatchObject({ message: "a was started by a later request" });
    expect(codesOf(await start)).toEqual(["ok"]);
    expect(harness.engine.breaches).toEqual([]);
  });
});

describe("a restart", () => {
  it("gives all new pids and starts what was stopped", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"), defineProcess("b", manual), defineProcess("c"));
    const before = harness.status("a").pid;
    const rows = await harness.restart("a", "b");
    expect(codesOf(rows)).toEqual(["ok", "ok"]);
    expect(harness.status("a").pid).not.toBe(before);
    expect(harness.status("b").state).toBe("running");
    expect(harness.engine.spawns.filter(({ id }) => id === "c")).toHaveLength(1);
  });

  it("asked by two clients at once serves both", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    const before = harness.status("a").pid;
    const [first, second] = await Promise.all([harness.restart("a"), harness.restart("a")]);
    expect([...codesOf(first), ...codesOf(second)]).toEqual(["ok", "ok"]);
    expect(harness.status("a").pid).not.toBe(before);
    expect(harness.engine.breaches).toEqual([]);
  });

  it("stops dependents first and starts them last, and one slow stop delays only those that depend on it", async () => {
    const harness = createHarness();
    harness.engine.behave("slow", { endsAfterMs: 5000 });
    await harness.begin(
      defineProcess("db"),
      defineProcess("web", { requires: ["db"] }),
      defineProcess("slow"),
    );
    const rows = harness.restart("db", "web", "slow");
    await harness.clock.advance(100);
    expect(harness.engine.spawns.map(({ id }) => id)).toEqual(["db", "slow", "web", "db", "web"]);
    const stops = harness.engine.signals
      .filter(({ signal }) => signal === "SIGTERM")
      .map(({ id }) => id);
    expect(stops.indexOf("web")).toBeLessThan(stops.indexOf("db"));
    await harness.clock.advance(5000);
    expect(codesOf(await rows)).toEqual(["ok", "ok", "ok"]);
  });

  it("overrules a stop that has not reached a process yet, also when another restarted one needs it", async () => {
    const harness = createHarness();
    harness.engine.behave("app", { endsAfterMs: 1000 });
    await harness.begin(
      defineProcess("db"),
      defineProcess("app", { requires: ["db"] }),
      defineProcess("web", { wants: ["app"] }),
    );
    const { pid } = harness.status("db");
    const stop = harness.stop("db", "app", "web");
    await harness.clock.settle();
    const restart = harness.restart("db", "web");
    await harness.clock.advance(2000);
    expect(codesOf(await restart)).toEqual(["ok", "ok"]);
    expect(codesOf(await stop)).toEqual([
      "ERR_DPM_PROCESS_SUPERSEDED",
      "ERR_DPM_PROCESS_SUPERSEDED",
      "ok",
    ]);
    expect(harness.status("db").pid).not.toBe(pid);
  });

  it("is overruled by a stop that comes before its turn", async () => {
    const harness = createHarness();
    harness.engine.behave("web", { endsAfterMs: 1000 });
    await harness.begin(defineProcess("db"), defineProcess("web", { requires: ["db"] }));
    const restart = harness.restart("db", "web");
    await harness.clock.advance(10);
    const stop = harness.stop("db");
    await harness.clock.advance(5000);
    expect(codesOf(await stop)).toEqual(["ok"]);
    expect(codesOf(await restart)).toEqual([
      "ERR_DPM_PROCESS_SUPERSEDED",
      "ERR_DPM_PROCESS_DEPENDENCY_FAILED",
    ]);
    expect(harness.status("db").state).toBe("stopped");
  });
});

describe("a signal", () => {
  it("goes to the main process and into the history", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { ignores: ["SIGHUP"] });
    await harness.begin(defineProcess("a"), defineProcess("b", manual));
    const rows = await harness.supervisor.signalProcesses(["a", "b"], "SIGHUP", { actor: "pmc" });
    expect(codesOf(rows)).toEqual(["ok", "ERR_DPM_PROCESS_NOT_RUNNING"]);
    expect(harness.engine.signals).toEqual([{ id: "a", signal: "SIGHUP", to: "main" }]);
    expect(harness.events.at(-1)).toMatchObject({
      id: "a",
      cause: "SIGHUP sent on request",
      actor: "pmc",
    });
  });

  it("that the system refuses is a failed row", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.engine.signal = () => ({ kind: "refused", errno: "EPERM" });
    const rows = await harness.supervisor.signalProcesses(["a"], "SIGHUP", { actor: "pmc" });
    expect(rows[0]?.error).toMatchObject({
      code: "ERR_DPM_PROCESS_SIGNAL_REFUSED",
      details: { errno: "EPERM" },
    });
  });
});
