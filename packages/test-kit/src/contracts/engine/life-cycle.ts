import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fixtureProgram } from "../../fixture-program.ts";
import { isAlive, startTicksOf } from "../../process-inspection.ts";
import { waitUntil } from "../../wait-until.ts";
import type { EngineSubject } from "./abilities.ts";
import { createEngineBench } from "./engine-bench.ts";

/** Starting, ending, signalling. */
export function describeLifeCycle({ createEngine, abilities }: EngineSubject): void {
  describe("life cycle", () => {
    test("a started process is there, with the start that its identity names", async () => {
      const bench = await createEngineBench(createEngine);
      const before = Date.now();
      const { instance, pid } = await bench.start(bench.program(["sleep", "1000"]));
      expect(isAlive(pid)).toBe(true);
      expect(instance.startIdentity).toMatch(abilities.startIsTicks ? `${startTicksOf(pid)}` : /./);
      expect(instance.startedAt).toBeGreaterThanOrEqual(before);
      expect(instance.startedAt).toBeLessThanOrEqual(Date.now());
    });

    test.each([0, 1, 3, 127, 255])(
      "the exit code %i is told once, after the start",
      async (code) => {
        const bench = await createEngineBench(createEngine);
        const order: string[] = [];
        const program = bench.program(fixtureProgram("exits-with.sh", String(code)));
        const exits: unknown[] = [];
        const outcome = await bench.engine.spawn("test", program, {
          exited: (report) => {
            order.push("exited");
            exits.push(report);
          },
        });
        order.push(outcome.kind);
        await waitUntil(() => exits.length > 0, { what: "the exit" });
        expect(order).toEqual(["spawned", "exited"]);
        expect(exits).toEqual([{ kind: "exited", code }]);
      },
    );

    test("the signal that ended a process is told by name", async () => {
      const bench = await createEngineBench(createEngine);
      const started = await bench.start(bench.program(fixtureProgram("crashes.sh", "SEGV")));
      expect(await started.exit()).toMatchObject({ kind: "signalled", signal: "SIGSEGV" });
    });

    test("a signal reaches the main process", async () => {
      const bench = await createEngineBench(createEngine);
      const started = await bench.start(bench.program(fixtureProgram("sleeps.sh", "7")));
      await waitUntil(() => readFileSync(bench.logFile, "utf8").includes("ready"), {
        what: "the announcement",
      });
      expect(bench.engine.signal(started.instance, "SIGTERM")).toEqual({ kind: "sent" });
      // The shell acts on it once its child has ended.
      bench.engine.signalTree(started.instance, "SIGTERM");
      expect(await started.exit()).toEqual({ kind: "exited", code: 7 });
    });

    test("a signal to an ended process is answered with gone", async () => {
      const bench = await createEngineBench(createEngine);
      const started = await bench.start(bench.program(["true"]));
      await started.exit();
      expect(bench.engine.signal(started.instance, "SIGTERM")).toEqual({ kind: "gone" });
      expect(bench.engine.signalTree(started.instance, "SIGTERM")).toEqual({ kind: "gone" });
      expect(bench.engine.isTreeAlive(started.instance)).toBe(false);
      expect(await bench.engine.killTree(started.instance)).toEqual({ kind: "empty" });
    });

    test("a process that only has the pid of an instance is never signalled", async () => {
      const bench = await createEngineBench(createEngine);
      const { instance, pid } = await bench.start(bench.program(["sleep", "1000"]));
      const earlier = { ...instance, startIdentity: "1" };
      expect(bench.engine.signal(earlier, "SIGKILL")).toEqual({ kind: "gone" });
      expect(bench.engine.signalTree(earlier, "SIGKILL")).toEqual({ kind: "gone" });
      expect(await bench.engine.killTree(earlier)).toEqual({ kind: "empty" });
      expect(bench.engine.isTreeAlive(earlier)).toBe(false);
      expect(isAlive(pid)).toBe(true);
    });

    test("a signal that does not exist is refused", async () => {
      const bench = await createEngineBench(createEngine);
      const { instance, pid } = await bench.start(bench.program(["sleep", "1000"]));
      expect(bench.engine.signal(instance, "SIGNONSENSE")).toEqual({
        kind: "refused",
        errno: "EINVAL",
      });
      expect(bench.engine.signalTree(instance, "SIGNONSENSE")).toEqual({
        kind: "refused",
        errno: "EINVAL",
      });
      expect(isAlive(pid)).toBe(true);
    });

    test("a hundred processes start at once and end at once", async () => {
      const bench = await createEngineBench(createEngine);
      const program = bench.program(["sleep", "1000"]);
      const all = await Promise.all(Array.from({ length: 100 }, () => bench.start(program)));
      expect(new Set(all.map(({ pid }) => pid)).size).toBe(100);
      const outcomes = await Promise.all(
        all.map(({ instance }) => bench.engine.killTree(instance)),
      );
      expect(outcomes.every((outcome) => outcome.kind === "empty")).toBe(true);
      expect(all.filter(({ pid }) => isAlive(pid))).toEqual([]);
      const exits = await Promise.all(all.map((started) => started.exit()));
      expect(exits.every((exit) => exit.kind === "signalled" && exit.signal === "SIGKILL")).toBe(
        true,
      );
    });

    test("closing the engine ends no process", async () => {
      const bench = await createEngineBench(createEngine);
      const started = await bench.start(bench.program(["sleep", "1000"]));
      const next = await bench.succeed();
      expect(isAlive(started.pid)).toBe(true);
      expect(await next.engine.killTree(started.instance)).toEqual({ kind: "empty" });
      expect(started.exits).toEqual([]);
    });
  });
}
