import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { openStage, otherPid, uniqueSleep } from "../stage/open-stage.ts";

test(
  "F15: no beginning of the configuration stops anything at SIGHUP",
  { timeout: 120_000 },
  async () => {
    const sleeps = [uniqueSleep(), uniqueSleep()];
    const stage = await openStage(
      sleeps.map(({ command }, index) => `<process id="p${index}" command="${command}"/>`).join(""),
    );
    const pids = await Promise.all(
      sleeps.map((_, index) => otherPid(stage, `p${index}`, undefined)),
    );
    const file = join(stage.folder, "pmd.xml");
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 3) {
      writeFileSync(file, whole.subarray(0, length));
      process.kill(stage.pid, "SIGHUP");
      // What is wrong is shown, so that it is known that pmd has read it.
      await waitUntil(async () => (await stage.troubles()).length > 0);
    }
    expect(sleeps.map((sleep) => sleep.pids())).toEqual(pids.map((pid) => [pid]));
    writeFileSync(file, whole);
    process.kill(stage.pid, "SIGHUP");
    await waitUntil(async () => (await stage.troubles()).length === 0);
    expect(sleeps.map((sleep) => sleep.pids())).toEqual(pids.map((pid) => [pid]));
  },
);

test(
  "F34: a storm of SIGHUPs and reloads leaves pmd and its processes as they are",
  { timeout: 120_000 },
  async () => {
    const one = uniqueSleep();
    const stage = await openStage(`<process id="one" command="${one.command}"/>`);
    const pid = await otherPid(stage, "one", undefined);
    const reloads = Array.from({ length: 30 }, () => stage.ask({ configReload: {} }));
    for (let count = 0; count < 1_000; count += 1) process.kill(stage.pid, "SIGHUP");
    expect((await Promise.all(reloads)).map(({ kind }) => kind)).toEqual(
      reloads.map(() => "answered"),
    );
    expect([isAlive(stage.pid), one.pids()]).toEqual([true, [pid]]);
  },
);
