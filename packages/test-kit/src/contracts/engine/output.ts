import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "@dpm/process-core";
import { describe, expect, test } from "vitest";
import { fixtureProgram } from "../../fixture-program.ts";
import type { EngineSubject } from "./abilities.ts";
import { createEngineBench } from "./engine-bench.ts";

const patience = { timeout: 10_000, interval: 10 };

const read = (path: string): string => (existsSync(path) ? readFileSync(path, "latin1") : "");

const numbered = (word: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}\n`).join("");

/** What a program writes. */
export function describeOutput({ createEngine, abilities }: EngineSubject): void {
  describe.each(["file", "pipe"] as const)("output with capture %s", (capture) => {
    test("both streams are merged in order, and a second run is appended", async () => {
      const bench = await createEngineBench(createEngine);
      const output: Output = {
        capture,
        stdoutFile: bench.logFile,
        stderrFile: bench.logFile,
        maxBytes: null,
        backups: 1,
        maxAgeMs: null,
        totalBytes: null,
        compress: false,
      };
      const once = Array.from(
        { length: 50 },
        (_, index) => `out ${index + 1}\nerr ${index + 1}\n`,
      ).join("");
      for (const expected of [once, once + once]) {
        const started = await bench.start(
          bench.program(fixtureProgram("prints-lines.sh", "50"), { output }),
        );
        await started.exit();
        await expect.poll(() => read(bench.logFile), patience).toBe(expected);
      }
      expect(statSync(bench.logFile).mode & 0o777).toBe(0o640 & ~process.umask());
    });

    test("the streams are apart when each has its file", async () => {
      const bench = await createEngineBench(createEngine);
      const errors = join(bench.folder, "err.log");
      const output: Output = {
        capture,
        stdoutFile: bench.logFile,
        stderrFile: errors,
        maxBytes: null,
        backups: 1,
        maxAgeMs: null,
        totalBytes: null,
        compress: false,
      };
      await (
        await bench.start(bench.program(fixtureProgram("prints-lines.sh", "20"), { output }))
      ).exit();
      await expect.poll(() => read(bench.logFile), patience).toBe(numbered("out", 20));
      await expect.poll(() => read(errors), patience).toBe(numbered("err", 20));
    });

    test("bytes are kept exactly, with zeros, without a final newline and in any encoding", async () => {
      const bench = await createEngineBench(createEngine);
      const output: Output = {
        capture,
        stdoutFile: bench.logFile,
        stderrFile: null,
        maxBytes: null,
        backups: 1,
        maxAgeMs: null,
        totalBytes: null,
        compress: false,
      };
      const argv = ["sh", "-c", String.raw`printf '\000\377\r\n\200end'`] as const;
      await (await bench.start(bench.program(argv, { output }))).exit();
      const expected = Buffer.from("\0\xff\r\n\x80end", "latin1");
      await expect
        .poll(() => Buffer.from(read(bench.logFile), "latin1"), patience)
        .toEqual(expected);
    });

    test("a process goes on writing when its engine is closed", async () => {
      const bench = await createEngineBench(createEngine);
      const output: Output = {
        capture,
        stdoutFile: bench.logFile,
        stderrFile: bench.logFile,
        maxBytes: null,
        backups: 1,
        maxAgeMs: null,
        totalBytes: null,
        compress: false,
      };
      const gate = join(bench.folder, "gate");
      const argv = [
        "sh",
        "-c",
        'while ! [ -e "$1" ]; do sleep 0.01; done; echo last words',
        "sh",
        gate,
      ] as const;
      const { instance } = await bench.start(bench.program(argv, { output }));
      const next = await bench.succeed();
      const exits: unknown[] = [];
      await next.engine.adopt("test", instance, {
        exited: (report) => void exits.push(report),
        output,
      });
      await (
        await next.start(next.program(["touch", gate], { output: { ...output, capture: "none" } }))
      ).exit();
      await expect.poll(() => read(bench.logFile), patience).toBe("last words\n");
      await expect.poll(() => exits.length, patience).toBe(1);
    });
  });

  describe("output", () => {
    test("nothing is captured when nothing shall be", async () => {
      const bench = await createEngineBench(createEngine);
      const output: Output = {
        capture: "none",
        stdoutFile: bench.logFile,
        stderrFile: null,
        maxBytes: null,
        backups: 0,
        maxAgeMs: null,
        totalBytes: null,
        compress: false,
      };
      const started = await bench.start(
        bench.program(fixtureProgram("prints-lines.sh", "5"), { output }),
      );
      expect(await started.exit()).toEqual({ kind: "exited", code: 0 });
      expect(existsSync(bench.logFile)).toBe(false);
    });

    test.runIf(abilities.changesUser)(
      "a script of another user may open its own standard error",
      async () => {
        const bench = await createEngineBench(createEngine);
        const argv = ["sh", "-c", "echo x >/dev/stderr"] as const;
        const started = await bench.start(bench.program(argv, { user: "nobody", directory: "/" }));
        expect(await started.exit()).toEqual({ kind: "exited", code: 0 });
        await expect.poll(() => read(bench.logFile), patience).toBe("x\n");
      },
    );
  });
}
