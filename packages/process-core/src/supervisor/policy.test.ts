import { describe, expect, it } from "vitest";
import type { LaunchFailure } from "../model/instance.ts";
import { createHarness, defineProcess } from "../testing/index.ts";

const missing: LaunchFailure = {
  stage: "program",
  errno: "ENOENT",
  path: "/no/such",
  passing: false,
};

describe("a crash loop", () => {
  it("backs off instead of restarting for ever at once", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    const crash = async (): Promise<void> => {
      harness.engine.end("a", { kind: "exited", code: 1 });
      await harness.clock.settle();
    };
    for (let death = 0; death < 3; death += 1) await crash();
    expect(harness.status("a")).toMatchObject({ state: "running", restarts: 3 });
    await crash();
    expect(harness.status("a")).toMatchObject({
      state: "backoff",
      pid: null,
      desired: "up",
      restarts: 3,
    });
    expect(harness.status("a").nextAttemptAtMs).toBe(harness.clock.wallMs() + 1000);
    await harness.clock.advance(999);
    expect(harness.status("a").state).toBe("backoff");
    await harness.clock.advance(1);
    expect(harness.status("a")).toMatchObject({ state: "running", restarts: 4 });
    const began = harness.clock.monotonicMs();
    while (harness.clock.monotonicMs() < began + 3_600_000) {
      await crash();
      await harness.clock.advance(1000);
    }
    expect(harness.engine.spawns.length).toBeLessThan(30);
  });

  it("is not hurried by a wall clock that is set, forwards or backwards", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    for (let death = 0; death < 4; death += 1) {
      harness.engine.end("a", { kind: "exited", code: 1 });
      await harness.clock.settle();
    }
    harness.clock.setWall(4_000_000_000_000);
    await harness.clock.advance(500);
    expect(harness.status("a").state).toBe("backoff");
    harness.clock.setWall(0);
    await harness.clock.advance(500);
    expect(harness.status("a").state).toBe("running");
    expect(harness.status("a").uptimeMs).toBe(0);
  });

  it("is given up at the start limit, which shows how far it is used, until somebody starts it", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", { startLimit: { count: 2, windowMs: 60_000 } }));
    harness.engine.end("a", { kind: "exited", code: 1 });
    await harness.clock.settle();
    expect(harness.status("a")).toMatchObject({ state: "running", limitUsed: 1, limit: 2 });
    for (let death = 0; death < 2; death += 1) {
      harness.engine.end("a", { kind: "exited", code: 1 });
      await harness.clock.settle();
    }
    expect(harness.status("a")).toMatchObject({ state: "fatal", desired: "up", pid: null });
    expect(harness.status("a").reason).toContain("given up after 2 restarts within 60 s");
    await harness.clock.advance(3_600_000);
    expect(harness.status("a").state).toBe("fatal");
    await harness.start("a");
    expect(harness.status("a")).toMatchObject({ state: "running", restarts: 0, limitUsed: 0 });
  });

  it("reports the limit to who waits for a start", async () => {
    const probe = {
      check: { kind: "tcp", host: "h", port: 1 } as const,
      initialDelayMs: 1000,
      periodMs: 1000,
      timeoutMs: 500,
      successThreshold: 1,
      failureThreshold: 3,
    };
    const harness = createHarness();
    await harness.begin(
      defineProcess("a", {
        autostart: false,
        readiness: probe,
        startLimit: { count: 0, windowMs: 60_000 },
      }),
    );
    const rows = harness.start("a");
    await harness.clock.settle();
    harness.engine.end("a", { kind: "exited", code: 1 });
    expect((await rows)[0]?.error?.code).toBe("ERR_DPM_PROCESS_START_LIMIT");
  });
});

describe("the failure of an exec", () => {
  it("is not a start: no pid, no running, the errno and the path in row, reason and history", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { failure: missing });
    await harness.begin(defineProcess("a", { autostart: false, restart: "no" }));
    const [row] = await harness.start("a");
    expect(row).toMatchObject({
      ok: false,
      status: { state: "fatal", pid: null, startedAtMs: null, desired: "up" },
    });
    expect(row?.status.reason).toBe("program not found: /no/such (ENOENT)");
    expect(harness.events.map(({ to }) => to)).toEqual(["starting", "fatal"]);
    expect(harness.events.at(-1)?.cause).toContain("/no/such (ENOENT)");
  });

  it("for want of processes is retried for ever, with any policy, and never called running meanwhile", async () => {
    const harness = createHarness();
    harness.engine.behave("a", {
      failure: { stage: "fork", errno: "EAGAIN", path: null, passing: true },
    });
    await harness.begin(
      defineProcess("a", { restart: "no", startLimit: { count: 1, windowMs: 3_600_000 } }),
    );
    for (let minute = 0; minute < 120; minute += 1) {
      await harness.clock.advance(60_000);
      expect(harness.status("a")).toMatchObject({ state: "backoff", pid: null });
    }
    const tries = harness.engine.spawns.length;
    expect(tries).toBeGreaterThan(20);
    expect(tries).toBeLessThan(60);
    harness.engine.behave("a", {});
    await harness.clock.advance(400_000);
    expect(harness.status("a").state).toBe("running");
  });

  it("by an engine that breaks is retried and told", async () => {
    const harness = createHarness();
    const spawn = harness.engine.spawn.bind(harness.engine);
    harness.engine.spawn = () => Promise.reject(new Error("out of luck"));
    await harness.begin(defineProcess("a"));
    expect(harness.status("a").state).toBe("backoff");
    expect(harness.supervisor.troubles()).toMatchObject([
      { kind: "internal", message: expect.stringContaining("out of luck") },
    ]);
    harness.engine.spawn = spawn;
    await harness.clock.advance(2000);
    expect(harness.status("a").state).toBe("running");
  });
});

describe("the end of a process", () => {
  it("that is reported in the same breath as its start is not missed", async () => {
    const harness = createHarness();
    const spawn = harness.engine.spawn.bind(harness.engine);
    harness.engine.spawn = (id, program, listener) => {
      const outcome = spawn(id, program, listener);
      harness.engine.end(id, { kind: "exited", code: 0 });
      return outcome;
    };
    await harness.begin(defineProcess("a", { restart: "no" }));
    expect(harness.status("a")).toMatchObject({
      state: "exited",
      lastExit: { report: { kind: "exited", code: 0 } },
    });
    expect(harness.supervisor.troubles()).toEqual([]);
  });

  it("leaves nothing of it behind before the next one starts", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { children: 3 });
    await harness.begin(defineProcess("a"));
    harness.engine.end("a", { kind: "exited", code: 1 });
    await harness.clock.settle();
    expect(harness.status("a")).toMatchObject({ state: "running", restarts: 1 });
    expect(harness.engine.breaches).toEqual([]);
  });

  it("is in the history with who, what and why, in a sequence without gaps", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.engine.end("a", { kind: "signalled", signal: "SIGSEGV", coreDumped: true });
    await harness.clock.advance(2000);
    await harness.stop("a");
    expect(
      harness.events.map(({ sequence, from, to, cause, actor }) => [
        sequence,
        from,
        to,
        cause,
        actor,
      ]),
    ).toEqual([
      [1, "stopped", "starting", "started with the daemon", null],
      [2, "starting", "running", "launched", null],
      [
        3,
        "running",
        "starting",
        "ended by SIGSEGV, core dumped after 0 ms, sooner than startSecs (1 s), restarted by policy",
        null,
      ],
      [4, "starting", "running", "launched", null],
      [5, "running", "stopping", "stop requested", "test"],
      [6, "stopping", "stopped", "ended by SIGTERM, stop requested", null],
    ]);
    expect(harness.events[2]).toMatchObject({
      pid: 100,
      exit: { kind: "signalled", signal: "SIGSEGV" },
    });
    expect(harness.store.events).toEqual(harness.events);
  });

  it("is published to everybody who subscribed, until they unsubscribe, and a broken listener disturbs nobody", async () => {
    const harness = createHarness();
    const seen: number[] = [];
    harness.supervisor.subscribe(() => {
      throw new Error("broken listener");
    });
    const unsubscribe = harness.supervisor.subscribe(({ sequence }) => seen.push(sequence));
    await harness.begin(defineProcess("a"));
    unsubscribe();
    await harness.stop("a");
    expect(seen).toEqual([1, 2]);
    expect(harness.status("a").state).toBe("stopped");
    expect(harness.supervisor.troubles()[0]?.message).toContain("broken listener");
  });
});
