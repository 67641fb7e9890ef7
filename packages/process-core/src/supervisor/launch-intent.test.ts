import { describe, expect, it } from "vitest";
import {
  createHarness,
  createMortal,
  defineProcess,
  type Harness,
  succeed,
} from "../testing/index.ts";

const manual = { autostart: false };

/** Dies when the process exists and nothing of that is saved. */
async function dieAfterSpawn(children = 0): Promise<Harness> {
  const { harness, ports } = createMortal();
  harness.engine.behave("a", { held: true, children });
  await harness.begin(defineProcess("a"));
  expect(harness.engine.aliveOf("a")).toBe(1 + children);
  ports.die();
  await harness.clock.settle();
  expect(harness.store.processes.get("a")).toMatchObject({ instance: null, state: "starting" });
  harness.engine.behave("a", {});
  return succeed(harness);
}

describe("a launch", () => {
  it("is saved before it begins, and its token only until there is an instance", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { held: true });
    await harness.begin(defineProcess("a", manual));
    harness.store.hold();
    void harness.start("a");
    await harness.clock.settle();
    expect(harness.engine.spawns).toEqual([]);
    harness.store.release();
    await harness.clock.settle();
    expect(harness.engine.spawns).toHaveLength(1);
    const launch = harness.store.processes.get("a")?.launch ?? "";
    expect([...(await harness.engine.find([launch])).values()]).toEqual([
      harness.engine.instanceOf("a"),
    ]);
    harness.engine.release("a");
    await harness.clock.settle();
    expect(harness.store.processes.get("a")).toMatchObject({
      launch: null,
      instance: harness.engine.instanceOf("a"),
    });
  });

  it("waits for nothing where it can be noted at once, and a daemon that dies then leaves it to the next one", async () => {
    const { harness, ports } = createMortal();
    harness.engine.behave("a", { held: true });
    await harness.begin(defineProcess("a", manual));
    harness.store.hold();
    harness.store.noteIntents();
    void harness.start("a");
    await harness.clock.settle();
    expect(harness.engine.aliveOf("a")).toBe(1);
    ports.die();
    harness.store.release();
    harness.engine.behave("a", {});
    const next = succeed(harness);
    expect(await next.begin(defineProcess("a", manual))).toMatchObject({ adopted: ["a"] });
    expect(next.engine.spawns).toHaveLength(1);
  });

  it("goes on when it can't be saved, and that is told", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    harness.store.fail("ENOSPC");
    void harness.start("a");
    await harness.clock.settle();
    expect(harness.status("a").state).toBe("running");
    expect(harness.supervisor.troubles()).toMatchObject([{ kind: "store" }]);
  });

  it("waits for a store that hangs, but not for ever", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    harness.store.hold();
    void harness.start("a");
    await harness.clock.advance(1999);
    expect(harness.status("a").state).toBe("starting");
    await harness.clock.advance(1);
    expect(harness.status("a").state).toBe("running");
  });

  it("is not made when a stop comes while it is being saved", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    harness.store.hold();
    const start = harness.start("a");
    await harness.clock.settle();
    const stop = harness.stop("a");
    harness.store.release();
    await harness.clock.settle();
    expect(await start).toMatchObject([{ ok: false }]);
    expect(await stop).toMatchObject([{ ok: true, status: { state: "stopped" } }]);
    expect(harness.engine.spawns).toEqual([]);
  });
});

describe("the death of a daemon in a launch", () => {
  it("before the process exists leaves nothing: the next one launches it, once", async () => {
    const { harness, ports } = createMortal();
    await harness.begin(defineProcess("a", manual));
    harness.store.hold();
    void harness.start("a");
    await harness.clock.settle();
    ports.die();
    harness.store.release();
    await harness.clock.settle();
    expect(harness.store.processes.get("a")?.launch).not.toBeNull();
    expect(harness.engine.spawns).toEqual([]);
    const next = succeed(harness);
    expect(await next.begin(defineProcess("a", manual))).toMatchObject({
      adopted: [],
      lost: [],
      starting: ["a"],
    });
    expect(next.status("a").state).toBe("running");
    expect(next.engine.spawns).toHaveLength(1);
  });

  it("after the process exists leaves it to the next one, which says how it came to it", async () => {
    const next = await dieAfterSpawn();
    const report = await next.begin(defineProcess("a"));
    expect(report).toMatchObject({ adopted: ["a"], lost: [], starting: [] });
    expect(next.status("a")).toMatchObject({
      state: "running",
      pid: next.engine.instanceOf("a")?.pid,
      reason: "found after the daemon died while launching",
    });
    expect(next.store.processes.get("a")).toMatchObject({
      launch: null,
      instance: next.engine.instanceOf("a"),
    });
    expect(next.engine.spawns).toHaveLength(1);
    expect(next.engine.breaches).toEqual([]);
  });

  it.each([
    ["disabled", [defineProcess("a", { enabled: false })]],
    ["no longer configured", []],
  ])("leaves nothing of a process that is %s then", async (_name, definitions) => {
    const next = await dieAfterSpawn();
    await next.begin(...definitions);
    expect(next.engine.aliveOf("a")).toBe(0);
    expect(next.engine.spawns).toHaveLength(1);
  });

  it("leaves nothing of a process that was being stopped", async () => {
    const { harness, ports } = createMortal();
    harness.engine.behave("a", { held: true });
    await harness.begin(defineProcess("a"));
    void harness.stop("a");
    await harness.clock.settle();
    ports.die();
    const next = succeed(harness);
    await next.begin(defineProcess("a"));
    expect(next.status("a")).toMatchObject({ state: "stopped", desired: "down" });
    expect(next.engine.aliveOf("a")).toBe(0);
    expect(next.engine.spawns).toHaveLength(1);
  });

  it("leaves no second copy beside what a main process left that ended meanwhile", async () => {
    const next = await dieAfterSpawn(1);
    next.engine.end("a", { kind: "exited", code: 0 });
    const report = await next.begin(defineProcess("a"));
    expect(report).toMatchObject({ adopted: [], lost: ["a"] });
    await next.clock.advance(10_000);
    expect(next.status("a").state).toBe("running");
    expect(next.engine.aliveOf("a")).toBe(1);
    expect(next.engine.breaches).toEqual([]);
  });

  it("is nothing to look for after the machine booted", async () => {
    const next = await dieAfterSpawn();
    next.engine.find = () => Promise.reject(new Error("asked"));
    const afterBoot = next.successor({ bootId: "boot-2" });
    await afterBoot.begin(defineProcess("a", manual));
    expect(afterBoot.supervisor.troubles()).toEqual([]);
    expect(afterBoot.status("a").state).toBe("stopped");
  });

  it("is told as a trouble when the engine can't look", async () => {
    const next = await dieAfterSpawn();
    next.engine.find = () => Promise.reject(new Error("no /proc"));
    await next.begin(defineProcess("a", manual));
    expect(next.supervisor.troubles()).toMatchObject([
      { kind: "internal", message: expect.stringContaining("no /proc") },
    ]);
  });
});
