import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../model/process-definition.ts";
import { createHarness, defineProcess, type Harness } from "../testing/index.ts";

const actor = { actor: "pmc" };

function withArguments(id: string, ...argv: [string, ...string[]]): ProcessDefinition {
  const definition = defineProcess(id);
  return { ...definition, program: { ...definition.program, argv } };
}

function pids(harness: Harness): Record<string, number | null> {
  return Object.fromEntries(harness.supervisor.status().map(({ id, pid }) => [id, pid]));
}

describe("a reconfiguration", () => {
  it("touches only what changed: every other process keeps its pid", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("kept"),
      defineProcess("tuned"),
      defineProcess("changed"),
      defineProcess("gone"),
    );
    const before = pids(harness);
    const report = await harness.supervisor.reconfigure(
      [
        defineProcess("kept"),
        defineProcess("tuned", { stopTimeoutMs: 5 }),
        withArguments("changed", "/bin/sleep", "7"),
        defineProcess("new"),
        defineProcess("quiet", { autostart: false }),
      ],
      actor,
    );
    expect(report).toMatchObject({
      added: ["new", "quiet"],
      changed: [
        { id: "tuned", restart: false },
        { id: "changed", restart: true },
      ],
      removed: ["gone"],
      unchanged: ["kept"],
    });
    expect(report.rows.map(({ status, ok }) => [status.id, ok])).toEqual([
      ["gone", true],
      ["changed", true],
      ["new", true],
    ]);
    const after = pids(harness);
    expect(after).toMatchObject({ kept: before["kept"], tuned: before["tuned"], quiet: null });
    expect(after["changed"]).not.toBe(before["changed"]);
    expect(Object.keys(after)).toEqual(["kept", "tuned", "changed", "new", "quiet"]);
    expect(harness.engine.aliveOf("gone")).toBe(0);
    expect(harness.store.processes.has("gone")).toBe(false);
    expect(harness.engine.spawns.findLast(({ id }) => id === "changed")?.program.argv).toEqual([
      "/bin/sleep",
      "7",
    ]);
  });

  it("changes nothing when the new definitions contradict each other", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"), defineProcess("b"));
    const before = pids(harness);
    const cycle = [
      defineProcess("a", { requires: ["b"] }),
      defineProcess("b", { requires: ["a"] }),
    ];
    await expect(harness.supervisor.reconfigure(cycle, actor)).rejects.toThrow("in a circle");
    await expect(
      harness.supervisor.reconfigure([defineProcess("a"), defineProcess("a")], actor),
    ).rejects.toThrow("two processes");
    expect(() => harness.supervisor.planReconfigure(cycle)).toThrow("in a circle");
    expect(pids(harness)).toEqual(before);
  });

  it("can be planned without being done", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    expect(harness.supervisor.planReconfigure([withArguments("a", "/bin/true")])).toMatchObject({
      changed: [{ id: "a", restart: true }],
    });
    expect(harness.engine.spawns).toHaveLength(1);
  });

  it("stops what is disabled and starts what is enabled again", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    await harness.supervisor.reconfigure([defineProcess("a", { enabled: false })], actor);
    expect(harness.status("a")).toMatchObject({
      state: "stopped",
      desired: "down",
      enabled: false,
      reason: "disabled",
    });
    await harness.supervisor.reconfigure([defineProcess("a")], actor);
    expect(harness.status("a").state).toBe("running");
  });

  it("starts nothing that a person stopped", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    await harness.stop("a");
    await harness.supervisor.reconfigure([withArguments("a", "/bin/true")], actor);
    expect(harness.status("a").state).toBe("stopped");
    await harness.start("a");
    expect(harness.engine.spawns.at(-1)?.program.argv).toEqual(["/bin/true"]);
  });

  it("gives what was given up another try when its program changed", async () => {
    const harness = createHarness();
    harness.engine.behave("a", {
      failure: { stage: "program", errno: "ENOENT", path: "/x", passing: false },
    });
    await harness.begin(defineProcess("a", { restart: "no" }));
    expect(harness.status("a").state).toBe("fatal");
    harness.engine.behave("a", {});
    await harness.supervisor.reconfigure([withArguments("a", "/bin/true")], actor);
    expect(harness.status("a").state).toBe("running");
  });

  it("brings back what it has just removed, once the old instance is gone", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { endsAfterMs: 1000 });
    await harness.begin(defineProcess("a"));
    const removal = harness.supervisor.reconfigure([], actor);
    await harness.clock.settle();
    expect(harness.status("a").state).toBe("stopping");
    const addition = harness.supervisor.reconfigure([defineProcess("a")], actor);
    await harness.clock.advance(2000);
    expect((await addition).rows).toMatchObject([{ ok: true }]);
    expect((await removal).rows).toMatchObject([
      { ok: false, error: { code: "ERR_DPM_PROCESS_SUPERSEDED" } },
    ]);
    expect(harness.status("a").state).toBe("running");
    expect(harness.engine.breaches).toEqual([]);
    expect(harness.store.processes.has("a")).toBe(true);
  });

  it("tells who waits for a start that the process was removed", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("a", { autostart: false }));
    harness.engine.behave("a", { held: true });
    const rows = harness.start("a");
    await harness.clock.settle();
    const removal = harness.supervisor.reconfigure([], actor);
    harness.engine.release("a");
    expect((await rows)[0]?.error?.code).toBe("ERR_DPM_PROCESS_REMOVED");
    expect((await removal).rows).toMatchObject([{ ok: true }]);
    expect(harness.supervisor.status()).toEqual([]);
    expect(harness.engine.aliveOf("a")).toBe(0);
  });

  it("asks a running instance by its new probes", async () => {
    const probe = {
      check: { kind: "tcp", host: "127.0.0.1", port: 1 } as const,
      initialDelayMs: 0,
      periodMs: 1000,
      timeoutMs: 500,
      successThreshold: 1,
      failureThreshold: 1,
    };
    const harness = createHarness();
    await harness.begin(defineProcess("a"));
    const { pid } = harness.status("a");
    await harness.supervisor.reconfigure([defineProcess("a", { health: probe })], actor);
    await harness.clock.advance(1000);
    expect(harness.status("a")).toMatchObject({ pid, health: "healthy" });
    await harness.supervisor.reconfigure([defineProcess("a")], actor);
    const asked = harness.prober.questions.length;
    await harness.clock.advance(10_000);
    expect(harness.prober.questions).toHaveLength(asked);
    expect(harness.status("a")).toMatchObject({ pid, health: "none" });
  });

  it("lets start what waited for a dependency that it takes away", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("off", { enabled: false }),
      defineProcess("a", { requires: ["off"] }),
    );
    expect(harness.status("a").state).toBe("waiting");
    await harness.supervisor.reconfigure(
      [defineProcess("off", { enabled: false }), defineProcess("a")],
      actor,
    );
    await harness.clock.settle();
    expect(harness.status("a").state).toBe("running");
  });
});
