import { describe, expect, it } from "vitest";
import { createHarness, defineProcess } from "../testing/index.ts";

describe("news of an instance", () => {
  it("that come from an old one do not touch a new one", async () => {
    const harness = createHarness();
    const listeners: {
      exited(report: { readonly kind: "exited"; readonly code: number }): void;
    }[] = [];
    const spawn = harness.engine.spawn.bind(harness.engine);
    harness.engine.spawn = (id, program, listener) => {
      listeners.push(listener);
      return spawn(id, program, listener);
    };
    await harness.begin(defineProcess("a"));
    await harness.restart("a");
    const before = harness.status("a");
    const events = harness.events.length;
    listeners[0]?.exited({ kind: "exited", code: 9 });
    await harness.clock.settle();
    expect(harness.status("a")).toEqual(before);
    expect(harness.events).toHaveLength(events);
    expect(harness.supervisor.troubles()).toEqual([]);
  });

  it("that are told twice count once", async () => {
    const harness = createHarness();
    let tell: (() => void) | null = null;
    const spawn = harness.engine.spawn.bind(harness.engine);
    harness.engine.spawn = (id, program, listener) => {
      tell ??= () => listener.exited({ kind: "exited", code: 1 });
      return spawn(id, program, listener);
    };
    await harness.begin(defineProcess("a", { restart: "no" }));
    harness.engine.end("a", { kind: "exited", code: 0 });
    await harness.clock.settle();
    const before = harness.status("a");
    tell!();
    await harness.clock.settle();
    expect(harness.status("a")).toEqual(before);
  });

  it("of a forgotten process go nowhere", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    await harness.supervisor.reconfigure([], { actor: "test" });
    await harness.clock.settle();
    const events = harness.events.length;
    harness.engine.end("a", { kind: "exited", code: 0 });
    await harness.clock.advance(60_000);
    expect(harness.events).toHaveLength(events);
    expect(harness.supervisor.status()).toEqual([]);
  });

  it("about the end of the main process that never come are not waited for for ever once its tree is gone", async () => {
    const harness = createHarness();
    const spawn = harness.engine.spawn.bind(harness.engine);
    harness.engine.spawn = (id, program) => spawn(id, program, { exited: () => undefined });
    harness.engine.behave("a", { ignores: ["SIGTERM"] });
    await harness.begin(defineProcess("a", { stopTimeoutMs: 1000 }));
    const rows = harness.stop("a");
    await harness.clock.advance(5999);
    expect(harness.status("a").state).toBe("stopping");
    await harness.clock.advance(1);
    expect(await rows).toMatchObject([
      { ok: true, status: { state: "stopped", lastExit: { report: { kind: "unknown" } } } },
    ]);
  });
});
