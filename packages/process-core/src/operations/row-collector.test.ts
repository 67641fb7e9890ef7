import { describe, expect, it } from "vitest";
import { createHarness, defineProcess } from "../testing/index.ts";
import type { OperationRow } from "./operation.ts";

const manual = { autostart: false };

describe("the rows of an operation", () => {
  it("are none for no ids, at once", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    expect(await harness.start()).toEqual([]);
    expect(await harness.stop()).toEqual([]);
    expect(await harness.supervisor.signalProcesses([], "SIGHUP", { actor: "test" })).toEqual([]);
  });

  it("are one for each id in the order asked, however often it is named and whoever finishes first", async () => {
    const harness = createHarness();
    const finished: string[] = [];
    await harness.begin(defineProcess("slow", manual), defineProcess("quick", manual));
    harness.engine.behave("slow", { held: true });
    const rows = harness.supervisor.startProcesses(["slow", "quick", "slow"], {
      actor: "test",
      onResult: ({ status }) => finished.push(status.id),
    });
    await harness.clock.settle();
    harness.engine.release("slow");
    expect((await rows).map(({ status }) => status.id)).toEqual(["slow", "quick"]);
    expect(finished).toEqual(["quick", "slow"]);
  });

  it("leave out an id that does not exist: who asks has selected before", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    expect((await harness.start("ghost", "a")).map(({ status }) => status.id)).toEqual(["a"]);
  });

  it("leave nothing behind: no timer, no watcher", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    for (let round = 0; round < 20; round += 1) {
      await harness.start("a");
      await harness.stop("a");
    }
    await harness.clock.advance(1);
    expect(harness.clock.pendingTimers()).toBe(0);
  });

  it("say once for each change how far the work is, first after a second", async () => {
    const harness = createHarness();
    const seen: [number, string, boolean][] = [];
    const began = harness.clock.monotonicMs();
    harness.engine.behave("a", { ignores: ["SIGTERM"] });
    await harness.begin(defineProcess("a", { stopTimeoutMs: 60_000 }), defineProcess("b"));
    const rows = harness.supervisor.stopProcesses(["a", "b"], {
      actor: "test",
      onResult: ({ status, done }) =>
        seen.push([harness.clock.monotonicMs() - began, `${status.id} ${status.state}`, done]),
    });
    await harness.clock.advance(60_000);
    await rows;
    expect(seen).toEqual([
      [0, "b stopped", true],
      [1000, "a stopping", false],
      [60_000, "a stopped", true],
    ]);
  });

  it("keep their own counsel when several clients wait for the same process", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    harness.engine.behave("a", { held: true });
    const controller = new AbortController();
    const results: Promise<OperationRow[]>[] = [
      harness.start("a"),
      harness.supervisor.startProcesses(["a"], { actor: "other", signal: controller.signal }),
      harness.restart("a"),
    ];
    await harness.clock.settle();
    controller.abort();
    harness.engine.release("a");
    const rows = (await Promise.all(results)).flat();
    expect(rows.map(({ ok, error }) => (ok ? "ok" : error?.code))).toEqual([
      "ok",
      "ERR_DPM_CANCELLED",
      "ok",
    ]);
    expect(harness.engine.spawns).toHaveLength(1);
  });

  it("tell a start that a stop overtook it, and the stop that it was done", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", manual));
    harness.engine.behave("a", { held: true });
    const start = harness.start("a");
    await harness.clock.settle();
    const stop = harness.stop("a");
    await harness.clock.settle();
    expect((await start)[0]?.error).toMatchObject({ message: "a was stopped by a later request" });
    harness.engine.release("a");
    expect((await stop)[0]).toMatchObject({ ok: true, status: { state: "stopped" } });
  });

  it("have the status that was judged, whatever becomes of it until that is saved", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    harness.store.hold();
    const stop = harness.stop("a");
    await harness.clock.settle();
    expect(harness.status("a").state).toBe("stopped");
    void harness.start("a");
    await harness.clock.settle();
    expect(harness.status("a").state).toBe("starting");
    harness.store.release();
    expect(await stop).toMatchObject([{ ok: true, status: { state: "stopped" } }]);
  });
});
