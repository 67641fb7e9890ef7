import { describe, expect, it } from "vitest";
import { createHarness, defineProcess } from "./testing/index.ts";

describe("the status of a process", () => {
  it("has every field for one that never ran", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("w-1", {
        baseId: "w",
        instance: 1,
        group: "g",
        autostart: false,
        startLimit: { count: 5, windowMs: 1000 },
      }),
    );
    expect(harness.status("w-1")).toEqual({
      id: "w-1",
      baseId: "w",
      group: "g",
      enabled: true,
      state: "stopped",
      desired: "down",
      ready: false,
      health: "none",
      pid: null,
      startedAtMs: null,
      uptimeMs: null,
      restarts: 0,
      lastExit: null,
      reason: "never started",
      nextAttemptAtMs: null,
      eventSequence: 0,
      instance: 1,
      limitUsed: 0,
      limit: 5,
    });
  });

  it("measures uptime by the monotonic clock, whatever the wall clock does", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    const { startedAtMs } = harness.status("a");
    await harness.clock.advance(5000);
    harness.clock.setWall(0);
    expect(harness.status("a")).toMatchObject({ uptimeMs: 5000, startedAtMs });
  });

  it("shows the pid of a process for as long as it is being ended", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { endsAfterMs: 1000 });
    await harness.begin(defineProcess("a"));
    void harness.stop("a");
    await harness.clock.advance(500);
    expect(harness.status("a")).toMatchObject({
      state: "stopping",
      pid: 100,
      uptimeMs: 500,
      ready: false,
    });
    await harness.clock.advance(500);
    expect(harness.status("a")).toMatchObject({
      state: "stopped",
      pid: null,
      uptimeMs: null,
      lastExit: {
        report: { kind: "signalled", signal: "SIGTERM" },
        result: "requested",
        at: harness.clock.wallMs(),
      },
    });
  });

  it("is given in the order of the configuration, for all or for those asked for", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("b"), defineProcess("a"), defineProcess("c"));
    expect(harness.supervisor.status().map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(harness.supervisor.status(["c", "ghost", "b"]).map(({ id }) => id)).toEqual(["c", "b"]);
    expect(harness.supervisor.select({ ids: ["c", "b"] })).toEqual(["b", "c"]);
    expect(harness.supervisor.select({ ids: ["?"], pids: [100] })).toEqual(["b", "a", "c"]);
    expect(() => harness.supervisor.select({ ids: ["c", "ghost"] })).toThrow(
      "no such process: ghost",
    );
  });

  it("says after a request who wanted what and since when it is so", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    await harness.stop("a");
    expect(harness.status("a").reason).toBe("stop requested");
    await harness.start("a");
    expect(harness.status("a").reason).toBe("start requested");
    expect(
      harness.events.filter(({ actor }) => actor === "test").map(({ cause }) => cause),
    ).toEqual(["stop requested", "start requested"]);
  });

  it("reopens log files where the engine holds them", async () => {
    const harness = createHarness();
    await harness.begin();
    harness.supervisor.reopenLogs();
    expect(harness.engine.reopened).toBe(1);
  });
});
