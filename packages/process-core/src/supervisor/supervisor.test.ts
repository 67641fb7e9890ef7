import { describe, expect, it } from "vitest";
import { createHarness, defineProcess } from "../testing/index.ts";

describe("a supervisor", () => {
  it("starts enabled processes with the daemon and answers for all that are defined", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("a"),
      defineProcess("manual", { autostart: false }),
      defineProcess("off", { enabled: false }),
    );
    expect(
      harness.supervisor.status().map(({ id, state, desired }) => [id, state, desired]),
    ).toEqual([
      ["a", "running", "up"],
      ["manual", "stopped", "down"],
      ["off", "stopped", "down"],
    ]);
    expect(harness.engine.spawns.map(({ id }) => id)).toEqual(["a"]);
  });

  it("starts, stops and restarts one process", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", { autostart: false }), defineProcess("b"));
    const pidOfB = harness.status("b").pid;
    const [started] = await harness.start("a");
    expect(started).toMatchObject({
      done: true,
      ok: true,
      status: { state: "running", ready: true },
    });
    const [again] = await harness.start("a");
    expect(again?.status.pid).toBe(started?.status.pid);
    const [restarted] = await harness.restart("a");
    expect(restarted).toMatchObject({ ok: true, status: { state: "running" } });
    expect(restarted?.status.pid).not.toBe(started?.status.pid);
    const [stopped] = await harness.stop("a");
    expect(stopped).toMatchObject({
      ok: true,
      status: { state: "stopped", desired: "down", pid: null },
    });
    expect(harness.engine.aliveOf("a")).toBe(0);
    expect(harness.status("b").pid).toBe(pidOfB);
    expect(harness.supervisor.troubles()).toEqual([]);
  });
});
