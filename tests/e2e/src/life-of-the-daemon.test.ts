import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { launchers, runProgram, startDaemon } from "./daemon.ts";

const two =
  '<processManager><process id="id0" command="sleep 1000"/><process id="id1" command="sleep 1000"/></processManager>';

test(
  "a second pmd on the same state directory refuses within a second and names the first one's pid",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(two);
    const ended = await runProgram(launchers.pmd, [
      "--config",
      daemon.configFile,
      "--state-dir",
      daemon.stateDirectory,
      "--listen",
      "127.0.0.1:0",
    ]);
    expect(ended.status).toBe(73);
    expect(ended.stderr).toContain(String(daemon.pid));
  },
);

test(
  "a requested stop lasts over a restart of pmd, and what ran goes on with its pid",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(two);
    await daemon.pmc("stop", "id0");
    const [, before] = await daemon.rows("ping");
    await daemon.kill();
    await daemon.restart();
    expect(await daemon.rows("ping")).toMatchObject([
      { id: "id0", state: "stopped", desired: "down", pid: null },
      { id: "id1", state: "running", pid: before?.pid },
    ]);
  },
);

test(
  "shutdown stops the processes and ends pmd; with --leave they run on and the next pmd has them",
  { timeout: 90_000 },
  async () => {
    const daemon = await startDaemon(two);
    const pids = (await daemon.rows("ping")).map(({ pid }) => pid ?? 0);
    expect((await daemon.pmc("shutdown", "--leave")).status).toBe(0);
    await waitUntil(() => !isAlive(daemon.pid), { what: "pmd to end" });
    expect(pids.map((pid) => isAlive(pid))).toEqual([true, true]);
    await daemon.restart();
    expect((await daemon.rows("ping")).map(({ pid }) => pid)).toEqual(pids);
    expect((await daemon.pmc("shutdown")).status).toBe(0);
    await waitUntil(() => !isAlive(daemon.pid), { what: "pmd to end" });
    expect(pids.map((pid) => isAlive(pid))).toEqual([false, false]);
  },
);

test(
  "the token is made at first start, for its owner's eyes only, and found without being typed",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(two);
    const token = join(daemon.stateDirectory, "token");
    expect(statSync(token).mode & 0o777).toBe(0o600);
    expect(readFileSync(token, "utf8").trim().length).toBeGreaterThanOrEqual(43);
    expect((await daemon.pmc("--server", daemon.address, "ping")).status).toBe(0);
  },
);

test(
  "--daemon detaches: the command returns when pmd is ready, in a session of its own",
  { timeout: 60_000 },
  async () => {
    const outer = await startDaemon("<processManager></processManager>");
    const state = join(outer.directory, "other");
    const words = [
      "--daemon",
      "--config",
      outer.configFile,
      "--state-dir",
      state,
      "--listen",
      "127.0.0.1:0",
    ];
    expect(await runProgram(launchers.pmd, words)).toMatchObject({ status: 0 });
    const published = JSON.parse(readFileSync(join(state, "run/pmd.json"), "utf8")) as {
      pid: number;
    };
    const session = readFileSync(`/proc/${published.pid}/stat`, "utf8")
      .split(") ")[1]
      ?.split(" ")[3];
    expect(session).toBe(String(published.pid));
    const ended = await runProgram(launchers.pmc, ["shutdown"], {
      environment: { PMC_RUNTIME_DIR: join(state, "run") },
    });
    expect(ended.status).toBe(0);
    await waitUntil(() => !isAlive(published.pid), { what: "pmd to end" });
    expect(existsSync(join(state, "run/pmd.json"))).toBe(false);
  },
);
