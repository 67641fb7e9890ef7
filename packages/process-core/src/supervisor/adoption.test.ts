import { describe, expect, it } from "vitest";
import { createFakeStore, createHarness, defineProcess } from "../testing/index.ts";

describe("the next daemon", () => {
  it("takes over what runs: same pid, same start, same restarts, nothing launched", async () => {
    const first = createHarness();
    await first.begin(defineProcess("a"), defineProcess("b"));
    first.engine.end("a", { kind: "exited", code: 1 });
    await first.clock.advance(30_000);
    const before = first.status("a");
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    await first.clock.advance(5000);
    const next = first.successor();
    const report = await next.begin(defineProcess("a"), defineProcess("b"));
    expect(report).toMatchObject({ adopted: ["a", "b"], lost: [], starting: [] });
    expect(next.status("a")).toMatchObject({
      state: "running",
      ready: true,
      pid: before.pid,
      startedAtMs: before.startedAtMs,
      restarts: 1,
      uptimeMs: 35_000,
    });
    expect(next.engine.spawns).toHaveLength(3);
    expect(next.status("a").eventSequence).toBeGreaterThan(before.eventSequence);
  });

  it("takes over what runs when nothing is remembered, and ends what is not defined any more", async () => {
    const first = createHarness();
    await first.begin(defineProcess("a"), defineProcess("b"), defineProcess("gone"));
    const { pid } = first.status("a");
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor({ store: createFakeStore(), mayBeLost: true });
    const report = await next.begin(defineProcess("a"), defineProcess("b"), defineProcess("new"));
    expect(report).toMatchObject({ adopted: ["a", "b", "gone"], removed: ["gone"] });
    expect(report.starting).toEqual(["new"]);
    expect(next.status("a")).toMatchObject({ state: "running", pid, desired: "up" });
    expect(next.engine.breaches).toEqual([]);
    expect(next.engine.aliveOf("gone")).toBe(0);
  });

  it("does not look for what runs when everything is remembered", async () => {
    const first = createHarness();
    await first.begin(defineProcess("a"));
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor({ store: createFakeStore() });
    await next.begin();
    expect(next.engine.aliveOf("a")).toBe(1);
  });

  it("says when the search breaks, and goes on", async () => {
    const harness = createHarness({ mayBeLost: true });
    harness.engine.survey = async () => {
      throw new Error("no table");
    };
    await harness.begin(defineProcess("a"));
    expect(harness.status("a")).toMatchObject({ state: "running" });
    expect(harness.supervisor.troubles()).toMatchObject([
      { message: expect.stringContaining("no table") as string },
    ]);
  });

  it("hears of the end of what it took over, and the dead daemon does not", async () => {
    const first = createHarness();
    await first.begin(defineProcess("a"));
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor();
    await next.begin(defineProcess("a"));
    next.engine.end("a", { kind: "exited", code: 1 });
    await next.clock.settle();
    expect(next.status("a")).toMatchObject({ state: "running", restarts: 1 });
    expect(next.engine.spawns).toHaveLength(2);
    expect(next.engine.breaches).toEqual([]);
  });

  it("restarts by policy what died meanwhile, with an exit that nobody invents", async () => {
    const first = createHarness();
    const definitions = [
      defineProcess("a"),
      defineProcess("once", { restart: "no" }),
      defineProcess("job", { restart: "on-success" }),
    ];
    await first.begin(...definitions);
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    for (const id of ["a", "once", "job"]) first.engine.end(id, { kind: "exited", code: 0 });
    const next = first.successor();
    const report = await next.begin(...definitions);
    expect(report.lost).toEqual(["a", "once", "job"]);
    expect(next.status("a")).toMatchObject({
      state: "running",
      restarts: 1,
      lastExit: { report: { kind: "unknown" }, result: "unknown" },
    });
    expect(next.status("once")).toMatchObject({ state: "exited", desired: "down" });
    expect(next.status("job")).toMatchObject({ state: "exited", desired: "down" });
    expect(next.engine.breaches).toEqual([]);
  });

  it("clears away what a dead main process left, before it starts a new one", async () => {
    const first = createHarness();
    first.engine.behave("a", { children: 1 });
    await first.begin(defineProcess("a"));
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    first.engine.end("a", { kind: "exited", code: 0 });
    first.engine.behave("a", {});
    const next = first.successor();
    await next.begin(defineProcess("a"));
    expect(next.status("a").state).toBe("running");
    expect(next.engine.breaches).toEqual([]);
  });

  it("leaves stopped what a person stopped, until somebody starts it or the machine boots", async () => {
    const first = createHarness();
    await first.begin(
      defineProcess("a"),
      defineProcess("exited", { restart: "no" }),
      defineProcess("back"),
    );
    await first.stop("a", "back");
    first.engine.end("exited", { kind: "exited", code: 1 });
    await first.clock.settle();
    await first.start("back");
    await first.supervisor.shutdown({ leave: false, timeoutMs: 1000 });
    const definitions = [
      defineProcess("a"),
      defineProcess("exited", { restart: "no" }),
      defineProcess("back"),
    ];
    const next = first.successor();
    await next.begin(...definitions);
    expect(next.status("a")).toMatchObject({
      state: "stopped",
      desired: "down",
      reason: "stop requested",
    });
    expect(next.status("exited")).toMatchObject({ state: "exited", desired: "down" });
    expect(next.status("back").state).toBe("running");
    await next.supervisor.shutdown({ leave: false, timeoutMs: 1000 });
    const afterBoot = next.successor({ bootId: "boot-2" });
    await afterBoot.begin(...definitions);
    expect(["a", "exited", "back"].map((id) => afterBoot.status(id).state)).toEqual([
      "running",
      "running",
      "running",
    ]);
  });

  it("never touches a pid of another boot", async () => {
    const first = createHarness();
    await first.begin(defineProcess("a"));
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const innocent = first.engine.instanceOf("a");
    const next = first.successor({ bootId: "boot-2" });
    const report = await next.begin(defineProcess("a", { autostart: false }));
    expect(report).toMatchObject({ adopted: [], lost: [], starting: [] });
    expect(next.engine.signals).toEqual([]);
    expect(next.engine.instanceOf("a")).toEqual(innocent);
  });

  it("goes on with what was wanted but had no instance when the daemon died", async () => {
    const first = createHarness();
    first.engine.behave("a", {
      failure: { stage: "program", errno: "ENOENT", path: "/x", passing: false },
    });
    await first.begin(defineProcess("a"), defineProcess("manual", { autostart: false }));
    await first.start("manual");
    await first.supervisor.shutdown({ leave: false, timeoutMs: 1000 });
    first.engine.behave("a", {});
    const next = first.successor();
    const report = await next.begin(
      defineProcess("a"),
      defineProcess("manual", { autostart: false }),
    );
    expect(report.starting).toEqual(["a", "manual"]);
    expect(next.status("a").state).toBe("running");
  });

  it("leaves given up what was given up", async () => {
    const first = createHarness();
    await first.begin(defineProcess("a", { startLimit: { count: 1, windowMs: 60_000 } }));
    for (let death = 0; death < 2; death += 1) {
      first.engine.end("a", { kind: "exited", code: 1 });
      await first.clock.settle();
    }
    expect(first.status("a").state).toBe("fatal");
    await first.supervisor.shutdown({ leave: false, timeoutMs: 1000 });
    const next = first.successor();
    await next.begin(defineProcess("a"));
    expect(next.status("a")).toMatchObject({ state: "fatal", desired: "up" });
  });

  it("finishes a stop in which the daemon died", async () => {
    const first = createHarness();
    first.engine.behave("a", { ignores: ["SIGTERM"] });
    await first.begin(defineProcess("a"));
    void first.stop("a");
    await first.clock.settle();
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor();
    await next.begin(defineProcess("a"));
    expect(next.status("a")).toMatchObject({ state: "stopping", desired: "down" });
    await next.clock.advance(10_000);
    expect(next.status("a").state).toBe("stopped");
    expect(next.engine.aliveOf("a")).toBe(0);
  });

  it("takes over and stops what the configuration no longer has, and what it now disables", async () => {
    const first = createHarness();
    await first.begin(defineProcess("gone"), defineProcess("off"), defineProcess("a"));
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor();
    const report = await next.begin(defineProcess("off", { enabled: false }), defineProcess("a"));
    expect(report.removed).toEqual(["gone"]);
    expect(next.engine.aliveOf("gone") + next.engine.aliveOf("off")).toBe(0);
    expect(next.supervisor.status().map(({ id, state }) => [id, state])).toEqual([
      ["off", "stopped"],
      ["a", "running"],
    ]);
    expect([...next.store.processes.keys()].toSorted()).toEqual(["a", "off"]);
  });

  it("starts what was disabled and is enabled again", async () => {
    const first = createHarness();
    await first.begin(defineProcess("a"));
    await first.supervisor.reconfigure([defineProcess("a", { enabled: false })], { actor: "test" });
    await first.supervisor.shutdown({ leave: false, timeoutMs: 0 });
    const next = first.successor();
    await next.begin(defineProcess("a"));
    expect(next.status("a").state).toBe("running");
  });

  it("starts anew what was being ended for being disabled and is enabled again, once it is gone", async () => {
    const first = createHarness();
    first.engine.behave("a", { ignores: ["SIGTERM"] });
    await first.begin(defineProcess("a"));
    const { pid } = first.status("a");
    void first.supervisor.reconfigure([defineProcess("a", { enabled: false })], { actor: "test" });
    await first.clock.settle();
    expect(first.status("a").state).toBe("stopping");
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor();
    await next.begin(defineProcess("a"));
    await next.clock.advance(60_000);
    expect(next.status("a")).toMatchObject({ state: "running", desired: "up" });
    expect(next.status("a").pid).not.toBe(pid);
    expect(next.engine.breaches).toEqual([]);
  });

  it("lets what waits for its next attempt wait on, with its restarts and its back-off", async () => {
    const first = createHarness();
    const backoff = { ...defineProcess("a").backoff, burst: 1, initialMs: 8000, jitter: 0 };
    const failing = defineProcess("a", { restart: "always", backoff });
    await first.begin(failing);
    for (const _ of [1, 2]) {
      first.engine.end("a", { kind: "exited", code: 1 });
      await first.clock.settle();
    }
    const before = first.status("a");
    expect(before).toMatchObject({ state: "backoff", restarts: 1 });
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    await first.clock.advance(3000);
    const next = first.successor();
    await next.begin(failing);
    expect(next.status("a")).toEqual(before);
    await next.clock.advance(4999);
    expect(next.engine.spawns).toHaveLength(2);
    await next.clock.advance(1);
    expect(next.status("a")).toMatchObject({ state: "running", restarts: 2 });
    next.engine.end("a", { kind: "exited", code: 1 });
    await next.clock.advance(8001);
    expect(next.status("a").state).toBe("backoff");
  });

  it("launches nothing while the engine still gathers what is there, also not what is overdue", async () => {
    const first = createHarness();
    const backoff = { ...defineProcess("a").backoff, burst: 0, initialMs: 1000, jitter: 0 };
    const failing = defineProcess("a", { restart: "always", backoff });
    await first.begin(failing);
    first.engine.end("a", { kind: "exited", code: 1 });
    await first.clock.settle();
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor();
    const gathered = Promise.withResolvers<void>();
    next.engine.restore = () => gathered.promise;
    void next.begin(failing);
    await next.clock.advance(2000);
    expect(next.engine.spawns).toHaveLength(1);
    gathered.resolve();
    await next.clock.advance(1);
    expect(next.engine.spawns).toHaveLength(2);
  });

  it("knows why something was given up, and how often it was tried", async () => {
    const first = createHarness();
    const limited = defineProcess("a", {
      restart: "always",
      startLimit: { count: 2, windowMs: 60_000 },
    });
    await first.begin(limited);
    for (const _ of [1, 2, 3]) {
      first.engine.end("a", { kind: "exited", code: 1 });
      await first.clock.advance(5000);
    }
    const before = first.status("a");
    expect(before).toMatchObject({ state: "fatal", limitUsed: 2, restarts: 2 });
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor();
    await next.begin(limited);
    expect(next.status("a")).toEqual(before);
  });

  it.each([
    ["SIGPIPE", "pipe", "running"],
    ["SIGPIPE", "file", "exited"],
    ["SIGTERM", "pipe", "exited"],
  ] as const)(
    "finds what ended by %s with capture %s meanwhile: it is %s",
    async (signal, capture, state) => {
      const { program } = defineProcess("a");
      const once = defineProcess("a", {
        restart: "on-failure",
        program: { ...program, output: { ...program.output, capture } },
      });
      const first = createHarness();
      await first.begin(once);
      await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
      const exit = { kind: "signalled", signal, coreDumped: false } as const;
      first.engine.end("a", exit);
      const next = first.successor();
      next.engine.adopt = async () => ({ kind: "gone", exit });
      await next.begin(once);
      await next.clock.advance(1000);
      expect(next.status("a").state).toBe(state);
    },
  );

  it("does not start at all when it can't know what an earlier one left", async () => {
    const store = createFakeStore();
    store.fail("the database is damaged");
    const harness = createHarness({}, { store });
    await expect(harness.begin(defineProcess("a"))).rejects.toThrow("the database is damaged");
    expect(harness.engine.spawns).toEqual([]);
  });

  it("does not kill what it took over because it is not ready yet", async () => {
    const probe = {
      check: { kind: "tcp", host: "127.0.0.1", port: 1 } as const,
      initialDelayMs: 0,
      periodMs: 1000,
      timeoutMs: 500,
      successThreshold: 1,
      failureThreshold: 3,
    };
    const definition = defineProcess("a", { readiness: probe, startTimeoutMs: 5000 });
    const first = createHarness();
    await first.begin(definition);
    await first.clock.advance(1000);
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor();
    next.prober.answer = () => ({ kind: "failed", reason: "busy" });
    await next.begin(definition);
    await next.clock.advance(60_000);
    expect(next.status("a")).toMatchObject({ state: "running", ready: false });
    next.prober.answer = () => ({ kind: "passed" });
    await next.clock.advance(1000);
    expect(next.status("a").ready).toBe(true);
  });

  it("treats an engine that breaks at an adoption as one that finds nothing", async () => {
    const first = createHarness();
    await first.begin(defineProcess("a", { restart: "no" }));
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    first.engine.adopt = () => Promise.reject(new Error("no /proc"));
    first.engine.isTreeAlive = () => false;
    const next = first.successor();
    const report = await next.begin(defineProcess("a", { restart: "no" }));
    expect(report.lost).toEqual(["a"]);
    expect(next.supervisor.troubles()).toMatchObject([
      { kind: "internal", message: expect.stringContaining("no /proc") },
    ]);
  });
});
