import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LaunchFailure, Output, Program } from "@dpm/process-core";
import { describe, expect, test } from "vitest";
import { childrenOf } from "../../process-inspection.ts";
import type { EngineSubject } from "./abilities.ts";
import { createEngineBench, type EngineBench } from "./engine-bench.ts";

const failureOf = async (bench: EngineBench, changes: Partial<Program>): Promise<LaunchFailure> => {
  const before = childrenOf(process.pid);
  const outcome = await bench.spawn(bench.program(["sleep", "1000"], changes));
  if (outcome.kind === "spawned") throw new Error("it started");
  expect(childrenOf(process.pid)).toEqual(before);
  return outcome.failure;
};

const script = (bench: EngineBench, name: string, text: string): string => {
  const path = join(bench.folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
};

const output = (path: string): Output => ({
  capture: "file",
  stdoutFile: path,
  stderrFile: path,
  maxBytes: null,
  backups: 0,
  maxAgeMs: null,
  totalBytes: null,
  compress: false,
});

/** Launches that fail, each with its stage, its error and the name of what is wrong. */
export function describeLaunchFailures({ createEngine, abilities }: EngineSubject): void {
  describe("launch failures", () => {
    test("a directory that is missing", async () => {
      const bench = await createEngineBench(createEngine);
      const directory = join(bench.folder, "missing");
      const expected = { stage: "directory", errno: "ENOENT", path: directory, passing: false };
      expect(await failureOf(bench, { directory })).toEqual(expected);
    });

    test("a directory that is a file", async () => {
      const bench = await createEngineBench(createEngine);
      const directory = script(bench, "file", "");
      expect(await failureOf(bench, { directory })).toMatchObject({
        stage: "directory",
        errno: "ENOTDIR",
        path: directory,
      });
    });

    test("a log file in a folder that is missing", async () => {
      const bench = await createEngineBench(createEngine);
      const path = join(bench.folder, "missing", "out.log");
      expect(await failureOf(bench, { output: output(path) })).toMatchObject({
        stage: "log",
        errno: "ENOENT",
        path,
      });
    });

    test("a log file that is a link is not followed", async () => {
      const bench = await createEngineBench(createEngine);
      const path = join(bench.folder, "link.log");
      symlinkSync(join(bench.folder, "victim"), path);
      expect(await failureOf(bench, { output: output(path) })).toMatchObject({
        stage: "log",
        errno: "ELOOP",
        path,
      });
    });

    test("a program that is missing, by path and by name", async () => {
      const bench = await createEngineBench(createEngine);
      const byPath = {
        stage: "program",
        errno: "ENOENT",
        path: "/no/such/program",
        passing: false,
      };
      expect(await failureOf(bench, { argv: ["/no/such/program"] })).toEqual(byPath);
      const byName = { ...byPath, path: "no-such-program" };
      expect(await failureOf(bench, { argv: ["no-such-program"] })).toEqual(byName);
    });

    test("a program is looked for in its own path, not in the daemon's", async () => {
      const bench = await createEngineBench(createEngine);
      const environment = { PATH: bench.folder };
      expect(await failureOf(bench, { environment })).toMatchObject({
        stage: "program",
        errno: "ENOENT",
        path: "sleep",
      });
      script(bench, "only-here", "#!/bin/sh\nexit 9\n");
      const started = await bench.start(bench.program(["only-here"], { environment }));
      expect(await started.exit()).toEqual({ kind: "exited", code: 9 });
    });

    test("a program that may not be executed, and one that is a folder", async () => {
      const bench = await createEngineBench(createEngine);
      const plain = script(bench, "plain", "#!/bin/sh\n");
      chmodSync(plain, 0o644);
      expect(await failureOf(bench, { argv: [plain] })).toMatchObject({
        stage: "program",
        errno: "EACCES",
        path: plain,
      });
      const folder = join(bench.folder, "folder");
      mkdirSync(folder);
      expect(await failureOf(bench, { argv: [folder] })).toMatchObject({
        stage: "program",
        errno: "EACCES",
        path: folder,
      });
    });

    test("a file that is no program is not given to a shell", async () => {
      const bench = await createEngineBench(createEngine);
      const path = script(bench, "no-program", "exit 0\n");
      expect(await failureOf(bench, { argv: [path] })).toMatchObject({
        stage: "program",
        errno: "ENOEXEC",
        path,
      });
    });

    test("a script whose interpreter is missing names the interpreter", async () => {
      const bench = await createEngineBench(createEngine);
      const path = script(bench, "script", "#!/no/such/interpreter -x\n");
      const expected = { stage: "interpreter", errno: "ENOENT", path: "/no/such/interpreter" };
      expect(await failureOf(bench, { argv: [path] })).toMatchObject(expected);
    });

    test("a user and a group that the system doesn't know", async () => {
      const bench = await createEngineBench(createEngine);
      const user = { stage: "user", errno: "ENOENT", path: "no-such-user", passing: false };
      expect(await failureOf(bench, { user: "no-such-user" })).toEqual(user);
      expect(await failureOf(bench, { userGroup: "no-such-group" })).toEqual({
        ...user,
        path: "no-such-group",
      });
    });

    test("a limit that there is none of", async () => {
      const bench = await createEngineBench(createEngine);
      const limits = { nonsense: { soft: 1, hard: 1 } };
      expect(await failureOf(bench, { limits })).toMatchObject({
        stage: "limits",
        errno: "EINVAL",
        path: "nonsense",
      });
    });

    test.runIf(abilities.setsLimits)("a limit that the system refuses", async () => {
      const bench = await createEngineBench(createEngine);
      // Beyond what the kernel allows anyone.
      const limits = { nofile: { soft: 2 ** 40, hard: 2 ** 40 } };
      expect(await failureOf(bench, { limits })).toMatchObject({ stage: "limits", errno: "EPERM" });
    });

    test.runIf(abilities.changesUser)("a program that its user may not execute", async () => {
      const bench = await createEngineBench(createEngine);
      const path = script(bench, "private", "#!/bin/sh\n");
      chmodSync(path, 0o700);
      const expected = { stage: "program", errno: "EACCES", path };
      expect(
        await failureOf(bench, { argv: [path], user: "nobody", directory: "/" }),
      ).toMatchObject(expected);
    });

    test.runIf(abilities.changesUser)(
      "a program that ends with 127 at once is no failed launch, helpers or not",
      async () => {
        const bench = await createEngineBench(createEngine);
        const argv = ["sh", "-c", "exit 127"] as const;
        const started = await bench.start(
          bench.program(argv, { user: "nobody", directory: "/", nice: 1 }),
        );
        expect(await started.exit()).toEqual({ kind: "exited", code: 127 });
      },
    );

    test("arguments or variables with a zero byte", async () => {
      const bench = await createEngineBench(createEngine);
      expect(await failureOf(bench, { argv: ["sleep", "a\0b"] })).toMatchObject({
        stage: "exec",
        errno: "EINVAL",
      });
      expect(await failureOf(bench, { environment: { A: "a\0b" } })).toMatchObject({
        stage: "exec",
        errno: "EINVAL",
      });
    });

    test("more arguments than the system takes", async () => {
      const bench = await createEngineBench(createEngine);
      const argv = ["sleep", "x".repeat(3_000_000)] as const;
      expect(await failureOf(bench, { argv })).toMatchObject({
        stage: "exec",
        errno: "E2BIG",
        passing: false,
      });
    });
  });
}
