import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
} from "node:fs";
import { getPriority } from "node:os";
import type { Program } from "@dpm/process-core";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { environmentOf, readProcessStat, readProcStatus } from "../../process-inspection.ts";
import { waitUntil } from "../../wait-until.ts";
import type { EngineSubject } from "./abilities.ts";
import { type BenchInstance, createEngineBench, type EngineBench } from "./engine-bench.ts";

const ids = (pid: number): Readonly<Record<string, string>> => {
  const status = readProcStatus(pid) ?? {};
  const pick = (name: string): string => (status[name] ?? "").replaceAll("\t", " ");
  return {
    uid: pick("Uid"),
    gid: pick("Gid"),
    groups: pick("Groups"),
    effective: pick("CapEff"),
    inheritable: pick("CapInh"),
  };
};

const patience = { timeout: 10_000 };

/** What a program finds around itself. */
export function describeHygiene({ createEngine, abilities }: EngineSubject): void {
  const startSleep = async (
    changes: Partial<Program> = {},
  ): Promise<BenchInstance & { readonly bench: EngineBench }> => {
    const bench = await createEngineBench(createEngine);
    const started = await bench.start(bench.program(["sleep", "1000"], changes));
    await waitUntil(() => readProcessStat(started.pid)?.command === "sleep", {
      what: "the program",
    });
    return { ...started, bench };
  };

  describe.runIf(process.platform === "linux")("hygiene", () => {
    test("a process leads a session of its own, works in its directory and reads nothing", async () => {
      const { pid, bench } = await startSleep();
      expect(readProcessStat(pid)).toMatchObject({
        session: pid,
        processGroup: pid,
        parent: process.pid,
      });
      expect(readlinkSync(`/proc/${pid}/cwd`)).toBe(realpathSync(bench.folder));
      expect(readlinkSync(`/proc/${pid}/fd/0`)).toBe("/dev/null");
    });

    test("without a directory it works in the root", async () => {
      const { pid } = await startSleep({ directory: null });
      expect(readlinkSync(`/proc/${pid}/cwd`)).toBe("/");
    });

    test("no signal is ignored or blocked", async () => {
      const { pid } = await startSleep();
      expect(readProcStatus(pid)).toMatchObject({
        SigIgn: "0000000000000000",
        SigBlk: "0000000000000000",
      });
    });

    test("no descriptor that the engine's process opened reaches it", async () => {
      const opened = openSync("/etc/passwd", "r");
      onTestFinished(() => closeSync(opened));
      const { pid } = await startSleep();
      // The first moments of a program open its libraries.
      await expect
        .poll(() => readdirSync(`/proc/${pid}/fd`), patience)
        .not.toContain(String(opened));
      expect(readdirSync(`/proc/${pid}/fd`).slice(0, 3)).toEqual(["0", "1", "2"]);
    });

    test.runIf(abilities.closesInherited)("it has no descriptor but its three", async () => {
      const { pid } = await startSleep();
      await expect
        .poll(() => readdirSync(`/proc/${pid}/fd`).toSorted(), patience)
        .toEqual(["0", "1", "2"]);
    });

    test("the environment is what is configured, what is passed, and what every program needs; nothing else", async () => {
      vi.stubEnv("PASSED_ON", "yes");
      vi.stubEnv("DPM_SECRET", "kept");
      vi.stubEnv("LD_LIBRARY_PATH", "");
      vi.stubEnv("NODE_OPTIONS", "");
      const environment = { GREETING: "hello world", HOME: "/configured" };
      const { pid } = await startSleep({
        environment,
        passEnvironment: ["PASSED_ON", "DPM_SECRET", "NOT_THERE"],
      });
      vi.unstubAllEnvs();
      // Right after the exec there is nothing to be read yet.
      await expect.poll(() => environmentOf(pid), patience).toHaveProperty("PATH");
      const found = environmentOf(pid) ?? {};
      expect(found).toMatchObject({ ...environment, PASSED_ON: "yes" });
      const names = Object.keys(found).filter((name) => name !== "TZ" && name !== "PMD_LAUNCH");
      expect(names.toSorted()).toEqual(
        ["GREETING", "HOME", "LANG", "LOGNAME", "PASSED_ON", "PATH", "SHELL", "USER"].toSorted(),
      );
    });

    test("a variable stays a variable and an argument an argument", async () => {
      const bench = await createEngineBench(createEngine);
      const program = bench.program(
        ["sh", "-c", 'printf "%s|" "$0" "$@" "$A"', "one", "two words", "--", "", "$A", "ü\n"],
        {
          environment: { A: "b c" },
        },
      );
      await (await bench.start(program)).exit();
      await expect
        .poll(() => readFileSync(bench.logFile, "utf8"), { timeout: 10_000 })
        .toBe("one|two words|--||$A|ü\n|b c|");
    });

    test("the umask is the configured one, and setting it adds no variable", async () => {
      const { pid } = await startSleep({ umask: 0o027 });
      expect(readProcStatus(pid)).toMatchObject({ Umask: "0027" });
      expect(environmentOf(pid)).not.toHaveProperty("PWD");
    });

    test.runIf(abilities.setsLimits)("limits and niceness are the configured ones", async () => {
      const { pid } = await startSleep({
        nice: getPriority() + 3,
        limits: {
          nofile: { soft: 111, hard: 222 },
          core: { soft: 0, hard: Number.POSITIVE_INFINITY },
        },
      });
      const limits = readFileSync(`/proc/${pid}/limits`, "utf8");
      expect(limits).toMatch(/Max open files +111 +222 /);
      expect(limits).toMatch(/Max core file size +0 +unlimited /);
      expect(getPriority(pid)).toBe(getPriority() + 3);
    });

    describe.runIf(abilities.changesUser)("as another user", () => {
      test("it has that user's ids and groups, none of root's, and no capability", async () => {
        const { pid } = await startSleep({ user: "nobody", directory: "/" });
        const group = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
        const [uid, gid] = [group?.[1], group?.[2]];
        expect(ids(pid)).toEqual({
          uid: `${uid} ${uid} ${uid} ${uid}`,
          gid: `${gid} ${gid} ${gid} ${gid}`,
          groups: gid,
          effective: "0000000000000000",
          inheritable: "0000000000000000",
        });
      });

      test("it has that user's home and name, and not the daemon's path", async () => {
        vi.stubEnv("PATH", `/root/private:${process.env["PATH"]}`);
        const { pid } = await startSleep({ user: "daemon", directory: "/" });
        vi.unstubAllEnvs();
        expect(environmentOf(pid)).toMatchObject({ USER: "daemon", LOGNAME: "daemon" });
        expect(environmentOf(pid)?.["PATH"]).not.toContain("/root");
        expect(environmentOf(pid)?.["HOME"]).not.toBe(process.env["HOME"]);
      });

      test("a user by number and a group of its own are taken", async () => {
        const { pid } = await startSleep({ user: "54321", userGroup: "12345", directory: "/" });
        expect(ids(pid)).toMatchObject({
          uid: "54321 54321 54321 54321",
          gid: "12345 12345 12345 12345",
          groups: "",
        });
      });

      test("umask, limits and niceness hold as well, and its variables reach it and no helper", async () => {
        const { pid } = await startSleep({
          user: "nobody",
          directory: "/",
          umask: 0o077,
          nice: -5,
          limits: { nofile: { soft: 50, hard: 60 } },
          environment: { LD_BIND_NOW: "one two", PLAIN: "x" },
        });
        expect(readProcStatus(pid)).toMatchObject({ Umask: "0077" });
        expect(getPriority(pid)).toBe(-5);
        expect(readFileSync(`/proc/${pid}/limits`, "utf8")).toMatch(/Max open files +50 +60 /);
        expect(environmentOf(pid)).toMatchObject({ LD_BIND_NOW: "one two", PLAIN: "x" });
      });
    });
  });
}
