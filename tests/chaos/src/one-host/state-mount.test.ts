import { spawnSync } from "node:child_process";
import { readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { hasStrace } from "../faults/system-calls.ts";
import { inject } from "../stage/inject.ts";
import { openStage, otherPid, type Stage, uniqueSleep } from "../stage/open-stage.ts";

const mayMount =
  spawnSync("unshare", ["--mount", "sh", "-c", "mount -t tmpfs none /tmp"], { stdio: "ignore" })
    .status === 0;

// A tmpfs of pmd's own on its state; its socket and its logs stay where the test sees them.
const onSmallDisk = [
  "unshare",
  "--mount",
  "sh",
  "-ec",
  [
    'for word; do [ "$before" != --state-dir ] || state=$word; before=$word; done',
    'mkdir -p -m 700 "$state" "$state/run" "$state/log"',
    'mkdir "$state.kept" && mount -t tmpfs -o size=1m none "$state.kept"',
    'mkdir -p "$state.kept/run" "$state.kept/log"',
    'mount --bind "$state/run" "$state.kept/run" && mount --bind "$state/log" "$state.kept/log"',
    'chmod 700 "$state.kept" && mount --rbind "$state.kept" "$state"',
    'exec "$@"',
  ].join("\n"),
  "sh",
];

const service = (id: string, command: string): string =>
  `<process id="${id}" command="${command}" restart="always" startSecs="0s" restartBurst="none" restartDelay="20ms" restartMaxDelay="100ms"/>`;

/** The state directory as pmd or one of its services sees it. */
const seenBy = (pid: number, stage: Stage): string =>
  `/proc/${pid}/root${join(stage.folder, "state")}`;

const lack = mayMount ? "" : " (needs unshare of util-linux, and to mount)";

/** How to be where a process is. */
const beside = (pid: number): string[] => ["nsenter", "--mount", "--target", String(pid)];

test.skipIf(!mayMount)(
  `F6: a state directory that is full stops no supervision, is shown, and heals by itself${lack}`,
  { timeout: 120_000 },
  async () => {
    const [one, other] = [uniqueSleep(), uniqueSleep()];
    const stage = await openStage(service("one", one.command) + service("other", other.command), {
      prefix: onSmallDisk,
    });
    let last = await otherPid(stage, "one", undefined);
    await otherPid(stage, "other", undefined);
    const state = seenBy(stage.pid, stage);
    fill(join(state, "filler"));
    expect(statfsSync(state).bavail).toBe(0);
    // Until what the database holds in reserve is used up too.
    await waitUntil(
      async () => {
        process.kill(last, "SIGKILL");
        last = await otherPid(stage, "one", last);
        return (await stage.troubles()).length > 0;
      },
      { what: "a trouble", deadlineMs: 60_000 },
    );
    // Still supervised, however often.
    process.kill(last, "SIGKILL");
    last = await otherPid(stage, "one", last);
    await stage.ask({ stop: { selector: { ids: ["other"] } } });
    await waitUntil(() => other.pids().length === 0);
    expect(one.pids()).toEqual([last]);

    empty(join(state, "filler"));
    await waitUntil(async () => (await stage.troubles()).length === 0, {
      what: "no trouble",
      deadlineMs: 70_000,
    });
    await stage.kill();
    await stage.start({ prefix: beside(last) });
    expect((await stage.statuses()).get("one")?.pid).toBe(last);
    expect([isAlive(last), other.pids()]).toEqual([true, []]);
  },
);

test.skipIf(!mayMount)(
  `F8: on a state directory that is read-only pmd does not start and says why, and what runs runs on until the next one can${lack}`,
  { timeout: 120_000 },
  async () => {
    const one = uniqueSleep();
    const stage = await openStage(service("one", one.command), { prefix: onSmallDisk });
    const pid = await otherPid(stage, "one", undefined);
    await stage.kill();
    const remount = (how: string): void => {
      const words = ["mount", "-o", `remount,${how}`, join(stage.folder, "state")];
      expect(spawnSync("nsenter", [...beside(pid).slice(1), ...words]).status).toBe(0);
    };
    remount("ro");
    await expect(stage.start({ prefix: beside(pid) })).rejects.toThrow("exit 1");
    expect(readFileSync(join(stage.folder, "pmd.log"), "utf8")).toMatch(/EROFS|read-only/i);
    expect(one.pids()).toEqual([pid]);
    remount("rw");
    await stage.start({ prefix: beside(pid) });
    expect((await stage.statuses()).get("one")?.pid).toBe(pid);
    expect(await stage.troubles()).toEqual([]);
  },
);

test.skipIf(!hasStrace)(
  "F8: a state that turns read-only stops no supervision, is shown, and heals by itself",
  { timeout: 120_000 },
  async () => {
    const one = uniqueSleep();
    const stage = await openStage(service("one", one.command));
    const before = await otherPid(stage, "one", undefined);
    // A file system that the kernel makes read-only leaves what is open open, and refuses each write.
    const fault = await inject(stage.pid, "pwrite64,write,ftruncate:error=EROFS", {
      path: join(stage.folder, "state/state.db-wal"),
    });
    process.kill(before, "SIGKILL");
    const after = await otherPid(stage, "one", before);
    await waitUntil(async () => (await stage.troubles()).length > 0);
    expect(one.pids()).toEqual([after]);
    await fault.end();
    await waitUntil(async () => (await stage.troubles()).length === 0, {
      what: "no trouble",
      deadlineMs: 70_000,
    });
    expect(one.pids()).toEqual([after]);
  },
);

const fill = (file: string): void => void spawnSync("dd", ["if=/dev/zero", `of=${file}`, "bs=1k"]);
const empty = (file: string): void => void spawnSync("rm", [file]);
