import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Instance } from "@dpm/process-core";
import { describe, expect, test } from "vitest";
import { fixtureProgram } from "../../fixture-program.ts";
import { isAlive } from "../../process-inspection.ts";
import { waitUntil } from "../../wait-until.ts";
import type { EngineSubject } from "./abilities.ts";
import { createEngineBench, type EngineBench } from "./engine-bench.ts";

const ignore = { exited: (): void => {}, output: null };

/** What an earlier daemon launched and did not live to save. */
export function describeSearch({ createEngine, abilities }: EngineSubject): void {
  const findOne = async ({ engine }: EngineBench, launch: string): Promise<Instance> => {
    const found = await engine.find([launch]);
    const instance = found.get(launch);
    if (instance === undefined) throw new Error(`${launch} was not found`);
    return instance;
  };

  describe("the search for launches", () => {
    test("each launch has a token of its own", async () => {
      const { engine } = await createEngineBench(createEngine);
      const tokens = new Set(Array.from({ length: 1000 }, () => engine.nextLaunch()));
      expect(tokens.size).toBe(1000);
    });

    test("what was never launched, or has ended, is not found", async () => {
      const earlier = await createEngineBench(createEngine);
      const [never, ended] = [earlier.engine.nextLaunch(), earlier.engine.nextLaunch()];
      const started = await earlier.start(earlier.program(["true"]), ended);
      await started.exit();
      const { engine } = await earlier.succeed();
      expect(await engine.find([never, ended])).toEqual(new Map());
      expect(await engine.find([])).toEqual(new Map());
    });

    test.runIf(abilities.findsLaunches)(
      "of what runs is known for which process it was launched, also when every token is forgotten",
      async () => {
        const earlier = await createEngineBench(createEngine);
        const [id, ended] = [`käse/${Math.random()}`, `ended-${Math.random()}`];
        const started = await earlier.start(
          earlier.program(["sleep", "1000"]),
          earlier.engine.nextLaunch(id),
        );
        const over = await earlier.start(
          earlier.program(["true"]),
          earlier.engine.nextLaunch(ended),
        );
        await over.exit();
        const nameless = await earlier.start(earlier.program(["sleep", "1000"]));
        const next = await earlier.succeed();
        const found = await next.engine.survey();
        const instance = found.get(id);
        if (instance === undefined) throw new Error("it was not found");
        expect(instance).toMatchObject({
          pid: started.pid,
          startIdentity: started.instance.startIdentity,
        });
        expect(found.has(ended)).toBe(false);
        expect([...found.values()].map(({ pid }) => pid)).not.toContain(nameless.pid);
        expect(await next.engine.adopt(id, instance, ignore)).toMatchObject({ kind: "adopted" });
        expect(await next.engine.killTree(instance)).toEqual({ kind: "empty" });
        expect((await next.engine.survey()).has(id)).toBe(false);
        expect(isAlive(started.pid)).toBe(false);
      },
    );

    test.runIf(abilities.findsLaunches)(
      "what runs is found as the instance that it is, with what it started beside it",
      async () => {
        const earlier = await createEngineBench(createEngine);
        const [one, two] = [earlier.engine.nextLaunch(), earlier.engine.nextLaunch()];
        const before = Date.now();
        const first = await earlier.start(earlier.program(["sh", "-c", "sleep 1000 & wait"]), one);
        const second = await earlier.start(earlier.program(["sleep", "1000"]), two);
        const { engine } = await earlier.succeed();
        const found = await engine.find([one, engine.nextLaunch(), two]);
        expect([...found.keys()]).toEqual([one, two]);
        for (const [launch, { instance }] of [
          [one, first],
          [two, second],
        ] as const) {
          const same = found.get(launch);
          expect(same).toMatchObject({ pid: instance.pid, startIdentity: instance.startIdentity });
          // The system counts in hundredths of a second.
          expect(same?.startedAt).toBeGreaterThan(before - 1000);
          expect(same?.startedAt).toBeLessThanOrEqual(Date.now());
        }
      },
    );

    test.runIf(abilities.findsLaunches && abilities.setsLimits)(
      "what is found can be adopted while its helpers are at work, and ended",
      async () => {
        const earlier = await createEngineBench(createEngine);
        const launch = earlier.engine.nextLaunch();
        const program = earlier.program(["sleep", "1000"], { umask: 0o27, nice: 5 });
        const outcome = earlier.start(program, launch);
        const instance = await waitUntil(
          async () => (await earlier.engine.find([launch])).get(launch),
          { what: "the launch" },
        );
        const { engine } = await earlier.succeed();
        expect(await engine.adopt("test", instance, ignore)).toMatchObject({ kind: "adopted" });
        const { pid } = await outcome;
        expect(instance.pid).toBe(pid);
        expect(await engine.killTree(instance)).toEqual({ kind: "empty" });
        expect(isAlive(pid)).toBe(false);
      },
    );

    test.runIf(abilities.findsLaunches)(
      "a main process that has ended is found by what it left in its session, and is gone",
      async () => {
        const earlier = await createEngineBench(createEngine);
        const launch = earlier.engine.nextLaunch();
        const script = "sleep 1000 & echo $! > left.tmp; mv left.tmp left";
        const started = await earlier.start(earlier.program(["sh", "-c", script]), launch);
        await started.exit();
        const left = Number(readFileSync(join(earlier.folder, "left"), "utf8"));
        const next = await earlier.succeed();
        const instance = await findOne(next, launch);
        expect(instance.pid).toBe(started.pid);
        expect(await next.engine.adopt("test", instance, ignore)).toMatchObject({ kind: "gone" });
        expect(next.engine.isTreeAlive(instance)).toBe(true);
        expect(await next.engine.killTree(instance)).toEqual({ kind: "empty" });
        expect(isAlive(left)).toBe(false);
      },
    );

    test.runIf(abilities.findsLaunches)(
      "the main process is told from what it detached",
      async () => {
        const earlier = await createEngineBench(createEngine);
        const launch = earlier.engine.nextLaunch();
        const program = earlier.program(fixtureProgram("double-forks.sh", "grandchild"));
        const started = await earlier.start(program, launch);
        await waitUntil(() => existsSync(join(earlier.folder, "grandchild")));
        const instance = await findOne(await earlier.succeed(), launch);
        expect(instance).toMatchObject({
          pid: started.pid,
          startIdentity: started.instance.startIdentity,
        });
      },
    );
  });
}
