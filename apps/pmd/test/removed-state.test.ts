// The state directory is removed under a pmd that runs on it.
import { existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { openFilesOf, processesWithArgument, startProgram, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import {
  configured,
  pmdCommand,
  readPublished,
  type RunningDaemon,
  startPmd,
} from "./running-daemon.ts";

const timeout = 60_000;
const seconds = (): string => String(100_000 + Math.floor(Math.random() * 800_000));
const three = (time: string): string =>
  configured(
    ["a", "b", "stopped"].map((id) => `<process id="${id}" command="sleep ${time}"/>`).join(""),
  );

async function troubles(daemon: RunningDaemon): Promise<readonly string[]> {
  const results = await daemon.request({ version: {} });
  return results.flatMap((result) =>
    result.payload === "server" ? result.server.troubles.map(({ code }) => code) : [],
  );
}

/** Ends the holder of a folder that was moved away: it may stay, since its FIFOs are there and nobody knows for whom. */
function endHolders(folder: string): void {
  for (const pid of processesWithArgument("infinity"))
    if (openFilesOf(pid).some((path) => path.startsWith(folder))) process.kill(pid, "SIGKILL");
}

const ways: Readonly<Record<string, (path: string) => void>> = {
  removed: (path) => rmSync(path, { recursive: true }),
  "moved away": (path) => {
    renameSync(path, `${path}-moved`);
    onTestFinished(() => endHolders(`${path}-moved`));
  },
};

test.each(Object.keys(ways))(
  "a state directory that is %s is made again, and after a kill everything runs once, with the same pids",
  { timeout },
  async (name) => {
    const time = seconds();
    const daemon = await startPmd(three(time));
    const { stateDirectory } = daemon;
    const before = { a: await daemon.pid("a"), b: await daemon.pid("b") };
    await daemon.pid("stopped");
    await daemon.rows({ stop: { selector: { ids: ["stopped"] } } });
    const files = ["instance", "token"].map((file) => join(stateDirectory, file));
    const texts = files.map((file) => readFileSync(file, "utf8"));
    ways[name]?.(stateDirectory);
    await waitUntil(
      () => [...files, join(stateDirectory, "state.db")].every((f) => existsSync(f)),
      {
        what: "the state to be made again",
        deadlineMs: 20_000,
      },
    );
    await waitUntil(() => readPublished(stateDirectory) !== null, { deadlineMs: 20_000 });
    expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(texts);
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    const told = await waitUntil(async () => {
      const codes = await troubles(daemon);
      return codes.length > 0 && codes;
    });
    expect(told).toEqual(["ERR_DPM_DAEMON_STATE_REMOVED"]);
    // Also what changes afterwards is remembered.
    await daemon.rows({ stop: { selector: { ids: ["b"] } } });
    await daemon.kill();
    await daemon.restart();
    expect(await daemon.statuses()).toMatchObject({
      a: { pid: before.a, state: 20, restarts: 0 },
      b: { state: 0, desired: 0 },
      stopped: { state: 0, desired: 0 },
    });
    expect(processesWithArgument(time)).toEqual([before.a]);
    expect(await troubles(daemon)).toEqual([]);
  },
);

test("no second pmd can start on a state directory that was removed", { timeout }, async () => {
  const daemon = await startPmd(configured(""));
  const { stateDirectory } = daemon;
  rmSync(stateDirectory, { recursive: true });
  await waitUntil(() => existsSync(join(stateDirectory, "state.db")), { deadlineMs: 20_000 });
  const words = ["--config", daemon.configFile, "--state-dir", stateDirectory];
  const second = startProgram([...pmdCommand, ...words, "--listen", "127.0.0.1:0"]);
  expect(await second.ended).toEqual({ code: 73, signal: null });
  expect(second.stderr()).toContain(`pid ${daemon.published.pid}`);
});

test(
  "a token that is removed is written again, and a client comes in with it",
  { timeout },
  async () => {
    const daemon = await startPmd(configured(""));
    const token = join(daemon.stateDirectory, "token");
    const text = readFileSync(token, "utf8");
    rmSync(token);
    await waitUntil(() => existsSync(token), { deadlineMs: 20_000 });
    expect(readFileSync(token, "utf8")).toBe(text);
    expect(await troubles(daemon)).toEqual(["ERR_DPM_DAEMON_STATE_REMOVED"]);
  },
);
