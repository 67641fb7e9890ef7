// The real program as a process of its own: its outputs, its exit status, what it loads.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { temporaryDirectory } from "@dpm/test-kit";
import { describe, expect, it } from "vitest";

import { fakeServer } from "./fake-server.ts";
import { homeWithToken } from "./fake-world.ts";
import { row, status } from "./rows.ts";

const main = join(import.meta.dirname, "../src/main.ts");

function environment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], HOME: "/nonexistent", ...extra };
}

function run(...words: string[]) {
  return spawnSync(process.execPath, [main, ...words], { encoding: "utf8", env: environment() });
}

/** Runs the program and tells which packages of ours it loaded. */
async function loadedBy(...words: string[]): Promise<string> {
  const directory = temporaryDirectory();
  const hook = join(directory, "hook.mjs");
  const list = join(directory, "list");
  writeFileSync(list, "");
  writeFileSync(
    hook,
    `import { appendFileSync } from "node:fs"; import { registerHooks } from "node:module";
registerHooks({ resolve(name, context, next) { appendFileSync(${JSON.stringify(list)}, name + "\\n"); return next(name, context); } });`,
  );
  const ended = spawnSync(process.execPath, ["--import", hook, main, ...words], {
    env: environment(),
  });
  expect(ended.status).not.toBeNull();
  return readFileSync(list, "utf8");
}

describe("the program", { timeout: 60_000 }, () => {
  it("shows help and usage errors without loading what opens sockets", async () => {
    for (const words of [
      ["help"],
      ["help", "-start"],
      ["strat"],
      ["start", "a/b"],
      ["completion", "bash"],
    ]) {
      const loaded = await loadedBy(...words);
      expect(loaded).toContain("@dpm/commands");
      expect(loaded).not.toMatch(/@dpm\/(?:socket|rpc)/u);
    }
    expect(await loadedBy("ping", "--server", "unix:/nonexistent/pmd.sock")).toContain(
      "@dpm/socket",
    );
  });

  it("opens no connection for help and for words that are wrong, even to a named server", async () => {
    const server = await fakeServer(async function* () {});
    for (const words of [
      ["help"],
      ["start", "-h"],
      ["strat"],
      ["logs"],
      ["ping", "--timeout", "x"],
      ["signal", "a", "b"],
    ]) {
      const ended = run("--server", server.address, ...words);
      expect([0, 2]).toContain(ended.status);
    }
    expect(server.connections()).toBe(0);
  });

  it("prints errors on standard error, never a stack, and ends with the status", () => {
    const ended = run("strat");
    expect(ended.status).toBe(2);
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toBe(
      'pmc: "strat" is no command\n     Did you mean "start"? See "pmc help".\n',
    );
    expect(run("start", "--jsn").stderr).toContain("Did you mean --json?");
    const bad = run("ping", "--server", "nowhere");
    expect(bad.status).toBe(2);
    expect(bad.stderr).not.toMatch(/\n\s+at /u);
  });

  it("prints its version", () => {
    expect(run("--version").stdout).toMatch(/^pmc \d+\.\d+\.\d+ \(interface 1\.\d+\)\n$/u);
  });

  it("is quiet when the reader of its output has gone", async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => row(status(`process-${index}`)));
    const server = await fakeServer(async function* () {
      yield { processes: { rows } };
    });
    const home = homeWithToken();
    const child = spawn(process.execPath, [main, "ping", "--server", server.address], {
      env: environment({
        XDG_STATE_HOME: home,
        HOME: home,
        PMC_TOKEN_FILE: join(home, "dpm/token"),
      }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    child.stdout.destroy();
    expect(await once(child, "close")).toEqual([0, null]);
    expect(stderr).toBe("");
  });

  it("shows a thousand processes to a pipe that is read slowly, whole", async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => row(status(`process-${index}`)));
    const server = await fakeServer(async function* () {
      yield { processes: { rows } };
    });
    const home = homeWithToken();
    const child = spawn(process.execPath, [main, "ping", "--server", server.address], {
      env: environment({ PMC_TOKEN_FILE: join(home, "dpm/token") }),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let stdout = "";
    child.stdout.on("data", (data: Buffer) => {
      stdout += data.toString();
      child.stdout.pause();
      setImmediate(() => child.stdout.resume());
    });
    expect(await once(child, "close")).toEqual([0, null]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1_001);
    expect(server.connections()).toBe(1);
  });
});
