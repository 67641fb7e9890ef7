import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../model/process-definition.ts";
import { createHarness, defineProcess } from "../testing/index.ts";

function withBackups(id: string, backups: number): ProcessDefinition {
  const definition = defineProcess(id);
  const { program } = definition;
  return { ...definition, program: { ...program, output: { ...program.output, backups } } };
}

describe("the engine", () => {
  it("makes ready all that starts with the daemon at once, and nothing that doesn't", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("a"),
      defineProcess("quiet", { autostart: false }),
      defineProcess("b"),
    );
    expect(harness.engine.prepared).toEqual(["a", "b"]);
  });

  it("hears at an adoption where the output goes now", async () => {
    const first = createHarness();
    await first.begin(withBackups("a", 3));
    await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = first.successor();
    await next.begin(withBackups("a", 7));
    expect(next.engine.outputs.get("a")?.backups).toBe(7);
  });

  it("hears of other limits of a log without a restart", async () => {
    const harness = createHarness();
    await harness.begin(withBackups("a", 3), withBackups("b", 3));
    await harness.supervisor.reconfigure([withBackups("a", 9), withBackups("b", 3)], {
      actor: "test",
    });
    expect(harness.engine.spawns).toHaveLength(2);
    expect([...harness.engine.outputs].map(([id, { backups }]) => [id, backups])).toEqual([
      ["a", 9],
    ]);
  });

  it("hears once of all that is defined, whatever becomes of it, before it launches anything", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("a"),
      defineProcess("idle", { autostart: false }),
      defineProcess("off", { enabled: false }),
    );
    expect(harness.engine.restored).toEqual([["a", "idle", "off"]]);
    await harness.supervisor.shutdown({ leave: true, timeoutMs: 0 });
    const next = harness.successor();
    await next.begin(defineProcess("idle", { autostart: false }));
    expect(next.engine.restored.at(-1)).toEqual(["idle"]);
  });

  it("may forget a process once that is removed and gone, not before", async () => {
    const harness = createHarness();
    harness.engine.behave("a", { endsAfterMs: 500 });
    await harness.begin(defineProcess("a"));
    const removal = harness.supervisor.reconfigure([], { actor: "test" });
    await harness.clock.advance(400);
    expect(harness.engine.forgotten).toEqual([]);
    await harness.clock.advance(200);
    await removal;
    expect(harness.engine.forgotten).toEqual(["a"]);
  });
});
