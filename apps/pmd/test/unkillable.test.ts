import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processesWithArgument, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { configured, startPmd } from "./running-daemon.ts";

const freezer = "/sys/fs/cgroup/freezer";
const canFreeze = process.getuid?.() === 0 && existsSync(join(freezer, "cgroup.procs"));
const stopping = 40;

/** Halts processes so that they take no signal at all, not even SIGKILL, as in uninterruptible sleep. */
function frost(...pids: readonly number[]): { thaw: () => void } {
  const path = join(freezer, `dpm-test-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const set = (state: string): void => writeFileSync(join(path, "freezer.state"), state);
  mkdirSync(path);
  for (const pid of pids) writeFileSync(join(path, "cgroup.procs"), String(pid));
  set("FROZEN");
  onTestFinished(async () => {
    set("THAWED");
    await waitUntil(() => readFileSync(join(path, "cgroup.procs"), "utf8") === "", {
      what: "an empty group",
      deadlineMs: 20_000,
    });
    rmdirSync(path);
  }, 30_000);
  return { thaw: () => set("THAWED") };
}

test.runIf(canFreeze)(
  "a process that SIGKILL does not end is shown as such, never started twice, also not by the next pmd, and ends when it can",
  { timeout: 120_000 },
  async () => {
    const time = String(100_000 + Math.floor(Math.random() * 800_000));
    const daemon = await startPmd(
      configured(`<process id="a" command="sleep ${time}" stopTimeout="200ms"/>`),
    );
    const pid = await daemon.pid("a");
    const { thaw } = frost(pid);
    const [stopped] = await daemon.rows({ stop: { selector: { ids: ["a"] } } });
    expect(stopped?.error?.code).toBe("ERR_DPM_PROCESS_UNKILLABLE");
    const shown = { state: stopping, reason: `SIGKILL does not end pid ${pid}` };
    expect((await daemon.statuses())["a"]).toMatchObject(shown);

    await daemon.kill();
    await daemon.restart();
    await waitUntil(
      async () => (await daemon.statuses())["a"]?.reason === `SIGKILL does not end pid ${pid}`,
      { what: "the next pmd to say so", deadlineMs: 40_000 },
    );
    const [started] = await daemon.rows({ start: { selector: { ids: ["a"] } } });
    expect(started?.error?.code).toBe("ERR_DPM_PROCESS_UNKILLABLE");
    expect(processesWithArgument(time)).toEqual([pid]);

    thaw();
    await waitUntil(() => !isAlive(pid), { what: "its end", deadlineMs: 20_000 });
    // The start that was asked for is made up for.
    const next = await daemon.pid("a");
    await waitUntil(() => processesWithArgument(time).join() === String(next), {
      what: "the new one alone",
    });
    expect(next).not.toBe(pid);
  },
);
