import { existsSync, rmSync } from "node:fs";
import { setTimeout as pass } from "node:timers/promises";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { openStage, otherPid, uniqueSleep } from "../stage/open-stage.ts";

test("F37: a socket file that was removed comes back", { timeout: 60_000 }, async () => {
  const stage = await openStage("");
  rmSync(stage.socket);
  await waitUntil(() => existsSync(stage.socket), { deadlineMs: 15_000 });
  expect(await stage.pingMs()).toBeGreaterThan(0);
});

test(
  "F42: what ended while pmd was stopped is started once each when it goes on",
  { timeout: 60_000 },
  async () => {
    const sleeps = Array.from({ length: 4 }, uniqueSleep);
    const stage = await openStage(
      sleeps
        .map(
          ({ command }, index) =>
            `<process id="p${index}" command="${command}" restart="always" startSecs="0s"/>`,
        )
        .join(""),
    );
    const pids = await Promise.all(
      sleeps.map((_, index) => otherPid(stage, `p${index}`, undefined)),
    );
    process.kill(stage.pid, "SIGSTOP");
    for (const pid of pids) process.kill(pid, "SIGKILL");
    await waitUntil(() => !pids.some(isAlive));
    await pass(3_000);
    process.kill(stage.pid, "SIGCONT");
    const after = await Promise.all(pids.map((pid, index) => otherPid(stage, `p${index}`, pid)));
    const restarts = [...(await stage.statuses()).values()].map((status) => status.restarts);
    expect(restarts).toEqual([1, 1, 1, 1]);
    expect(sleeps.map((sleep) => sleep.pids())).toEqual(after.map((pid) => [pid]));
  },
);

test(
  "F36: of 12 that are started at once on one state exactly one runs, and nothing is doubled",
  { timeout: 120_000 },
  async () => {
    const one = uniqueSleep();
    const stage = await openStage(`<process id="one" command="${one.command}"/>`);
    const pid = await otherPid(stage, "one", undefined);
    const others = Array.from({ length: 12 }, () => stage.startAnother());
    expect(new Set(await Promise.all(others))).toEqual(new Set(["exit 73"]));
    expect([isAlive(stage.pid), one.pids()]).toEqual([true, [pid]]);
  },
);
