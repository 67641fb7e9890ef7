import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExitReport } from "@dpm/process-core";
import { describe, expect, test } from "vitest";
import { fixtureProgram } from "../../fixture-program.ts";
import { isAlive } from "../../process-inspection.ts";
import { waitUntil } from "../../wait-until.ts";
import type { EngineSubject } from "./abilities.ts";
import { createEngineBench } from "./engine-bench.ts";

/** What an earlier daemon started. */
export function describeAdoption({ createEngine, abilities }: EngineSubject): void {
  const ignore = { exited: (): void => {}, output: null };

  describe("adoption", () => {
    test("a process of an earlier engine is adopted, and its end is told once", async () => {
      const earlier = await createEngineBench(createEngine);
      const { instance, pid } = await earlier.start(earlier.program(["sleep", "1000"]));
      const { engine } = await earlier.succeed();
      const exits: ExitReport[] = [];
      const outcome = await engine.adopt("test", instance, {
        exited: (report) => void exits.push(report),
        output: null,
      });
      expect(outcome).toEqual({ kind: "adopted", instance });
      expect(engine.isTreeAlive(instance)).toBe(true);
      expect(engine.signal(instance, "SIGKILL")).toEqual({ kind: "sent" });
      await waitUntil(() => exits.length > 0, { what: "the end of the adopted process" });
      expect(isAlive(pid)).toBe(false);
      expect(["unknown", "signalled"]).toContain(exits[0]?.kind);
      expect(engine.isTreeAlive(instance)).toBe(false);
      expect(exits).toHaveLength(1);
    });

    test("a process that ended meanwhile is gone", async () => {
      const earlier = await createEngineBench(createEngine);
      const started = await earlier.start(earlier.program(["true"]));
      await started.exit();
      const { engine } = await earlier.succeed();
      expect(await engine.adopt("test", started.instance, ignore)).toMatchObject({ kind: "gone" });
    });

    test("a process that only has the pid is not adopted", async () => {
      const earlier = await createEngineBench(createEngine);
      const { instance, pid } = await earlier.start(earlier.program(["sleep", "1000"]));
      const { engine } = await earlier.succeed();
      expect(await engine.adopt("test", { ...instance, startIdentity: "1" }, ignore)).toMatchObject(
        { kind: "gone" },
      );
      expect(isAlive(pid)).toBe(true);
    });

    test.runIf(abilities.findsDetachedGrandchildren)(
      "a kill of an adopted process ends what it detached",
      async () => {
        const earlier = await createEngineBench(createEngine);
        const started = await earlier.start(
          earlier.program(fixtureProgram("double-forks.sh", "grandchild")),
        );
        const file = join(earlier.folder, "grandchild");
        const grandchild = await waitUntil(
          () => existsSync(file) && Number(readFileSync(file, "utf8")),
          { what: "the pid" },
        );
        const { engine } = await earlier.succeed();
        await engine.adopt("test", started.instance, ignore);
        expect(await engine.killTree(started.instance)).toEqual({ kind: "empty" });
        expect([started.pid, grandchild].filter(isAlive)).toEqual([]);
      },
    );

    test.runIf(abilities.findsDetachedGrandchildren)(
      "what a process left that is gone already is found as well",
      async () => {
        const earlier = await createEngineBench(createEngine);
        const started = await earlier.start(
          earlier.program(fixtureProgram("double-forks.sh", "grandchild")),
        );
        const file = join(earlier.folder, "grandchild");
        const grandchild = await waitUntil(
          () => existsSync(file) && Number(readFileSync(file, "utf8")),
          { what: "the pid" },
        );
        earlier.engine.signal(started.instance, "SIGKILL");
        await started.exit();
        const { engine } = await earlier.succeed();
        expect(await engine.adopt("test", started.instance, ignore)).toMatchObject({
          kind: "gone",
        });
        expect(engine.isTreeAlive(started.instance)).toBe(true);
        expect(await engine.killTree(started.instance)).toEqual({ kind: "empty" });
        expect(isAlive(grandchild)).toBe(false);
      },
    );
  });
}
