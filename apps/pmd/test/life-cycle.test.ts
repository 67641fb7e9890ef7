import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  isAlive,
  processesWithArgument,
  readProcessStat,
  startProgram,
  waitUntil,
} from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { configured, pmdCommand, readPublished, startPmd } from "./running-daemon.ts";

const timeout = 60_000;
const sleeper = (id: string, more = ""): string =>
  `<process id="${id}" command="sleep 1000" ${more}/>`;

/** A command line that no other test has. */
function uniqueSeconds(): string {
  return String(100_000 + Math.floor(Math.random() * 800_000));
}

test(
  "a second daemon on the same state directory refuses at once and names the first one",
  { timeout },
  async () => {
    const daemon = await startPmd(configured(sleeper("id0")));
    const begun = performance.now();
    const second = startProgram([
      ...pmdCommand,
      "--config",
      daemon.configFile,
      "--state-dir",
      daemon.stateDirectory,
      "--listen",
      "127.0.0.1:0",
    ]);
    expect(await second.ended).toEqual({ code: 73, signal: null });
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(second.stderr()).toContain(`pid ${daemon.program.pid}`);
    expect(readPublished(daemon.stateDirectory)?.pid).toBe(daemon.program.pid);
  },
);

test(
  "after kill -9 the next daemon has the same processes, each once, on the same port",
  { timeout },
  async () => {
    const seconds = uniqueSeconds();
    const daemon = await startPmd(
      configured(`<settings><listen>127.0.0.1:0</listen></settings>
      <process id="kept" command="sleep ${seconds}"/><process id="dying" command="sleep ${seconds}1" restart="always"/>`),
    );
    const kept = await daemon.pid("kept");
    const dying = await daemon.pid("dying");
    await daemon.kill();
    expect(isAlive(kept)).toBe(true);
    process.kill(dying, "SIGKILL");
    await daemon.restart();
    const { kept: after } = await daemon.statuses();
    expect(after).toMatchObject({ pid: kept, state: 20, restarts: 0 });
    const second = await daemon.pid("dying");
    expect(second).not.toBe(dying);
    expect(processesWithArgument(seconds)).toEqual([kept]);
    expect(processesWithArgument(`${seconds}1`)).toEqual([second]);
  },
);

test("a daemon that was killed binds its port again at once", { timeout }, async () => {
  const daemon = await startPmd(configured(sleeper("id0")));
  const { address } = daemon;
  const pid = await daemon.pid("id0");
  await daemon.kill();
  const again = startProgram([
    ...pmdCommand,
    "--config",
    daemon.configFile,
    "--state-dir",
    daemon.stateDirectory,
    "--listen",
    address,
  ]);
  await waitUntil(() => readPublished(daemon.stateDirectory)?.pid === again.pid, {
    what: "the port again",
    deadlineMs: 20_000,
  });
  expect(readPublished(daemon.stateDirectory)?.listen).toEqual([address]);
  expect(await daemon.pid("id0")).toBe(pid);
  again.signal("SIGTERM");
  expect(await again.ended).toEqual({ code: 0, signal: null });
  expect(isAlive(pid)).toBe(false);
});

test.each(["SIGKILL", "SIGTERM"] as const)(
  "a requested stop lasts over the end of the daemon by %s",
  { timeout },
  async (signal) => {
    const daemon = await startPmd(configured(sleeper("id0") + sleeper("id1")));
    await daemon.pid("id0");
    await daemon.rows({ stop: { selector: { ids: ["id0"] } } });
    daemon.program.signal(signal);
    await daemon.program.ended;
    await daemon.restart();
    await daemon.pid("id1");
    expect(await daemon.statuses()).toMatchObject({
      id0: { state: 0, desired: 0 },
      id1: { desired: 1 },
    });
  },
);

test(
  "SIGTERM stops what depends on others first, and pmd ends with 0 and leaves nothing published",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured(`${sleeper("base")}${sleeper("user", 'requires="base"')}`),
    );
    const pids = [await daemon.pid("base"), await daemon.pid("user")];
    daemon.program.signal("SIGTERM");
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
    expect(pids.map(isAlive)).toEqual([false, false]);
    expect(daemon.log()).toMatch(/user: stopping → stopped[^]*base: running → stopping/);
    expect(readdirSync(join(daemon.stateDirectory, "run"))).toEqual([]);
  },
);

test("a second SIGTERM ends what takes its time at once", { timeout }, async () => {
  const daemon = await startPmd(
    configured(
      `<process id="deaf" shell="true" command="trap '' TERM; echo armed; while :; do sleep 0.1; done" stopTimeout="10min"/>`,
    ),
  );
  const pid = await daemon.pid("deaf");
  const log = join(daemon.stateDirectory, "log/deaf.out.log");
  await waitUntil(() => readFileSync(log, "utf8").includes("armed"));
  daemon.program.signal("SIGTERM");
  await waitUntil(() => daemon.log().includes("deaf: running → stopping"));
  expect(isAlive(pid)).toBe(true);
  daemon.program.signal("SIGTERM");
  expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
  expect(isAlive(pid)).toBe(false);
});

test(
  "shutdown stops everything before it answers; with leave the processes run on for the next daemon",
  { timeout },
  async () => {
    const daemon = await startPmd(configured(sleeper("id0")));
    const pid = await daemon.pid("id0");
    await daemon.request({ shutdown: { leave: true } });
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
    expect(isAlive(pid)).toBe(true);
    await daemon.restart();
    expect(await daemon.pid("id0")).toBe(pid);
    expect(await daemon.rows({ shutdown: {} })).toMatchObject([
      { ok: true, status: { id: "id0", state: 0 } },
    ]);
    expect(isAlive(pid)).toBe(false);
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
  },
);

test(
  "--daemon returns when it is ready, in a session of its own, in /, without a terminal",
  { timeout },
  async () => {
    const outer = await startPmd(configured(""));
    const state = join(outer.directory, "other");
    const words = [
      "--daemon",
      "--config",
      "pmd.xml",
      "--state-dir",
      "other",
      "--listen",
      "127.0.0.1:0",
    ];
    const starter = startProgram([...pmdCommand, ...words], { cwd: outer.directory });
    expect(await starter.ended).toEqual({ code: 0, signal: null });
    const pid = readPublished(state)?.pid ?? 0;
    onTestFinished(async () => {
      if (isAlive(pid)) process.kill(pid, "SIGTERM");
      await waitUntil(() => !isAlive(pid));
    });
    expect(starter.stdout()).toBe(
      `pmd is ready, pid ${pid}, listening on ${readPublished(state)?.listen[0]}, unix:${state}/run/pmd.sock\n`,
    );
    expect(readProcessStat(pid)).toMatchObject({ session: pid, processGroup: pid });
    expect(readFileSync(`/proc/${pid}/cmdline`, "utf8")).toContain(
      join(outer.directory, "pmd.xml"),
    );
    process.kill(pid, "SIGTERM");
    await waitUntil(() => !isAlive(pid), { deadlineMs: 20_000 });
    expect(existsSync(join(state, "run/pmd.json"))).toBe(false);
    expect(readFileSync(join(state, "log/pmd.log"), "utf8")).toContain("SIGTERM");
  },
);

test(
  "--daemon passes on why the daemon did not start, with its exit code",
  { timeout },
  async () => {
    const outer = await startPmd(configured(""));
    writeFileSync(join(outer.directory, "bad.xml"), "<processManager><nonsense/></processManager>");
    const starter = startProgram(
      [...pmdCommand, "--daemon", "--config", "bad.xml", "--state-dir", "other"],
      { cwd: outer.directory },
    );
    expect(await starter.ended).toEqual({ code: 78, signal: null });
    expect(starter.stderr()).toMatch(/bad\.xml:1:\d+: .*nonsense/);
  },
);

test(
  "pmd starts where its pid and its addresses can't be written, tells so, and writes them once it can",
  { timeout },
  async () => {
    const daemon = await startPmd(configured(sleeper("id0")));
    const pid = await daemon.pid("id0");
    await daemon.kill();
    const run = join(daemon.stateDirectory, "run");
    const obstacles = [join(daemon.stateDirectory, "pmd.pid"), join(run, "pmd.json")];
    for (const path of obstacles) {
      rmSync(path);
      mkdirSync(path);
    }
    const again = startProgram([
      ...pmdCommand,
      "--config",
      daemon.configFile,
      "--state-dir",
      daemon.stateDirectory,
      "--listen",
      "127.0.0.1:0",
    ]);
    await waitUntil(() => again.stderr().includes("ready, listening"), { deadlineMs: 20_000 });
    const client = await daemon.connect(`unix:${join(run, "pmd.sock")}`);
    const seen = async (): Promise<{ pids: unknown[]; troubles: string[] }> => {
      const seen: { pids: unknown[]; troubles: string[] } = { pids: [], troubles: [] };
      for await (const result of client.request({ ping: {} })) {
        if (result.payload === "processes")
          seen.pids.push(...result.processes.rows.map(({ status }) => status?.pid));
        if (result.payload === "server")
          seen.troubles.push(...result.server.troubles.map(({ message }) => message));
      }
      return seen;
    };
    expect(await seen()).toEqual({
      pids: [pid],
      troubles: obstacles.map((path) => `${path} can't be written (EISDIR)`),
    });
    for (const path of obstacles) rmdirSync(path);
    await waitUntil(async () => (await seen()).troubles.length === 0, { deadlineMs: 20_000 });
    expect(readPublished(daemon.stateDirectory)?.pid).toBe(again.pid);
    expect(readFileSync(join(daemon.stateDirectory, "pmd.pid"), "utf8")).toBe(`${again.pid}\n`);
    again.signal("SIGTERM");
    expect(await again.ended).toEqual({ code: 0, signal: null });
    expect(readdirSync(run)).toEqual([]);
  },
);

test("SIGUSR2 opens the daemon's log anew", { timeout }, async () => {
  const daemon = await startPmd(configured("<settings><logFile>own.log</logFile></settings>"));
  const log = join(daemon.directory, "own.log");
  await waitUntil(() => existsSync(log) && readFileSync(log, "utf8").includes("ready"));
  renameSync(log, `${log}.old`);
  daemon.program.signal("SIGUSR2");
  await waitUntil(() => existsSync(log), { what: "the new log file" });
  daemon.program.signal("SIGTERM");
  await daemon.program.ended;
  expect(readFileSync(log, "utf8")).toContain("ended");
});

test(
  "a damaged state is set aside and told to every client; a newer one is refused with the way out",
  { timeout },
  async () => {
    const daemon = await startPmd(configured(sleeper("id0")));
    daemon.program.signal("SIGTERM");
    await daemon.program.ended;
    const database = join(daemon.stateDirectory, "state.db");
    writeFileSync(database, "x".repeat(10_000));
    await daemon.restart();
    await daemon.pid("id0");
    const troubles = (await daemon.request({ version: {} })).flatMap((result) =>
      result.payload === "server" ? result.server.troubles : [],
    );
    expect(troubles).toMatchObject([{ code: "ERR_DPM_DAEMON_STATE_DAMAGED" }]);
    expect(
      readdirSync(daemon.stateDirectory).some((name) => name.startsWith("state.db.damaged-")),
    ).toBe(true);
    daemon.program.signal("SIGTERM");
    await daemon.program.ended;

    const newer = new DatabaseSync(database);
    newer.exec("PRAGMA user_version=1000");
    newer.close();
    const refused = startProgram([
      ...pmdCommand,
      "--config",
      daemon.configFile,
      "--state-dir",
      daemon.stateDirectory,
      "--listen",
      "127.0.0.1:0",
    ]);
    expect((await refused.ended).code).toBe(1);
    expect(refused.stderr()).toMatch(/newer pmd[^]*--state-dir/);
    const back = new DatabaseSync(database);
    back.exec("PRAGMA user_version=1");
    back.close();
  },
);

test(
  "each change of state is one line with the id, both states, the pid and how it ended",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured('<process id="once" command="sh -c \'exit 7\'" restart="no"/>'),
    );
    await waitUntil(() => daemon.log().includes("→ exited"));
    const lines = daemon
      .log()
      .split("\n")
      .filter((line) => line.includes("once:"));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain("once: stopped → starting (started with the daemon)");
    expect(lines[1]).toMatch(/once: starting → running pid \d+/);
    expect(lines[2]).toMatch(/once: running → exited pid \d+ code 7/);
  },
);

test(
  "a socket file and a pmd.json that somebody removed are made again, also with their directory",
  { timeout },
  async () => {
    const daemon = await startPmd(configured(""));
    const run = join(daemon.stateDirectory, "run");
    const files = [join(run, "pmd.sock"), join(run, "pmd.json")];
    const tidyUps = [
      () => files.forEach((file) => rmSync(file)),
      () => rmSync(run, { recursive: true }),
      () => rmSync(join(run, "pmd.sock")),
    ];
    for (const tidyUp of tidyUps) {
      tidyUp();
      await waitUntil(() => files.every((file) => existsSync(file)), { deadlineMs: 20_000 });
      const client = await daemon.connect(`unix:${join(run, "pmd.sock")}`);
      for await (const _ of client.request({ ping: {} }));
      client.close();
    }
    expect(readPublished(daemon.stateDirectory)?.pid).toBe(daemon.program.pid);
    daemon.program.signal("SIGTERM");
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
  },
);
