// The client as a program of its own, whatever it runs on: what it reads and writes, how it ends, how it reaches a server.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { certificateAuthority, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, test } from "vitest";
import { cleanEnvironment, type Daemon, launchers, runProgram, startDaemon } from "./daemon.ts";

const many = Array.from({ length: 1000 }, (_, index) => `<process id="process-${index}"/>`);
const thousand = `<processManager><defaults command="sleep 1000" autostart="false"/>${many.join("")}</processManager>`;
const one = `<processManager><process id="id0" command="sh" capture="file">
  <arg>-c</arg><arg>echo hello; exec sleep 1000</arg></process></processManager>`;

/** Runs the client through a shell, where pipes and redirections are; PMC is the client. */
function inShell(daemon: Daemon, line: string, extra: Record<string, string> = {}) {
  return runProgram("bash", ["-c", line], {
    environment: {
      PMC: launchers.pmc,
      PMC_RUNTIME_DIR: join(daemon.directory, "run"),
      ...extra,
    },
    directory: daemon.directory,
  });
}

describe("the client", { timeout: 120_000 }, () => {
  test("writes 1,000 processes whole, also to a reader that is slow or has enough", async () => {
    const daemon = await startDaemon(thousand);
    const slow = await inShell(daemon, `"$PMC" --json ping | (sleep 0.3; cat)`);
    const answer = JSON.parse(slow.stdout) as { servers: { processes: unknown[] }[] };
    expect(answer.servers[0]?.processes).toHaveLength(1000);
    const enough = await inShell(daemon, `"$PMC" ping | head -1; echo "\${PIPESTATUS[0]}"`);
    expect(enough).toMatchObject({ stdout: expect.stringMatching(/\n0$/u), stderr: "" });
    const full = await inShell(daemon, `"$PMC" ping > /dev/full`);
    expect(full).toMatchObject({ status: 1, stderr: expect.stringContaining("ENOSPC") });
  });

  test("takes nothing from the folder it is started in", async () => {
    const daemon = await startDaemon(one);
    writeFileSync(join(daemon.directory, ".env"), "PMC_SERVER=127.0.0.1:1\nNO_COLOR=1\n");
    writeFileSync(join(daemon.directory, "bunfig.toml"), 'preload = ["./nothing.js"]\n');
    expect(await daemon.pmc("ping")).toMatchObject({ status: 0, stderr: "" });
  });

  test("colours on a terminal, unless told not to", async () => {
    const daemon = await startDaemon(one);
    await daemon.pmc("start");
    const onTerminal = (environment: Record<string, string>, words = "") =>
      inShell(daemon, `script -qec '"$PMC" ${words} ping' /dev/null`, {
        TERM: "xterm",
        ...environment,
      });
    expect((await onTerminal({})).stdout).toContain("\u001B[32mrunning\u001B[39m");
    for (const plain of [
      await onTerminal({ NO_COLOR: "1" }),
      await onTerminal({ TERM: "dumb" }),
      await onTerminal({}, "--no-color"),
      await daemon.pmc("ping"),
    ]) {
      expect(plain.stdout).toContain("running");
      expect(plain.stdout).not.toContain("\u001B");
    }
  });

  test("that follows a log is ended by an interrupt, as a shell expects it", async () => {
    const daemon = await startDaemon(one);
    await daemon.pmc("start");
    const output = join(daemon.directory, "followed");
    const file = openSync(output, "w");
    const child = spawn(launchers.pmc, ["logs", "id0", "-f"], {
      stdio: ["ignore", file, "inherit"],
      env: cleanEnvironment({ PMC_RUNTIME_DIR: join(daemon.directory, "run") }),
    });
    closeSync(file);
    const ended = new Promise((resolve) => {
      child.on("exit", (code, signal) => resolve({ code, signal }));
    });
    await waitUntil(() => readFileSync(output, "utf8").includes("hello"), { deadlineMs: 30_000 });
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: null, signal: "SIGINT" });
  });

  test("reaches a server over its socket and over TLS, and says why it can't", async () => {
    const authority = await certificateAuthority();
    const server = await authority.issueServer();
    const client = await authority.issueClient();
    const directory = temporaryDirectory();
    const file = (name: string, text: string): string => {
      writeFileSync(join(directory, name), text, { mode: 0o600 });
      return join(directory, name);
    };
    const ca = file("ca.pem", authority.certificate);
    const listen = `<listen address="tls://127.0.0.1:0" certificate="${file("server.pem", server.certificate)}" key="${file("server.key", server.key)}" clientCa="${ca}"/>`;
    const daemon = await startDaemon(
      one.replace("<process ", `<settings>${listen}</settings><process `),
      { words: ["--listen=tls://127.0.0.1:0"] },
    );
    const published = readFileSync(join(daemon.directory, "run", "pmd.json"), "utf8");
    const { listen: places, socket } = JSON.parse(published) as {
      listen: string[];
      socket: string;
    };
    const tls = places.find((place) => place.startsWith("tls://")) ?? "";
    const ping = (...words: string[]) => daemon.pmc("ping", "--server", ...words);
    expect(await ping(`unix:${socket}`)).toMatchObject({ status: 0, stderr: "" });
    const own = ["--certificate", file("own.pem", client.certificate)];
    own.push("--key", file("own.key", client.key));
    expect(await ping(tls, "--ca", ca, ...own)).toMatchObject({ status: 0, stderr: "" });
    for (const [words, why] of [
      [[tls], "--ca FILE"],
      [[tls, "--ca", ca], "--certificate FILE and --key FILE"],
      [["127.0.0.1:1"], "nothing listens at 127.0.0.1:1"],
      [["[::1]:1"], "nothing listens at [::1]:1"],
      [["localhost:1"], "nothing listens at localhost:1"],
      [[`unix:${directory}/none`], "there is no socket at unix:"],
    ] as const) {
      const refused = await ping(...words);
      expect(refused).toMatchObject({ status: 69, stderr: expect.stringContaining(why) });
    }
  });
});
