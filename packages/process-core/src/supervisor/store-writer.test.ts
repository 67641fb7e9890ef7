import { describe, expect, it } from "vitest";
import { createHarness, defineProcess } from "../testing/index.ts";

describe("the state of processes", () => {
  it("is saved before a stop is acknowledged", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.store.hold();
    let isAcknowledged = false;
    const rows = harness.stop("a").then((result) => {
      isAcknowledged = true;
      return result;
    });
    await harness.clock.advance(5000);
    expect(harness.status("a").state).toBe("stopped");
    expect(isAcknowledged).toBe(false);
    harness.store.release();
    expect(await rows).toMatchObject([{ ok: true }]);
    expect(harness.store.processes.get("a")).toMatchObject({
      desired: "down",
      stoppedByRequest: true,
    });
  });

  it("is saved against a power cut only where somebody's wish changed", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", { autostart: false }));
    expect(harness.store.durableSaves).toBe(0);
    await harness.start("a");
    expect(harness.store.durableSaves).toBe(1);
    await harness.restart("a");
    expect(harness.store.durableSaves).toBe(1);
    await harness.stop("a");
    expect(harness.store.durableSaves).toBe(2);
  });

  it("that can't be saved stops no supervision, is told, refuses the acknowledgement, and heals by itself", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"), defineProcess("b"));
    harness.store.fail("no space left on device");
    const [row] = await harness.stop("a");
    expect(row).toMatchObject({
      ok: false,
      status: { state: "stopped" },
      error: { code: "ERR_DPM_PROCESS_NOT_SAVED" },
    });
    expect(row?.error?.message).toContain("no space left on device");
    harness.engine.end("b", { kind: "exited", code: 1 });
    await harness.clock.advance(30_000);
    expect(harness.status("b")).toMatchObject({ state: "running", restarts: 1 });
    expect(harness.supervisor.troubles()).toMatchObject([
      { kind: "store", message: "state can't be saved: no space left on device" },
    ]);
    harness.store.fail(null);
    await harness.clock.advance(60_000);
    expect(harness.supervisor.troubles()).toEqual([]);
    expect(harness.store.processes.get("a")).toMatchObject({ desired: "down" });
    const sequences = harness.store.events
      .filter(({ id }) => id === "b")
      .map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it("that failed once is forgotten when it was made good, also for who asks for nothing new", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.store.fail("EIO");
    expect(await harness.stop("a")).toMatchObject([{ ok: false }]);
    harness.store.fail(null);
    await harness.clock.advance(60_000);
    expect(await harness.stop("a")).toMatchObject([{ ok: true }]);
  });

  it("is acknowledged again as soon as the store works, without waiting for the back-off", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.store.fail("EIO");
    expect(await harness.stop("a")).toMatchObject([{ ok: false }]);
    await harness.clock.advance(100_000);
    harness.store.fail(null);
    expect(await harness.start("a")).toMatchObject([{ ok: true }]);
    expect(harness.supervisor.troubles()).toEqual([]);
    const events = harness.store.events.map(({ sequence }) => sequence);
    expect(events).toEqual(events.map((_, index) => index + 1));
  });

  it("keeps a bounded history for a store that does not work", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.store.fail("EROFS");
    for (let round = 0; round < 100; round += 1) await harness.restart("a");
    expect(harness.supervisor.troubles().map(({ message }) => message)).toContain(
      "the store failed for so long that history is lost",
    );
    harness.store.fail(null);
    await harness.clock.advance(120_000);
    expect(harness.store.processes.get("a")).toMatchObject({
      instance: harness.engine.instanceOf("a"),
    });
    const sequences = harness.store.events.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.toSorted((left, right) => left - right));
  });

  it("of a removed process is forgotten, also when the store fails at first", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    await harness.stop("a");
    harness.store.fail("EIO");
    await harness.supervisor.reconfigure([], { actor: "test" });
    await harness.clock.settle();
    expect(harness.store.processes.has("a")).toBe(true);
    harness.store.fail(null);
    await harness.clock.advance(2000);
    expect(harness.store.processes.has("a")).toBe(false);
  });
});
