import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixtureProgram } from "../../fixture-program.ts";
import { isAlive, startTicksOf } from "../../process-inspection.ts";
import { waitUntil } from "../../wait-until.ts";
import type { EngineSubject } from "./abilities.ts";
import { createEngineBench, type EngineBench } from "./engine-bench.ts";

const readPid = (bench: EngineBench, name: string): Promise<number> => {
  const file = join(bench.folder, name);
  return waitUntil(() => existsSync(file) && Number(readFileSync(file, "utf8")), {
    what: `the pid in ${name}`,
  });
};

/** All that belongs to an instance. */
export function describeTrees({ createEngine, abilities }: EngineSubject): void {
  describe("trees", () => {
    test("a signal to the tree reaches a child in the group", async () => {
      const bench = await createEngineBench(createEngine);
      const started = await bench.start(
        bench.program(fixtureProgram("forks-in-group.sh", "child")),
      );
      const child = await readPid(bench, "child");
      expect(bench.engine.signalTree(started.instance, "SIGTERM")).toEqual({ kind: "sent" });
      await waitUntil(() => !isAlive(child), { what: "the end of the child" });
      expect(await started.exit()).toMatchObject({ kind: "signalled", signal: "SIGTERM" });
    });

    test("a signal to the main process leaves its child alone, and the tree is alive until the child is gone", async () => {
      const bench = await createEngineBench(createEngine);
      const started = await bench.start(
        bench.program(fixtureProgram("forks-in-group.sh", "child")),
      );
      const child = await readPid(bench, "child");
      bench.engine.signal(started.instance, "SIGKILL");
      await started.exit();
      expect(isAlive(child)).toBe(true);
      expect(bench.engine.isTreeAlive(started.instance)).toBe(true);
      expect(bench.engine.signalTree(started.instance, "SIGTERM")).toEqual({ kind: "sent" });
      await waitUntil(() => !bench.engine.isTreeAlive(started.instance), {
        what: "the end of the tree",
      });
      expect(isAlive(child)).toBe(false);
    });

    test("a kill ends a program that ignores SIGTERM", async () => {
      const bench = await createEngineBench(createEngine);
      const started = await bench.start(bench.program(fixtureProgram("ignores-term.sh")));
      await waitUntil(() => readFileSync(bench.logFile, "utf8").includes("ready"), {
        what: "the announcement",
      });
      bench.engine.signalTree(started.instance, "SIGTERM");
      expect(await bench.engine.killTree(started.instance)).toEqual({ kind: "empty" });
      expect(isAlive(started.pid)).toBe(false);
      expect(await started.exit()).toMatchObject({ kind: "signalled", signal: "SIGKILL" });
    });

    test("the exit is told although a child holds the output open, and what it left can be killed", async () => {
      const bench = await createEngineBench(createEngine);
      const started = await bench.start(bench.program(fixtureProgram("leaves-child.sh", "child")));
      expect(await started.exit()).toEqual({ kind: "exited", code: 0 });
      const child = await readPid(bench, "child");
      expect(isAlive(child)).toBe(true);
      expect(bench.engine.isTreeAlive(started.instance)).toBe(true);
      expect(await bench.engine.killTree(started.instance)).toEqual({ kind: "empty" });
      expect(isAlive(child)).toBe(false);
      expect(bench.engine.isTreeAlive(started.instance)).toBe(false);
    });

    test.runIf(abilities.findsDetachedGrandchildren)(
      "a kill ends a double-forked grandchild in its own session",
      async () => {
        const bench = await createEngineBench(createEngine);
        const started = await bench.start(
          bench.program(fixtureProgram("double-forks.sh", "grandchild")),
        );
        const grandchild = await readPid(bench, "grandchild");
        expect(bench.engine.isTreeAlive(started.instance)).toBe(true);
        expect(await bench.engine.killTree(started.instance)).toEqual({ kind: "empty" });
        expect([started.pid, grandchild].filter(isAlive)).toEqual([]);
      },
    );

    test.runIf(abilities.findsDetachedGrandchildren)(
      "a grandchild that outlived the main process is still found",
      async () => {
        const bench = await createEngineBench(createEngine);
        const started = await bench.start(
          bench.program(fixtureProgram("double-forks.sh", "grandchild")),
        );
        const grandchild = await readPid(bench, "grandchild");
        bench.engine.signal(started.instance, "SIGKILL");
        await started.exit();
        expect(isAlive(grandchild)).toBe(true);
        expect(bench.engine.isTreeAlive(started.instance)).toBe(true);
        expect(await bench.engine.killTree(started.instance)).toEqual({ kind: "empty" });
        expect(isAlive(grandchild)).toBe(false);
      },
    );

    test("the tree of one instance has nothing of another, not even of the same program", async () => {
      const bench = await createEngineBench(createEngine);
      const [one, other] = [
        await bench.start(bench.program(fixtureProgram("forks-in-group.sh", "one"))),
        await bench.start(bench.program(fixtureProgram("forks-in-group.sh", "other"))),
      ];
      const child = await readPid(bench, "other");
      const ticks = startTicksOf(other.pid);
      await bench.engine.killTree(one.instance);
      expect(startTicksOf(other.pid)).toBe(ticks);
      expect([other.pid, child].filter(isAlive)).toEqual([other.pid, child]);
    });
  });
}
