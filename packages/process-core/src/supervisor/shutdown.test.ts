import { describe, expect, it } from "vitest";
import { createHarness, defineProcess } from "../testing/index.ts";

describe("a shutdown", () => {
  it("stops everything in order, and leaves wanted what was wanted", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("db"),
      defineProcess("web", { requires: ["db"] }),
      defineProcess("idle", { autostart: false }),
    );
    expect(await harness.supervisor.shutdown({ leave: false, timeoutMs: 60_000 })).toEqual({
      survivors: [],
    });
    const stops = harness.engine.signals
      .filter(({ signal }) => signal === "SIGTERM")
      .map(({ id }) => id);
    expect(stops).toEqual(["web", "db"]);
    expect(harness.store.processes.get("db")).toMatchObject({
      desired: "up",
      instance: null,
      state: "stopped",
    });
    await harness.clock.advance(1);
    expect(harness.clock.pendingTimers()).toBe(0);
  });

  it("kills what has not ended in its time", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { ignores: ["SIGTERM"] });
    await harness.begin(defineProcess("a", { stopTimeoutMs: Number.POSITIVE_INFINITY }));
    const report = harness.supervisor.shutdown({ leave: false, timeoutMs: 5000 });
    await harness.clock.advance(4999);
    expect(harness.engine.aliveOf("a")).toBe(1);
    await harness.clock.advance(1);
    expect(await report).toEqual({ survivors: [] });
    expect(harness.engine.aliveOf("a")).toBe(0);
  });

  it("kills in the end what was still being launched when its time was over", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { held: true, ignores: ["SIGTERM"] });
    await harness.begin(defineProcess("a", { stopTimeoutMs: Number.POSITIVE_INFINITY }));
    const report = harness.supervisor.shutdown({ leave: false, timeoutMs: 1000 });
    await harness.clock.advance(2000);
    harness.engine.release("a");
    expect(await report).toEqual({ survivors: [] });
    expect(harness.engine.aliveOf("a")).toBe(0);
  });

  it("called again, hurries", async () => {
    const harness = createHarness();
    for (const id of ["db", "web"]) harness.engine.behave(id, { ignores: ["SIGTERM"] });
    await harness.begin(
      defineProcess("db", { stopTimeoutMs: 60_000 }),
      defineProcess("web", { requires: ["db"], stopTimeoutMs: 60_000 }),
    );
    const first = harness.supervisor.shutdown({
      leave: false,
      timeoutMs: Number.POSITIVE_INFINITY,
    });
    await harness.clock.advance(1000);
    expect(harness.status("db").state).toBe("running");
    const second = harness.supervisor.shutdown({ leave: false, timeoutMs: 0 });
    await harness.clock.advance(1);
    expect(await first).toEqual({ survivors: [] });
    expect(await second).toEqual({ survivors: [] });
    expect(harness.engine.aliveOf("db") + harness.engine.aliveOf("web")).toBe(0);
  });

  it("names what can't be ended and does not wait for it for ever", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { ignores: ["SIGTERM", "SIGKILL"] });
    await harness.begin(defineProcess("a"));
    const report = harness.supervisor.shutdown({ leave: false, timeoutMs: 1000 });
    await harness.clock.advance(1000);
    expect(await report).toEqual({ survivors: [{ id: "a", pids: [100] }] });
  });

  it("starts nothing any more, whoever asks and whatever dies", async () => {
    const harness = createHarness();
    harness.engine.behave("web", { endsAfterMs: 1000 });
    harness.engine.behave("sick", {
      failure: { stage: "program", errno: "ENOENT", path: "/x", passing: false },
    });
    await harness.begin(
      defineProcess("db", { restart: "always" }),
      defineProcess("web", { requires: ["db"] }),
      defineProcess("idle", { autostart: false }),
      defineProcess("sick"),
    );
    const launched = harness.engine.spawns.length;
    const report = harness.supervisor.shutdown({ leave: false, timeoutMs: 60_000 });
    await harness.clock.settle();
    harness.engine.end("db", { kind: "exited", code: 1 });
    const rows = await Promise.all([harness.start("idle"), harness.restart("web")]);
    expect(rows.flat().map(({ error }) => error?.code)).toEqual([
      "ERR_DPM_PROCESS_SHUTTING_DOWN",
      "ERR_DPM_PROCESS_SHUTTING_DOWN",
    ]);
    await harness.clock.advance(600_000);
    await report;
    expect(harness.engine.spawns).toHaveLength(launched);
    expect(harness.store.processes.get("sick")).toMatchObject({ desired: "up" });
  });

  it("that leaves lets everything run on, and acts on nothing any more", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"), defineProcess("b"));
    await harness.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const saved = harness.store.events.length;
    harness.engine.end("a", { kind: "exited", code: 1 });
    await harness.clock.advance(60_000);
    expect(harness.engine.aliveOf("b")).toBe(1);
    expect(harness.engine.spawns).toHaveLength(2);
    expect(harness.engine.signals).toEqual([]);
    expect(harness.store.events).toHaveLength(saved);
    expect(harness.clock.pendingTimers()).toBe(0);
  });

  it("that leaves waits until what is being launched is known, so that it can be found again", async () => {
    const harness = createHarness({ maxConcurrentStarts: 1 });
    harness.engine.behave("a", { held: true });
    await harness.begin(defineProcess("a"), defineProcess("b"));
    const report = harness.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    await harness.clock.settle();
    harness.engine.release("a");
    await report;
    expect(harness.store.processes.get("a")?.instance).toEqual(harness.engine.instanceOf("a"));
    expect(harness.engine.spawns.map(({ id }) => id)).toEqual(["a"]);
    const next = harness.successor();
    await next.begin(defineProcess("a"), defineProcess("b"));
    expect(next.status("b").state).toBe("running");
    expect(next.engine.breaches).toEqual([]);
  });
});
