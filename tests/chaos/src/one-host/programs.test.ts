import { readFileSync } from "node:fs";
import { setTimeout as pass } from "node:timers/promises";
import { processState } from "@dpm/pdu";
import {
  fixturePath,
  isAlive,
  processesWithArgument,
  readProcessTable,
  waitUntil,
} from "@dpm/test-kit";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStage, otherPid, uniqueSleep } from "../stage/open-stage.ts";

const ticksPerSecond = 100;

test(
  "F20: 3,000 orphans of a service leave no zombie and keep nobody from an answer",
  { timeout: 120_000 },
  async () => {
    const script =
      "i=0; while [ $i -lt 3000 ]; do (exit 0 &amp;); i=$((i + 1)); done; echo over; exec sleep 100000";
    const stage = await openStage(
      `<process id="storm" command="sh -c '${script.replaceAll("$", "$$$$")}'"/>`,
    );
    const log = join(stage.folder, "state/log/storm.out.log");
    const times: number[] = [];
    await waitUntil(
      async () => {
        times.push(await stage.pingMs());
        return readFileSync(log, "utf8").includes("over");
      },
      { deadlineMs: 60_000 },
    );
    expect(times.filter((ms) => ms > 200).length).toBeLessThanOrEqual(
      Math.ceil(times.length * 0.02),
    );
    await waitUntil(() =>
      readProcessTable().every(({ parent, state }) => parent !== stage.pid || state !== "Z"),
    );
  },
);

test(
  "F22: a program that ignores SIGTERM ends within its timeout and 0.3 s",
  { timeout: 60_000 },
  async () => {
    const stage = await openStage(
      `<process id="deaf" command="${fixturePath("ignores-term.sh")}" stopTimeout="500ms"/>`,
    );
    const pid = await otherPid(stage, "deaf", undefined);
    await waitUntil(() =>
      readFileSync(join(stage.folder, "state/log/deaf.out.log"), "utf8").includes("ready"),
    );
    const begun = performance.now();
    expect((await stage.ask({ stop: { selector: { ids: ["deaf"] } } })).kind).toBe("answered");
    const ms = performance.now() - begun;
    expect(isAlive(pid)).toBe(false);
    expect([ms > 480, ms < 800 + 400]).toEqual([true, true]);
  },
);

test(
  "F24: what a service detached is gone when its stop is acknowledged",
  { timeout: 60_000 },
  async () => {
    const marker = `chaos-detached-${process.pid}`;
    const stage = await openStage(
      `<process id="forks" command="sh -c 'setsid sh -c &quot;trap : TERM; while :; do sleep 1; done&quot; ${marker} &amp; sleep 100000' ${marker}" stopTimeout="500ms"/>`,
    );
    await waitUntil(() => processesWithArgument(marker).length === 2);
    await stage.ask({ stop: { selector: { ids: ["forks"] } } });
    expect(processesWithArgument(marker)).toEqual([]);
  },
);

test(
  "F25: an end is seen at once though a grandchild holds the output, and that ends too",
  { timeout: 60_000 },
  async () => {
    const held = uniqueSleep();
    const stage = await openStage(
      `<process id="leaves" command="sh -c '${held.command} &amp; exit 0'" restart="no" startSecs="0s"/>`,
    );
    await waitUntil(
      async () => (await stage.statuses()).get("leaves")?.state === processState.exited,
      { deadlineMs: 15_000 },
    );
    expect(held.pids()).toEqual([]);
  },
);

test("F26: a program that closes its output costs nothing", { timeout: 60_000 }, async () => {
  const held = uniqueSleep();
  const stage = await openStage(
    `<process id="mute" command="sh -c 'exec &gt;&amp;- 2&gt;&amp;-; exec ${held.command}'"/>`,
  );
  await waitUntil(() => held.pids().length === 1);
  const before = cpuTicks(stage.pid);
  await pass(2_000);
  expect(cpuTicks(stage.pid) - before).toBeLessThan(0.2 * ticksPerSecond);
});

test(
  "F31: 200 programs that crash at once are backed off, and clients are answered",
  { timeout: 120_000 },
  async () => {
    const stage = await openStage(
      Array.from(
        { length: 200 },
        (_, index) => `<process id="c${index}" command="false" restart="always"/>`,
      ).join(""),
    );
    await waitUntil(
      async () =>
        [...(await stage.statuses()).values()].every(({ state }) => state === processState.backoff),
      { what: "all to wait", deadlineMs: 60_000 },
    );
    const [begun, before] = [performance.now(), cpuTicks(stage.pid)];
    const times: number[] = [];
    while (performance.now() - begun < 3_000) {
      times.push(await stage.pingMs());
      await pass(20);
    }
    const seconds = (performance.now() - begun) / 1000;
    expect((cpuTicks(stage.pid) - before) / ticksPerSecond).toBeLessThan(seconds);
    expect(times.filter((ms) => ms > 200).length).toBeLessThanOrEqual(
      Math.ceil(times.length * 0.02),
    );
  },
);

/** Processor time of a process and all its threads so far. */
function cpuTicks(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}
