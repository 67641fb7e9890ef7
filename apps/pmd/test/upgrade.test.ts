import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect as connectTcp } from "node:net";
import { join } from "node:path";
import { isAlive, processesWithArgument, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import {
  configured,
  guardiansOf,
  mainFile,
  readPublished,
  type RunningDaemon,
  startPmd,
} from "./running-daemon.ts";

const timeout = 90_000;
const seconds = (): string => String(100_000 + Math.floor(Math.random() * 800_000));

/** A program that runs pmd from its sources, with something of its own before. */
function launcher(daemon: RunningDaemon, before: string): string {
  const path = join(daemon.directory, "other-pmd");
  const node = `${process.execPath} --no-warnings ${mainFile}`;
  writeFileSync(path, `#!/bin/sh\n${before}\nexec ${node} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Asks for an upgrade and resolves once the daemon answers again, whoever it is. */
async function upgrade(
  daemon: RunningDaemon,
  wish: { program?: string; readyWithinMs?: number } = {},
): Promise<void> {
  await daemon.request({
    upgrade: { program: wish.program ?? "", readyWithinMs: wish.readyWithinMs ?? 0 },
  });
  await answers(daemon);
}

/** Waits until a daemon answers at the same address. */
function answers(daemon: RunningDaemon): Promise<unknown> {
  return waitUntil(() => daemon.statuses().catch(() => null), {
    what: "an answer after the upgrade",
    deadlineMs: 40_000,
  });
}

async function troubles(daemon: RunningDaemon): Promise<string[]> {
  const results = await daemon.request({ version: {} });
  return results.flatMap((result) =>
    result.payload === "server" ? result.server.troubles.map(({ code }) => code) : [],
  );
}

/** Connects again and again, one after the other, and counts how that went. */
function hammer(address: string): { stop(): Promise<{ connected: number; refused: string[] }> } {
  const port = Number(address.split(":").at(-1));
  const refused: string[] = [];
  let connected = 0;
  const end = new AbortController();
  const loop = (async () => {
    while (!end.signal.aborted) {
      await new Promise<void>((resolve) => {
        const socket = connectTcp({ host: "127.0.0.1", port });
        socket.once("connect", () => {
          connected += 1;
          socket.destroy();
        });
        socket.once("error", (error) => refused.push(error.message));
        socket.once("close", () => resolve());
      });
    }
  })();
  return {
    async stop() {
      end.abort();
      await loop;
      return { connected, refused };
    },
  };
}

test(
  "an upgrade keeps the pid and the processes, refuses nobody, and an exit code arrives afterwards",
  { timeout },
  async () => {
    const time = seconds();
    const daemon = await startPmd(
      configured(
        `<process id="a" command="sleep ${time}"/>
         <process id="code" restart="no" shell="true" command="while [ ! -e go ]; do sleep 0.02; done; exit 37" directory="."/>`,
      ),
      { words: ["--engine", "posix"] },
    );
    const { pid } = daemon.published;
    const before = { a: await daemon.pid("a"), code: await daemon.pid("code") };
    const clients = hammer(daemon.address);
    await upgrade(daemon);
    await upgrade(daemon);
    const { connected, refused } = await clients.stop();
    expect(refused).toEqual([]);
    expect(connected).toBeGreaterThan(2);
    expect(daemon.published.pid).toBe(pid);
    expect(isAlive(pid)).toBe(true);
    const gaps = [...daemon.log().matchAll(/upgraded from .*, (\d+) ms without answers/g)];
    expect(gaps).toHaveLength(2);
    for (const [, gap] of gaps) expect(Number(gap)).toBeLessThan(5_000);
    const statuses = await daemon.statuses();
    expect(statuses).toMatchObject({
      a: { pid: before.a, restarts: 0 },
      code: { pid: before.code },
    });
    writeFileSync(join(daemon.directory, "go"), "");
    const ended = await waitUntil(
      async () => {
        const { code } = await daemon.statuses();
        return code?.state === 100 && code;
      },
      { what: "the end of the process", deadlineMs: 20_000 },
    );
    expect(ended.lastExit).toMatchObject({ code: 37 });
    expect(processesWithArgument(time)).toEqual([before.a]);
    expect(existsSync(join(daemon.stateDirectory, "run/upgrade.json"))).toBe(false);
    daemon.program.signal("SIGTERM");
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
    expect(isAlive(before.a)).toBe(false);
  },
);

test("what a process writes meanwhile is whole", { timeout }, async () => {
  const daemon = await startPmd(
    configured(
      `<process id="count" restart="no" shell="true" command="i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); [ $((i % 20)) -ne 0 ] || sleep 0.001; done"/>`,
    ),
    { words: ["--engine", "posix"] },
  );
  await daemon.pid("count");
  await upgrade(daemon);
  await upgrade(daemon);
  await waitUntil(async () => (await daemon.statuses())["count"]?.state === 100, {
    what: "the end of the process",
    deadlineMs: 60_000,
  });
  const log = join(daemon.stateDirectory, "log/count.out.log");
  await waitUntil(() => readFileSync(log, "utf8").includes("line 19999\n"));
  const expected = Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`).join("");
  expect(readFileSync(log, "utf8") === expected).toBe(true);
});

test(
  "a program that is missing, no pmd, or unfit is refused before anything happens",
  { timeout },
  async () => {
    const daemon = await startPmd(configured('<process id="a" command="sleep 1000"/>'), {
      words: ["--engine", "posix"],
    });
    const pid = await daemon.pid("a");
    const unfit = launcher(daemon, 'set -- "$@" --config /no/such.xml');
    for (const [program, why] of [
      ["/no/such/pmd", /ENOENT/],
      ["/bin/false", /no pmd/],
      [daemon.configFile, /can't take over/],
      ["relative/pmd", /absolute/],
      [unfit, /no\/such\.xml/],
    ] as const) {
      await expect(
        daemon.request({ upgrade: { program, readyWithinMs: 0 } }),
        program,
      ).rejects.toMatchObject({
        code: "ERR_DPM_DAEMON_UPGRADE_PROGRAM",
        message: expect.stringMatching(why) as string,
      });
    }
    expect(daemon.log()).not.toContain("gives way");
    expect(await daemon.pid("a")).toBe(pid);
  },
);

test(
  "a program that can't start gives back to the former one, with the same pid",
  { timeout },
  async () => {
    const daemon = await startPmd(configured('<process id="a" command="sleep 1000"/>'), {
      words: ["--engine", "posix"],
    });
    const pid = await daemon.pid("a");
    // Fit when it is asked; then its token can't be read.
    const token = join(daemon.stateDirectory, "token");
    const broken = launcher(daemon, `case "$*" in *--upgraded*) chmod 644 ${token};; esac`);
    const mend = waitUntil(
      () => daemon.log().includes("the former one is put back") && (chmodSync(token, 0o600), true),
      { what: "the new one to fail", deadlineMs: 30_000 },
    );
    await daemon.request({ upgrade: { program: broken, readyWithinMs: 0 } });
    await mend;
    await answers(daemon);
    expect(isAlive(daemon.published.pid)).toBe(true);
    expect(await troubles(daemon)).toContain("ERR_DPM_DAEMON_UPGRADE_FAILED");
    expect(await daemon.pid("a")).toBe(pid);
  },
);

test(
  "a signal to end that reaches the new program while it is still being loaded is carried out",
  { timeout },
  async () => {
    const time = seconds();
    const daemon = await startPmd(
      configured(
        `<process id="a" command="sleep ${time}"/>
         <process id="b" command="sleep ${time}" requires="a"/>`,
      ),
      { words: ["--engine", "posix"] },
    );
    const pids = [await daemon.pid("a"), await daemon.pid("b")];
    // Node has a handler of its own for SIGTERM; that of SIGHUP, the lowest bit, is the last of pmd's that end it otherwise.
    const script = `case "$*" in *--upgraded*) (
      until grep -q "^SigCgt:.*[13579bdf]$" /proc/$$/status; do :; done; kill -TERM $$
    ) & ;; esac`;
    await daemon.request({
      upgrade: { program: launcher(daemon, script), readyWithinMs: 0 },
    });
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
    expect(pids.filter(isAlive)).toEqual([]);
    const log = daemon.log();
    expect(log).toContain("SIGTERM: stopping the processes");
    expect(log.indexOf("b: running → stopping")).toBeLessThan(log.indexOf("a: running → stopping"));
    expect(log.indexOf("b: running → stopping")).toBeGreaterThan(0);
  },
);

test(
  "a program that never gets ready is replaced by the former one, and the processes are not touched",
  { timeout },
  async () => {
    const time = seconds();
    const daemon = await startPmd(
      configured(
        `<settings><listen>127.0.0.1:0</listen></settings><process id="a" command="sleep ${time}"/>`,
      ),
      { words: ["--engine", "posix"] },
    );
    const pid = await daemon.pid("a");
    const hanging = launcher(daemon, 'case "$*" in *--upgraded*) exec sleep 600;; esac');
    const socket = `unix:${join(daemon.stateDirectory, "run/pmd.sock")}`;
    await daemon.request({ upgrade: { program: hanging, readyWithinMs: 1_000 } });
    await waitUntil(() => !isAlive(daemon.published.pid), { deadlineMs: 30_000 });
    const client = await waitUntil(() => daemon.connect(socket).catch(() => null), {
      what: "the former pmd",
      deadlineMs: 30_000,
    });
    const seen: unknown[] = [];
    let server = 0;
    const codes: string[] = [];
    for await (const result of client.request({ ping: {} })) {
      if (result.payload === "processes")
        seen.push(...result.processes.rows.map(({ status }) => status?.pid));
      if (result.payload === "server") {
        server = result.server.pid;
        codes.push(...result.server.troubles.map(({ code }) => code));
      }
    }
    client.close();
    expect(seen).toEqual([pid]);
    expect(codes).toContain("ERR_DPM_DAEMON_UPGRADE_FAILED");
    expect(processesWithArgument(time)).toEqual([pid]);
    process.kill(server, "SIGTERM");
    await waitUntil(() => !isAlive(server), { deadlineMs: 20_000 });
    expect(isAlive(pid)).toBe(false);
  },
);

test(
  "what a program that never gets ready has started ends with it, whatever it holds open, and the former one is back",
  { timeout },
  async () => {
    const [time, left] = [seconds(), seconds()];
    const daemon = await startPmd(
      configured(
        `<settings><listen>127.0.0.1:0</listen></settings>
         <process id="a" shell="true" command="sleep ${time} &amp; exec env -i sleep ${time}"/>`,
      ),
      { words: ["--engine", "posix"] },
    );
    const pid = await daemon.pid("a");
    const both = await waitUntil(() => {
      const found = processesWithArgument(time);
      return found.length === 2 && found;
    });
    // Each of the two has the sockets and the link to the watchdog, and one is no child of it any more.
    const script = `case "$*" in *--upgraded*) (sleep ${left} &); sleep ${left}; exit;; esac`;
    await daemon.request({
      upgrade: { program: launcher(daemon, script), readyWithinMs: 1_000 },
    });
    await waitUntil(() => processesWithArgument(left).length === 2, { deadlineMs: 20_000 });
    await waitUntil(() => !isAlive(daemon.published.pid), { deadlineMs: 30_000 });
    const former = await waitUntil(
      () => {
        const found = readPublished(daemon.stateDirectory);
        return found !== null && found.pid !== daemon.published.pid && found;
      },
      { what: "the former pmd", deadlineMs: 30_000 },
    );
    onTestFinished(() => void (isAlive(former.pid) && process.kill(former.pid, "SIGKILL")));
    expect(processesWithArgument(left)).toEqual([]);
    expect(former.socket).toBe(daemon.published.socket);
    expect(new Set(processesWithArgument(time))).toEqual(new Set(both));
    expect(readFileSync(`/proc/${pid}/stat`, "latin1")).toContain(`${pid} (sleep)`);
    process.kill(former.pid, "SIGTERM");
    await waitUntil(() => !isAlive(former.pid) && both.every((one) => !isAlive(one)), {
      deadlineMs: 20_000,
    });
  },
);

test(
  "under a service manager the former one is left to that, which knows only the pid that it started",
  { timeout },
  async () => {
    const manager = join(temporaryDirectory(), "notify");
    const daemon = await startPmd(configured(""), {
      words: ["--engine", "posix"],
      prefix: ["/usr/bin/env", "-u", "SYSTEMD_EXEC_PID", `NOTIFY_SOCKET=${manager}`],
    });
    const left = seconds();
    const script = `case "$*" in *--upgraded*) sleep ${left}; exit;; esac`;
    await daemon.request({
      upgrade: { program: launcher(daemon, script), readyWithinMs: 500 },
    });
    expect(await daemon.program.ended).toEqual({ code: null, signal: "SIGKILL" });
    const { pid } = daemon.published;
    await waitUntil(() => processesWithArgument(String(pid)).length === 0, {
      what: "the end of the watchdog",
    });
    expect(processesWithArgument(left)).toEqual([]);
    expect(readPublished(daemon.stateDirectory)?.pid).toBe(pid);
    expect(processesWithArgument(daemon.stateDirectory)).toEqual([]);
  },
);

test("is refused once an end has begun, and revives nothing", { timeout }, async () => {
  const daemon = await startPmd(
    configured(
      `<process id="a" command="sleep 1000"/>
         <process id="slow" shell="true" command="trap '' TERM; while [ ! -e go ]; do sleep 0.05; done" directory="." stopTimeout="60s"/>`,
    ),
    { words: ["--engine", "posix"] },
  );
  const a = await daemon.pid("a");
  await daemon.pid("slow");
  const client = await daemon.connect();
  const end = daemon.request({ shutdown: {} }).catch(() => null);
  await waitUntil(() => !isAlive(a));
  await expect(async () => {
    for await (const _ of client.request({ upgrade: { program: "", readyWithinMs: 0 } }));
  }).rejects.toMatchObject({ code: "ERR_DPM_DAEMON_ENDING" });
  writeFileSync(join(daemon.directory, "go"), "");
  await end;
  expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
  expect(daemon.log()).not.toContain("gives way");
});

test.each([false, true])(
  "a shutdown that comes while it is handed over is carried out by the new program, with leave: %s",
  { timeout },
  async (leave) => {
    const daemon = await startPmd(configured(`<process id="a" command="sleep 1000"/>`), {
      words: ["--engine", "posix", "--detached"],
    });
    const a = await daemon.pid("a");
    onTestFinished(() => void (isAlive(a) && process.kill(a, "SIGKILL")));
    const log = (): string => readFileSync(join(daemon.stateDirectory, "log/pmd.log"), "utf8");
    const client = await daemon.connect();
    // For this one the hand-over waits, as long as it has patience.
    const [guardian = 0] = guardiansOf(daemon.stateDirectory);
    process.kill(guardian, "SIGSTOP");
    onTestFinished(() => void (isAlive(guardian) && process.kill(guardian, "SIGKILL")));
    await daemon.request({ upgrade: { program: "", readyWithinMs: 0 } });
    await waitUntil(() => log().includes("gives way"));
    const end = (async () => {
      for await (const _ of client.request({ shutdown: { leave } }));
    })().catch(() => {});
    await waitUntil(() => /will do so[^]*upgraded from/.test(log()), { deadlineMs: 30_000 });
    // It has the outputs of pmd as well.
    process.kill(guardian, "SIGCONT");
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
    await end;
    expect(isAlive(a)).toBe(leave);
    await waitUntil(() => guardiansOf(daemon.stateDirectory).length === 0);
    if (!leave) return;
    await daemon.restart();
    expect(await daemon.pid("a")).toBe(a);
  },
);

test("the portable engine refuses with the way out", { timeout }, async () => {
  const daemon = await startPmd(configured(""), { words: ["--engine", "node"] });
  await expect(
    daemon.request({ upgrade: { program: "", readyWithinMs: 0 } }),
  ).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE",
    message: expect.stringContaining("engine is node") as string,
  });
});
