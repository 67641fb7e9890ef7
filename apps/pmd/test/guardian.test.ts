import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, connect } from "@dpm/rpc";
import { dial, parseAddress } from "@dpm/socket";
import {
  isAlive,
  processesWithArgument,
  startProgram,
  temporaryDirectory,
  waitUntil,
} from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { guardiansOf, pmdCommand, type Published, readPublished } from "./running-daemon.ts";

const timeout = 90_000;

/** A pmd --daemon of one test. Whatever it has become at the end of the test is shut down. */
interface Detached {
  readonly state: string;
  readonly configFile: string;
  pmd(): Published;
  /** Waits for another pmd than the one of that pid, and answers what it has published. */
  next(than: number): Promise<Published>;
  /** Of each process by id. */
  pids(): Promise<Record<string, number | null>>;
  guardians(): readonly number[];
  log(): string;
}

const seconds = (): string => String(100_000 + Math.floor(Math.random() * 800_000));

async function startDetached(processes: string): Promise<Detached> {
  const directory = temporaryDirectory();
  const state = join(directory, "s");
  const configFile = join(directory, "pmd.xml");
  writeFileSync(configFile, `<processManager>${processes}</processManager>`);
  const words = ["--config", configFile, "--state-dir", state, "--listen", "127.0.0.1:0"];
  const starter = startProgram([...pmdCommand, "--daemon", ...words], { cwd: directory });
  expect(await starter.ended, starter.stderr()).toEqual({ code: 0, signal: null });
  const detached: Detached = {
    state,
    configFile,
    pmd: () => readPublished(state) ?? { pid: 0, listen: [], socket: null, stateDirectory: "" },
    next: (than) =>
      waitUntil(
        async () => {
          const found = readPublished(state);
          return found !== null && found.pid !== than && isAlive(found.pid) ? found : null;
        },
        { what: "another pmd", deadlineMs: 30_000 },
      ),
    pids: () =>
      waitUntil(
        async () => {
          const pids = await ask(state).catch(() => null);
          return pids !== null && Object.values(pids).every((pid) => pid !== null) && pids;
        },
        { what: "the processes to run", deadlineMs: 20_000 },
      ),
    guardians: () => guardiansOf(state),
    log: () => readFileSync(join(state, "log/pmd.log"), "utf8"),
  };
  onTestFinished(async () => {
    // A guardian that is left over would start another pmd.
    for (const pid of detached.guardians()) process.kill(pid, "SIGKILL");
    const { pid } = detached.pmd();
    if (isAlive(pid)) process.kill(pid, "SIGTERM");
    await waitUntil(() => !isAlive(pid), { deadlineMs: 20_000 });
    await waitUntil(() => detached.guardians().length === 0);
  }, 40_000);
  return detached;
}

async function ask(state: string): Promise<Record<string, number | null>> {
  const client = await open(state);
  const pids: Record<string, number | null> = {};
  for await (const result of client.request({ ping: {} })) {
    if (result.payload !== "processes") continue;
    for (const { status } of result.processes.rows) pids[status?.id ?? ""] = status?.pid ?? null;
  }
  client.close();
  return pids;
}

async function open(state: string): Promise<Client> {
  const address = parseAddress(`unix:${join(state, "run/pmd.sock")}`);
  return connect(await dial(address, { timeoutMs: 5_000 }), { client: "test" });
}

test(
  "kill -9 of a detached pmd brings another within half a second, with the same processes",
  { timeout },
  async () => {
    const time = seconds();
    const detached = await startDetached(
      `<process id="a" command="sleep ${time}"/><process id="b" command="sleep ${time}"/>`,
    );
    const before = await detached.pids();
    const { pid } = detached.pmd();
    expect(detached.guardians()).toHaveLength(1);
    const killed = performance.now();
    process.kill(pid, "SIGKILL");
    await detached.next(pid);
    expect(await detached.pids()).toEqual(before);
    const tookMs = performance.now() - killed;
    // Half a second on a machine that does nothing else.
    expect(tookMs).toBeLessThan(5_000);
    expect(processesWithArgument(time)).toHaveLength(2);
    expect(detached.log()).toContain("died without a word");
  },
);

test("deaths in a row are waited out, ever longer", { timeout }, async () => {
  const time = seconds();
  const detached = await startDetached(`<process id="a" command="sleep ${time}"/>`);
  const before = await detached.pids();
  const gaps: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const { pid } = detached.pmd();
    await waitUntil(() => detached.guardians().length === 1);
    const killed = performance.now();
    process.kill(pid, "SIGKILL");
    await detached.next(pid);
    gaps.push(performance.now() - killed);
  }
  // The sixth waits 1.6 s.
  expect(gaps[5]).toBeGreaterThan(1_600);
  expect(detached.log()).toMatch(/started in 0\.1 s[^]*started in 0\.8 s[^]*started in 1\.6 s/);
  expect(await detached.pids()).toEqual(before);
  expect(processesWithArgument(time)).toHaveLength(1);
});

test("a guardian that dies is made again, and the new one guards", { timeout }, async () => {
  const detached = await startDetached("");
  const [guardian = 0] = detached.guardians();
  process.kill(guardian, "SIGKILL");
  const [second = 0] = await waitUntil(() => {
    const found = detached.guardians();
    return found.length === 1 && !found.includes(guardian) && found;
  });
  expect(second).not.toBe(guardian);
  const { pid } = detached.pmd();
  process.kill(pid, "SIGKILL");
  expect((await detached.next(pid)).pid).not.toBe(pid);
});

test("a pmd that is killed while it starts comes back all the same", { timeout }, async () => {
  const detached = await startDetached("");
  const { pid } = detached.pmd();
  process.kill(pid, "SIGKILL");
  // The one that is just being started, before it is ready or has a guardian of its own making.
  const young = await waitUntil(
    () =>
      processesWithArgument("--revived").find(
        (found) =>
          found !== pid &&
          readFileSync(`/proc/${found}/cmdline`, "utf8").includes(`\0${detached.state}\0`),
      ) ?? null,
    { what: "a pmd that starts", deadlineMs: 10_000 },
  );
  process.kill(young, "SIGKILL");
  const third = await detached.next(pid);
  expect(third.pid).not.toBe(young);
});

test("a shutdown ends the guardian too, and nothing comes back", { timeout }, async () => {
  const detached = await startDetached("");
  const { pid } = detached.pmd();
  const guardians = detached.guardians();
  const client = await open(detached.state);
  for await (const _ of client.request({ shutdown: {} }));
  client.close();
  await waitUntil(() => !isAlive(pid));
  expect(guardians.filter(isAlive)).toEqual([]);
  expect(detached.guardians()).toEqual([]);
});

test(
  "a configuration that is broken at the revival is logged, tried slowly, and works once it is mended",
  { timeout },
  async () => {
    const time = seconds();
    const detached = await startDetached(`<process id="a" command="sleep ${time}"/>`);
    const before = await detached.pids();
    const good = readFileSync(detached.configFile, "utf8");
    writeFileSync(detached.configFile, "<processManager><nonsense/></processManager>");
    const { pid } = detached.pmd();
    process.kill(pid, "SIGKILL");
    await waitUntil(() => detached.log().includes("started in 0.4 s"), { deadlineMs: 20_000 });
    expect(detached.log()).toMatch(/pmd\.xml:1:\d+: .*nonsense/);
    expect(processesWithArgument(time)).toEqual(Object.values(before));
    writeFileSync(detached.configFile, good);
    await detached.next(pid);
    expect(await detached.pids()).toEqual(before);
  },
);
