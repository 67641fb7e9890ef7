import { describe, expect, it } from "vitest";
import type { Hook, HookAction, HookEvent } from "../model/hook.ts";
import type { Probe } from "../model/probe.ts";
import { createHarness, defineProcess } from "../testing/index.ts";

const probe: Probe = {
  check: { kind: "http", url: "http://127.0.0.1:1/" },
  initialDelayMs: 2000,
  periodMs: 10_000,
  timeoutMs: 1000,
  successThreshold: 1,
  failureThreshold: 3,
};
const heartbeat: Probe = {
  ...probe,
  check: { kind: "heartbeat", file: "/run/a.beat" },
  initialDelayMs: 0,
};

function hook(event: HookEvent, action: HookAction, overrides: Partial<Hook> = {}): Hook {
  return { event, action, timeoutMs: 5000, rateLimit: null, ...overrides };
}
const notify: HookAction = { kind: "exec", argv: ["/bin/notify"] };

describe("a health probe", () => {
  it("makes a hang after enough failures in a row, which ends the process and follows the policy", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("a", { health: probe, hooks: [hook("on_health_fail", notify)] }),
    );
    expect(harness.status("a").health).toBe("starting");
    await harness.clock.advance(2000);
    expect(harness.status("a").health).toBe("healthy");
    harness.prober.answer = () => ({ kind: "failed", reason: "no answer" });
    await harness.clock.advance(20_000);
    harness.prober.answer = () => ({ kind: "passed" });
    await harness.clock.advance(10_000);
    expect(harness.status("a")).toMatchObject({ health: "healthy", restarts: 0 });
    harness.prober.answer = () => ({ kind: "failed", reason: "no answer" });
    await harness.clock.advance(30_000);
    expect(harness.status("a")).toMatchObject({
      state: "running",
      restarts: 1,
      lastExit: { result: "probe" },
      health: "starting",
    });
    expect(harness.hookRunner.runs.map(({ facts }) => facts.event)).toEqual(["on_health_fail"]);
    expect(harness.events.some(({ cause }) => cause === "its health probe failed: no answer")).toBe(
      true,
    );
    expect(harness.engine.breaches).toEqual([]);
  });

  it("ends a hung process that ignores the stop signal, too", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { ignores: ["SIGTERM"] });
    harness.prober.answer = () => ({ kind: "failed", reason: "no answer" });
    await harness.begin(defineProcess("a", { health: probe, stopTimeoutMs: 5000 }));
    await harness.clock.advance(22_000);
    expect(harness.status("a")).toMatchObject({ state: "stopping", health: "unhealthy", pid: 100 });
    await harness.clock.advance(5000);
    expect(harness.status("a")).toMatchObject({ state: "running", pid: 101 });
  });

  it("asks nobody any more once the process is being stopped, and no answer of an old instance touches a new one", async () => {
    const harness = createHarness();
    const late = Promise.withResolvers<{ kind: "failed"; reason: string }>();
    harness.prober.answer = () => late.promise;
    await harness.begin(defineProcess("a", { health: { ...probe, failureThreshold: 1 } }));
    await harness.clock.advance(2000);
    await harness.restart("a");
    expect(harness.prober.cancelled).toBe(1);
    const { pid } = harness.status("a");
    late.resolve({ kind: "failed", reason: "too late" });
    await harness.clock.settle();
    expect(harness.status("a")).toMatchObject({ pid, health: "starting" });
    await harness.stop("a");
    const asked = harness.prober.questions.length;
    await harness.clock.advance(60_000);
    expect(harness.prober.questions).toHaveLength(asked);
  });

  it("misses a heartbeat after one whole silence, and gives a new heart as long to begin", async () => {
    const harness = createHarness();
    harness.prober.answer = () => ({ kind: "failed", reason: "file is too old" });
    await harness.begin(defineProcess("a", { health: heartbeat }));
    await harness.clock.advance(29_999);
    expect(harness.prober.questions).toEqual([]);
    await harness.clock.advance(1);
    expect(harness.prober.questions).toEqual([{ check: heartbeat.check, failAfterMs: 30_000 }]);
    expect(harness.status("a")).toMatchObject({ restarts: 1, lastExit: { result: "probe" } });
  });

  it("that throws instead of answering counts as failed", async () => {
    const harness = createHarness();
    harness.prober.answer = () => Promise.reject(new Error("bug"));
    await harness.begin(defineProcess("a", { health: { ...probe, failureThreshold: 1 } }));
    await harness.clock.advance(2000);
    expect(harness.status("a")).toMatchObject({ restarts: 1 });
  });
});

describe("a readiness probe", () => {
  it("has to pass as often as its threshold says, in a row", async () => {
    const harness = createHarness();
    const answers = ["passed", "failed", "passed", "passed"];
    harness.prober.answer = () =>
      answers.shift() === "failed" ? { kind: "failed", reason: "no" } : { kind: "passed" };
    await harness.begin(
      defineProcess("a", { readiness: { ...probe, initialDelayMs: 0, successThreshold: 2 } }),
    );
    await harness.clock.advance(29_999);
    expect(harness.status("a").ready).toBe(false);
    await harness.clock.advance(1);
    expect(harness.status("a").ready).toBe(true);
    await harness.clock.advance(60_000);
    expect(harness.prober.questions).toHaveLength(4);
  });

  it("does not take a predecessor's heartbeat for its own", async () => {
    const harness = createHarness();
    harness.prober.answer = () => ({ kind: "failed", reason: "too old" });
    await harness.begin(defineProcess("a", { readiness: { ...heartbeat, initialDelayMs: 500 } }));
    await harness.clock.advance(500);
    expect(harness.prober.questions[0]?.failAfterMs).toBe(500);
  });
});

describe("a hook", () => {
  it("is told what happened, for each kind of event", async () => {
    const harness = createHarness();
    const all: HookEvent[] = [
      "on_start",
      "on_ready",
      "on_exit",
      "on_failure",
      "on_restart",
      "on_stop",
      "on_limit",
    ];
    await harness.begin(
      defineProcess("a", {
        hooks: all.map((event) => hook(event, notify)),
        startLimit: { count: 1, windowMs: 60_000 },
      }),
    );
    const seen = (): unknown[] =>
      harness.hookRunner
        .take()
        .map(({ facts }) => [facts.event, facts.pid, facts.code, facts.signal, facts.count]);
    expect(seen()).toEqual([
      ["on_start", 100, null, null, 0],
      ["on_ready", 100, null, null, 0],
    ]);
    harness.engine.end("a", { kind: "exited", code: 3 });
    await harness.clock.settle();
    expect(seen()).toEqual([
      ["on_exit", 100, 3, null, 1],
      ["on_failure", 100, 3, null, 1],
      ["on_restart", 100, 3, null, 1],
      ["on_start", 101, null, null, 1],
      ["on_ready", 101, null, null, 1],
    ]);
    harness.engine.end("a", { kind: "signalled", signal: "SIGKILL", coreDumped: false });
    await harness.clock.settle();
    expect(seen()).toEqual([
      ["on_exit", 101, null, "SIGKILL", 1],
      ["on_failure", 101, null, "SIGKILL", 1],
      ["on_limit", 101, null, "SIGKILL", 1],
    ]);
    await harness.start("a");
    seen();
    await harness.stop("a");
    expect(seen()).toEqual([
      ["on_exit", 102, null, "SIGTERM", 0],
      ["on_stop", 102, null, "SIGTERM", 0],
    ]);
  });

  it("is held back by its rate limit, whose count is really kept and really runs out", async () => {
    const harness = createHarness();
    const limited = hook("on_start", notify, { rateLimit: { count: 2, windowMs: 60_000 } });
    await harness.begin(defineProcess("a", { hooks: [limited] }));
    await harness.restart("a");
    await harness.restart("a");
    await harness.restart("a");
    expect(harness.hookRunner.runs).toHaveLength(2);
    expect(harness.supervisor.troubles()).toMatchObject([{ kind: "hook", count: 2 }]);
    await harness.clock.advance(60_000);
    await harness.restart("a");
    expect(harness.hookRunner.runs).toHaveLength(3);
    await harness.clock.advance(600_000);
    expect(harness.supervisor.troubles()).toEqual([]);
  });

  it("can start another process, restart its own and stop a group", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("main", {
        restart: "no",
        hooks: [
          hook("on_exit", { kind: "start", id: "fallback" }),
          hook("on_failure", { kind: "stop-group", group: "extras" }),
        ],
      }),
      defineProcess("fallback", { autostart: false }),
      defineProcess("extra", { group: "extras" }),
      defineProcess("phoenix", { restart: "no", hooks: [hook("on_exit", { kind: "restart" })] }),
    );
    harness.engine.end("main", { kind: "exited", code: 1 });
    harness.engine.end("phoenix", { kind: "exited", code: 0 });
    await harness.clock.settle();
    expect(["main", "fallback", "extra", "phoenix"].map((id) => harness.status(id).state)).toEqual([
      "exited",
      "running",
      "stopped",
      "running",
    ]);
    expect(harness.events.find(({ id, to }) => id === "fallback" && to === "starting")?.actor).toBe(
      "hook on_exit of main",
    );
  });

  it("does not restart what a person stopped", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("a", {
        hooks: [hook("on_exit", { kind: "restart" }), hook("on_stop", { kind: "start", id: "a" })],
      }),
    );
    await harness.stop("a");
    await harness.clock.advance(60_000);
    expect(harness.status("a").state).toBe("stopped");
    expect(harness.engine.spawns).toHaveLength(1);
  });

  it("that sets itself off in a circle is held back", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("a", { hooks: [hook("on_start", { kind: "restart" })] }),
      defineProcess("b", { hooks: [hook("on_start", { kind: "start", id: "a" })] }),
    );
    await harness.clock.advance(10_000);
    expect(harness.engine.spawns.filter(({ id }) => id === "a").length).toBeLessThanOrEqual(6);
    expect(harness.status("a").state).toBe("running");
    expect(harness.supervisor.troubles().some(({ kind }) => kind === "hook")).toBe(true);
  });
});
