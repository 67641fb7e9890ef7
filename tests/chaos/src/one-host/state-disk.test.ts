import { join } from "node:path";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { hasStrace } from "../faults/system-calls.ts";
import { inject } from "../stage/inject.ts";
import { openStage, otherPid, uniqueSleep } from "../stage/open-stage.ts";

const service = (id: string, command: string): string =>
  `<process id="${id}" command="${command}" restart="always" startSecs="0s" restartBurst="none" restartDelay="20ms" restartMaxDelay="100ms"/>`;

test.skipIf(!hasStrace).each([
  ["F6: a full disk", "pwrite64,write:error=ENOSPC"],
  ["F8: a disk that fails", "pwrite64,fdatasync,fsync:error=EIO"],
])(
  "%s under the state stops no supervision, is shown, and heals by itself",
  { timeout: 120_000 },
  async (_name, what) => {
    const [one, other] = [uniqueSleep(), uniqueSleep()];
    const stage = await openStage(service("one", one.command) + service("other", other.command));
    const before = await otherPid(stage, "one", undefined);
    await otherPid(stage, "other", undefined);
    const fault = await inject(stage.pid, what, { path: join(stage.folder, "state/state.db-wal") });
    process.kill(before, "SIGKILL");
    const after = await otherPid(stage, "one", before);
    expect(await stage.troubles()).not.toEqual([]);
    // Whoever stops a service is told that it can't be remembered, and it is stopped all the same.
    await stage.ask({ stop: { selector: { ids: ["other"] } } });
    await waitUntil(() => other.pids().length === 0);
    expect(one.pids()).toEqual([after]);
    await fault.end();
    await waitUntil(async () => (await stage.troubles()).length === 0, {
      what: "no trouble",
      deadlineMs: 70_000,
    });
    await stage.kill();
    await stage.start();
    expect((await stage.statuses()).get("one")?.pid).toBe(after);
    expect([isAlive(after), other.pids()]).toEqual([true, []]);
  },
);

test.skipIf(!hasStrace)(
  "F9: an fsync that takes 3 s keeps nobody from an answer",
  { timeout: 120_000 },
  async () => {
    const one = uniqueSleep();
    const stage = await openStage(service("one", one.command));
    await otherPid(stage, "one", undefined);
    const fault = await inject(stage.pid, "fdatasync,fsync:delay_enter=3000000");
    const begun = performance.now();
    const stopped = stage.ask({ stop: { selector: { ids: ["one"] } } });
    const times: number[] = [];
    while (performance.now() - begun < 2_500) times.push(await stage.pingMs());
    expect(times.filter((ms) => ms > 200).length / times.length).toBeLessThan(0.02);
    expect((await stopped).kind).toBe("answered");
    // It was not acknowledged before it was safe.
    expect(performance.now() - begun).toBeGreaterThan(2_900);
    await fault.end();
  },
);
