// A limit of open files that is too low for what is configured.
import { existsSync } from "node:fs";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { configured, type RunningDaemon, startPmd } from "./running-daemon.ts";

const canLimit = existsSync("/usr/bin/prlimit");
const services = 64;

const start = (limit: number): Promise<RunningDaemon> => {
  const ids = Array.from({ length: services }, (_, index) => `s${index}`);
  const text = ids.map((id) => `<process id="${id}" command="sleep 1000"/>`).join("");
  return startPmd(configured(text), {
    prefix: ["/usr/bin/prlimit", `--nofile=${limit}:${limit}`],
  });
};

/** What troubles the daemon about its limit. */
async function troubles(daemon: RunningDaemon): Promise<readonly string[]> {
  const results = await daemon.request({ ping: {} });
  return results.flatMap((result) =>
    result.payload === "server"
      ? result.server.troubles.flatMap(({ code, message }) =>
          code === "ERR_DPM_PROCESS_DESCRIPTORS" ? [message] : [],
        )
      : [],
  );
}

const running = async (daemon: RunningDaemon): Promise<readonly number[]> =>
  Object.values(await daemon.statuses()).flatMap(({ pid }) => pid ?? []);

test.runIf(canLimit)(
  "is said once with what is needed, commands are answered, as many run as can, and SIGTERM ends all",
  { timeout: 60_000 },
  async () => {
    const daemon = await start(64);
    const said = await troubles(daemon);
    expect(said).toEqual([expect.stringMatching(/^\d+ descriptors are needed for 64 services/)]);
    expect(daemon.log().match(/ERR_DPM_PROCESS_DESCRIPTORS/g)?.length).toBe(1);
    const pids = await waitUntil(async () => {
      const found = await running(daemon);
      return found.length > 4 ? found : null;
    });
    expect(pids.every(isAlive)).toBe(true);
    await daemon.rows({ stop: { selector: { ids: ["s0"] } } });
    await daemon.rows({ start: { selector: { ids: ["s0"] } } });
    process.kill(daemon.published.pid, "SIGTERM");
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
    await waitUntil(() => !pids.some(isAlive));
  },
);

test.runIf(canLimit)("is enough at the number that is said", { timeout: 60_000 }, async () => {
  const low = await start(64);
  const needed = Number((await troubles(low))[0]?.split(" ")[0]);
  const daemon = await start(needed);
  expect(await troubles(daemon)).toEqual([]);
  await waitUntil(async () => (await running(daemon)).length === services, { deadlineMs: 20_000 });
  // The next daemon takes over all of them, for which it needs descriptors of another kind.
  const before = (await running(daemon)).toSorted((a, b) => a - b);
  await daemon.kill();
  await daemon.restart();
  expect(await troubles(daemon)).toEqual([]);
  expect((await running(daemon)).toSorted((a, b) => a - b)).toEqual(before);
});
