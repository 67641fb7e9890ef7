import { describe, expect, it } from "vitest";
import type { StoredEvent, StoredProcess } from "../ports/state-store.ts";
import {
  createFakeClock,
  createFakeEngine,
  createFakeStore,
  createMortalPorts,
  defineProcess,
} from "./index.ts";

const { program } = defineProcess("a");
const silent = { exited: () => undefined };
const stored: StoredProcess = {
  id: "a",
  desired: "up",
  state: "running",
  stoppedByRequest: false,
  bootId: "b",
  instance: null,
  launch: null,
  ending: null,
  retry: null,
  reason: null,
  runs: null,
  restarts: 0,
  lastExit: null,
  eventSequence: 1,
};
const event: StoredEvent = {
  id: "a",
  sequence: 1,
  at: 0,
  monotonicMs: 0,
  from: "stopped",
  to: "starting",
  pid: null,
  exit: null,
  cause: "test",
  actor: null,
};

describe("the fake clock", () => {
  it("calls each timer at its own moment, in order, also those that timers set", async () => {
    const clock = createFakeClock();
    const began = clock.monotonicMs();
    const calls: [string, number][] = [];
    const note = (name: string): void => void calls.push([name, clock.monotonicMs() - began]);
    clock.callAt(began + 200, () => note("second"));
    clock.callAt(began + 100, () => {
      note("first");
      clock.callAt(began + 150, () => note("between"));
    });
    const cancel = clock.callAt(began + 120, () => note("never"));
    cancel();
    clock.callAt(began + 300, () => note("too late"));
    await clock.advance(250);
    expect(calls).toEqual([
      ["first", 100],
      ["between", 150],
      ["second", 200],
    ]);
    expect(clock.monotonicMs() - began).toBe(250);
    expect(clock.pendingTimers()).toBe(1);
  });

  it("moves the wall alone when it is set", () => {
    const clock = createFakeClock();
    const before = clock.monotonicMs();
    clock.setWall(5);
    expect([clock.wallMs(), clock.monotonicMs()]).toEqual([5, before]);
  });
});

describe("the fake engine", () => {
  it("notes a second instance as a breach", async () => {
    const engine = createFakeEngine(createFakeClock());
    await engine.spawn("a", program, silent);
    expect(engine.breaches).toEqual([]);
    await engine.spawn("a", program, silent);
    expect(engine.breaches).toEqual(["a second instance of a was launched"]);
  });

  it("notes one beside what a dead main process left, too", async () => {
    const engine = createFakeEngine(createFakeClock());
    engine.behave("a", { children: 1 });
    await engine.spawn("a", program, silent);
    engine.end("a", { kind: "exited", code: 0 });
    expect(engine.instanceOf("a")).toBeNull();
    await engine.spawn("a", program, silent);
    expect(engine.breaches).toHaveLength(1);
  });

  it("tells a pid that is used again from the old process", async () => {
    const engine = createFakeEngine(createFakeClock());
    const outcome = await engine.spawn("a", program, silent);
    if (outcome.kind !== "spawned") throw new Error("not spawned");
    const stranger = { ...outcome.instance, startIdentity: "another" };
    expect(engine.signal(stranger, "SIGKILL")).toEqual({ kind: "gone" });
    expect(engine.isTreeAlive(stranger)).toBe(false);
    expect(await engine.killTree(stranger)).toEqual({ kind: "empty" });
    expect(await engine.adopt("a", stranger, { ...silent, output: null })).toEqual({
      kind: "gone",
      exit: { kind: "unknown" },
    });
    expect(engine.aliveOf("a")).toBe(1);
  });
});

describe("the fake store", () => {
  it("remembers, fails on demand and forgets", async () => {
    const store = createFakeStore();
    await store.save(stored, event, { durable: true });
    store.fail("ENOSPC");
    await expect(store.save(stored, event, { durable: true })).rejects.toThrow("ENOSPC");
    await expect(store.load()).rejects.toThrow("ENOSPC");
    store.fail(null);
    expect(await store.load()).toEqual([stored]);
    expect([store.events.length, store.durableSaves]).toEqual([1, 1]);
    await store.remove("a");
    expect(await store.load()).toEqual([]);
    await store.close();
  });
});

describe("mortal ports", () => {
  it("cut off a daemon that died: it hears nothing and nothing that it does has an effect", async () => {
    const clock = createFakeClock();
    const engine = createFakeEngine(clock);
    const store = createFakeStore();
    const ports = createMortalPorts({ clock, engine, store });
    const heard: string[] = [];
    const outcome = await ports.engine.spawn("a", program, { exited: () => heard.push("exited") });
    if (outcome.kind !== "spawned") throw new Error("not spawned");
    ports.clock.callAt(clock.monotonicMs() + 10, () => heard.push("timer"));
    ports.die();
    engine.end("a", { kind: "exited", code: 0 });
    void ports.store.save(stored, event, { durable: true }).then(() => heard.push("saved"));
    void ports.engine.spawn("b", program, silent).then(() => heard.push("spawned"));
    await clock.advance(100);
    expect(heard).toEqual([]);
    expect(store.events).toEqual([]);
    expect(engine.spawns.map(({ id }) => id)).toEqual(["a"]);
    expect(ports.engine.signal(outcome.instance, "SIGKILL")).toEqual({ kind: "gone" });
    expect(ports.engine.signalTree(outcome.instance, "SIGKILL")).toEqual({ kind: "gone" });
  });
});
