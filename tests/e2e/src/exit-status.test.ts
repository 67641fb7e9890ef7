import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { launchers, runProgram, startDaemon } from "./daemon.ts";

/** A server that only counts who comes, and says nothing. */
async function silentServer(): Promise<{ readonly address: string; connections(): number }> {
  let count = 0;
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on("error", () => {});
  });
  const port = await new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { address: `127.0.0.1:${port}`, connections: () => count };
}

const pmc = (...words: string[]) => runProgram(launchers.pmc, words);

test(
  "argument errors exit 2, name the word and its nearest one, and open no socket",
  { timeout: 60_000 },
  async () => {
    const server = await silentServer();
    const cases: readonly (readonly [words: readonly string[], text: string])[] = [
      [["strat"], "start"],
      [["config", "-dispaly"], "display"],
      [["start", "--jsn"], "--json"],
      [["logs"], "ID"],
      [["start", "bad/id"], "bad/id"],
      [["stop", "-pid", "many"], "many"],
      [["--timeout", "soon", "ping"], "soon"],
    ];
    for (const [words, text] of cases) {
      const ended = await pmc("--server", server.address, ...words);
      expect(ended, words.join(" ")).toMatchObject({ status: 2, stdout: "" });
      expect(ended.stderr, words.join(" ")).toContain(text);
      expect(ended.stderr).not.toMatch(/\n {4}at /);
    }
    const json = await pmc("--server", server.address, "--json", "strat");
    expect(json.status).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({
      error: { code: expect.stringMatching(/^ERR_DPM_COMMAND/), message: expect.any(String) },
    });
    expect((await pmc("--server", server.address, "help", "-start")).status).toBe(0);
    expect(server.connections()).toBe(0);
  },
);

test(
  "unreachable is told apart: refused, silent, no such name, no socket file, no such host's TLS",
  { timeout: 90_000 },
  async () => {
    const server = await silentServer();
    const closed = createServer();
    const port = await new Promise<number>((resolve) =>
      closed.listen(0, "127.0.0.1", () => resolve((closed.address() as AddressInfo).port)),
    );
    await new Promise((resolve) => closed.close(resolve));
    const directory = temporaryDirectory();
    const tokenFile = join(directory, "token");
    writeFileSync(tokenFile, `${"A".repeat(43)}\n`, { mode: 0o600 });
    const cases: readonly (readonly [address: string, status: number, code: RegExp])[] = [
      [`127.0.0.1:${port}`, 69, /REFUSED/],
      [server.address, 75, /TIMED_OUT|DEADLINE|TIMEOUT/],
      ["no-such-name.invalid:8988", 69, /NAME/],
      [`unix:${directory}/none.sock`, 69, /SOCKET|UNIX/],
    ];
    const messages = new Set<string>();
    for (const [address, status, code] of cases) {
      const ended = await pmc(
        "--json",
        "--timeout",
        "1s",
        "--token-file",
        tokenFile,
        "--server",
        address,
        "ping",
      );
      const answer = JSON.parse(ended.stdout) as {
        servers: { error?: { code: string; message: string; hint?: string } }[];
      };
      const error = answer.servers[0]?.error;
      expect(ended.status, `${address}\n${ended.stdout}`).toBe(status);
      expect(error?.code, address).toMatch(code);
      expect(error?.hint, address).toBeTruthy();
      messages.add(error?.message ?? "");
    }
    expect(messages.size).toBe(cases.length);
  },
);

test(
  "an id that does not exist exits 4, a disabled start 1, a process that should run and does not 3",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(`<processManager>
    <process id="off" command="sleep 1000" enabled="false"/>
    <process id="done" command="true" restart="no"/>
    <process id="broken" shell="true" command="exit 1" restart="always"/>
    <process id="good" command="sleep 1000"/>
  </processManager>`);
    expect((await daemon.pmc("start", "nobody")).status).toBe(4);
    const disabled = await daemon.pmc("start", "off");
    expect(disabled.status).toBe(1);
    expect(disabled.stdout + disabled.stderr).toContain("disabled");
    expect((await daemon.pmc("start", "of*")).status).toBe(1);
    expect((await daemon.pmc("ping", "good")).status).toBe(0);
    await waitUntil(async () => (await daemon.rows("ping", "done"))[0]?.state === "exited", {
      what: "the short one to end",
    });
    expect((await daemon.pmc("ping", "done")).status).toBe(0);
    await waitUntil(async () => (await daemon.rows("ping", "broken"))[0]?.state === "backoff", {
      deadlineMs: 20_000,
      what: "back-off",
    });
    expect((await daemon.pmc("ping", "broken")).status).toBe(3);
    expect((await daemon.pmc("stop", "broken")).status).toBe(0);
    expect((await daemon.pmc("ping")).status).toBe(0);
  },
);

test(
  "start of a running process is done already, and stop of a stopped one too",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(
      '<processManager><process id="id0" command="sleep 1000"/></processManager>',
    );
    const [before] = await daemon.rows("ping", "id0");
    expect((await daemon.pmc("start", "id0")).status).toBe(0);
    expect((await daemon.rows("ping", "id0"))[0]?.pid).toBe(before?.pid);
    expect((await daemon.pmc("stop", "-pid", String(before?.pid))).status).toBe(0);
    expect((await daemon.pmc("stop", "id0")).status).toBe(0);
    expect((await daemon.pmc("restart", "id0")).status).toBe(0);
    const [after] = await daemon.rows("ping", "id0");
    expect(after?.pid).toBeGreaterThan(0);
    expect(after?.pid).not.toBe(before?.pid);
  },
);

test(
  "a configuration error exits 78 from pmd, from pmd check and from a reload",
  { timeout: 60_000 },
  async () => {
    const directory = temporaryDirectory();
    const file = join(directory, "pmd.xml");
    writeFileSync(
      file,
      '<processManager>\n  <process id="a" comand="sleep 1"/>\n</processManager>',
      { mode: 0o600 },
    );
    for (const words of [
      ["check", "--config", file],
      ["--config", file, "--state-dir", join(directory, "state"), "--listen", "127.0.0.1:0"],
    ]) {
      const ended = await runProgram(launchers.pmd, words);
      expect(ended.status, words.join(" ")).toBe(78);
      expect(ended.stderr + ended.stdout).toMatch(/pmd\.xml:2:\d+: .*comand/);
    }
  },
);
