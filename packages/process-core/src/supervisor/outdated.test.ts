import { expect, it } from "vitest";
import { createHarness, defineProcess, type Harness } from "../testing/index.ts";

const before = defineProcess("a");
const after = defineProcess("a", { program: { ...before.program, argv: ["/bin/other"] } });

/** A daemon that finds something else configured than what runs. */
async function surprised(): Promise<Harness> {
  const first = createHarness();
  await first.begin(before, defineProcess("b"));
  await first.supervisor.shutdown({ leave: true, timeoutMs: 0 });
  const next = first.successor();
  await next.begin(after, defineProcess("b"));
  return next;
}

it("what was configured anew while no daemon was there runs on, and that is told", async () => {
  const next = await surprised();
  expect(next.engine.spawns).toHaveLength(2);
  expect(next.status("a").state).toBe("running");
  expect(next.supervisor.troubles()).toMatchObject([{ kind: "outdated", message: "a", count: 1 }]);
});

it("a reload puts it in force, even if nothing changes by it", async () => {
  const next = await surprised();
  const definitions = [after, defineProcess("b")];
  expect(next.supervisor.planReconfigure(definitions)).toMatchObject({
    changed: [{ id: "a", restart: true }],
    unchanged: ["b"],
  });
  const report = next.supervisor.reconfigure(definitions, { actor: "test" });
  await next.clock.settle();
  expect((await report).changed).toEqual([{ id: "a", restart: true }]);
  expect(next.engine.spawns.at(-1)?.program.argv).toEqual(["/bin/other"]);
  expect(next.supervisor.troubles()).toEqual([]);
});

it("a restart puts it in force, too", async () => {
  const next = await surprised();
  void next.restart("a");
  await next.clock.settle();
  expect(next.engine.spawns.at(-1)?.program.argv).toEqual(["/bin/other"]);
  expect(next.supervisor.troubles()).toEqual([]);
});
