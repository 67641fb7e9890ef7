import { setTimeout as pass } from "node:timers/promises";
import { isAlive, processesWithArgument, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { configured, startPmd } from "./running-daemon.ts";

const rounds = 12;
const count = 6;
// From the request to the last launch takes about this long here; what comes later is a death in peace.
const mostMs = 150;

test(
  "kill -9 at any moment of a launch leaves each process exactly once, and none after the shutdown",
  { timeout: 240_000 },
  async () => {
    const base = 100_000 + Math.floor(Math.random() * 800_000);
    const seconds = Array.from({ length: count }, (_, index) => `${base}${index}`);
    // Niceness and umask are brought into force by helpers, which take the place of one another in the process.
    const daemon = await startPmd(
      configured(
        seconds
          .map((time, index) => {
            const more = index % 2 === 0 ? 'nice="5" umask="0027"' : "";
            return `<process id="p${index}" command="sleep ${time}" ${more}/>`;
          })
          .join(""),
      ),
    );
    const ids = seconds.map((_, index) => `p${index}`);
    const pidsWhenAllRun = (): Promise<(number | null)[]> =>
      waitUntil(
        async () => {
          const statuses = await daemon.statuses();
          const pids = ids.map((id) => statuses[id]?.pid ?? null);
          return pids.every((pid) => pid !== null) && pids;
        },
        { what: "all to run", deadlineMs: 30_000 },
      );
    await pidsWhenAllRun();
    let last: (number | null)[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const client = await daemon.connect();
      const answers = client.request({ restart: { selector: { ids } } }, { timeoutMs: 60_000 });
      const asked = (async () => {
        for await (const _ of answers);
      })().catch(() => "it was killed");
      // Not a wait for anything: the moment is the point of this test.
      await pass(Math.random() * mostMs);
      await daemon.kill();
      await asked;
      await daemon.restart();
      last = await pidsWhenAllRun();
      expect(seconds.map((time) => processesWithArgument(time))).toEqual(last.map((pid) => [pid]));
    }
    daemon.program.signal("SIGTERM");
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
    expect(seconds.flatMap((time) => processesWithArgument(time))).toEqual([]);
    expect(last.filter((pid) => pid !== null && isAlive(pid))).toEqual([]);
  },
);
