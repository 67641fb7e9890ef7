import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processesWithArgument, readProcessStat, waitUntil } from "@dpm/test-kit";
import { describe, expect, test } from "vitest";
import { launchers } from "../daemon.ts";
import { missing, systemdVersion } from "./needs.ts";
import { installPmd, type PmdUnit } from "./pmd-unit.ts";

let next = 0;

/** A service that no other process of this machine looks like, and how many of it run. */
function service(id: string): {
  readonly text: string;
  readonly pids: () => readonly number[];
} {
  const seconds = `${process.pid}${Date.now() % 1e6}.${(next += 1)}`;
  return {
    text: `<process id="${id}" command="sleep ${seconds}"/>`,
    pids: () => processesWithArgument(seconds),
  };
}

async function start(unit: PmdUnit): Promise<number> {
  const { status, stderr } = await unit.systemctl("start", "pmd");
  expect([status, stderr]).toEqual([0, ""]);
  return unit.pmd();
}

const timeout = 120_000;

describe.skipIf(missing !== "")(
  `the shipped unit of systemd${missing === "" ? "" : ` (${missing})`}`,
  { timeout },
  () => {
    test("has no word that systemd does not know, but those of systemd 254", async () => {
      const unit = await installPmd("");
      const { stderr } = await unit.run(
        "systemd-analyze",
        "verify",
        "--man=no",
        "/etc/systemd/system/pmd.service",
      );
      const unknown = [...stderr.matchAll(/Unknown key(?: name)? '(\w+)'/g)].map(([, key]) => key);
      expect(unknown).toEqual(systemdVersion < 254 ? ["RestartSteps", "RestartMaxDelaySec"] : []);
      expect(stderr.split("\n").filter((line) => !/Unknown key|^$/.test(line))).toEqual([]);
    });

    test("is active once pmd answers, and not before", async () => {
      const a = service("a");
      const unit = await installPmd(a.text);
      const states = new Set<string>();
      expect((await unit.systemctl("start", "--no-block", "pmd")).status).toBe(0);
      await waitUntil(async () => {
        const state = await unit.state();
        states.add(state);
        return state === "active";
      });
      // At the first look, without waiting.
      expect((await unit.pmc("ping")).status).toBe(0);
      expect(states).toEqual(new Set(["activating", "active"]));
      await waitUntil(() => a.pids().length === 1);
    });

    test("kill -9 of pmd brings another at once, and its services run on", async ({ annotate }) => {
      const services = ["a", "b", "c"].map((id) => service(id));
      const unit = await installPmd(services.map(({ text }) => text).join(""));
      let pmd = await start(unit);
      await waitUntil(() => services.every(({ pids }) => pids().length === 1));
      const before = services.map(({ pids }) => pids());
      for (let death = 0; death < 3; death += 1) {
        const begun = performance.now();
        process.kill(pmd, "SIGKILL");
        pmd = await unit.nextPmd(pmd);
        const ms = performance.now() - begun;
        await annotate(`${Math.round(ms)} ms from the kill to an answer`);
        expect(ms).toBeLessThan(10_000);
      }
      expect(services.map(({ pids }) => pids())).toEqual(before);
      expect((await unit.pmc("ping")).stdout.match(/ running /g)).toHaveLength(3);
      await waitUntil(async () => (await unit.state()) === "active");
      // Else the delay of systemd 254 would grow with each death, however long ago.
      expect(await unit.show("pmd", "NRestarts")).toBe("0");
    });

    test("reload reads the configuration again and leaves every pid", async () => {
      const [a, b] = [service("a"), service("b")];
      const unit = await installPmd(a.text);
      const pmd = await start(unit);
      await waitUntil(() => a.pids().length === 1);
      const before = a.pids();
      unit.configure(a.text + b.text);
      expect(await unit.systemctl("reload", "pmd")).toMatchObject({ status: 0, stderr: "" });
      await waitUntil(() => b.pids().length === 1);
      expect([unit.pmd(), a.pids()]).toEqual([pmd, before]);
      unit.configure("<broken");
      expect(await unit.systemctl("reload", "pmd")).toMatchObject({ status: 0 });
      await waitUntil(async () => /pmd\.xml/.test((await unit.pmc("ping")).stdout));
      expect([unit.pmd(), a.pids(), await unit.state()]).toEqual([pmd, before, "active"]);
    });

    test("stop ends the services in order and leaves nothing, also of a pmd that died", async () => {
      const script = (id: string): string =>
        `sh -c 'trap &quot;echo ${id} >> /run/order; exit 0&quot; TERM; echo $$$$; while :; do sleep 0.05; done' ${id}-${process.pid}`;
      const unit = await installPmd(
        `<process id="last" command="${script("last")}"/><process id="middle" command="${script("middle")}" requires="last"/><process id="first" command="${script("first")}" requires="middle"/>`,
      );
      const pmd = await start(unit);
      await waitUntil(
        async () => ((await unit.pmc("ping")).stdout.match(/ running /g) ?? []).length === 3,
      );
      process.kill(pmd, "SIGKILL");
      await unit.nextPmd(pmd);
      expect(await unit.systemctl("stop", "pmd")).toMatchObject({ status: 0, stderr: "" });
      expect(unit.processes().map(readProcessStat)).toEqual([]);
      expect(readFileSync(join(unit.root, "run/order"), "utf8")).toBe("first\nmiddle\nlast\n");
      expect([await unit.state(), await unit.show("pmd", "Result")]).toEqual([
        "inactive",
        "success",
      ]);
      const groups = ["unified/", ""].map(
        (part) => `sys/fs/cgroup/${part}system.slice/pmd.service`,
      );
      expect(groups.filter((group) => existsSync(join(unit.root, group)))).toEqual([]);
    });

    test("a shutdown by pmc lasts", async () => {
      const a = service("a");
      const unit = await installPmd(a.text);
      const pmd = await start(unit);
      expect((await unit.pmc("shutdown")).status).toBe(0);
      await waitUntil(async () => (await unit.state()) === "inactive");
      expect([isAlive(pmd), a.pids(), unit.processes()]).toEqual([false, [], []]);
    });

    test("an upgrade keeps the pid, and systemd brings the former one back where the new one hangs", async () => {
      const a = service("a");
      const unit = await installPmd(a.text);
      const pmd = await start(unit);
      await waitUntil(() => a.pids().length === 1);
      const before = a.pids();
      expect(await unit.pmc("upgrade")).toMatchObject({ status: 0 });
      expect([unit.pmd(), a.pids(), await unit.state()]).toEqual([pmd, before, "active"]);
      expect(await unit.systemctl("reload", "pmd")).toMatchObject({ status: 0, stderr: "" });

      const hanging = join(unit.folder, "hanging");
      const script = `case "$*" in *--upgraded*) exec sleep 600;; esac\nexec ${launchers.pmd} "$@"`;
      writeFileSync(hanging, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      await unit.pmc("upgrade", "--program", hanging, "--ready-within", "500ms");
      const next = await unit.nextPmd(pmd);
      expect((await unit.pmc("ping")).stdout).toContain("it did not get ready in time");
      // It is the one that systemd knows, and no other waits for its turn.
      await waitUntil(async () => (await unit.state()) === "active");
      expect(unit.outerPid(Number(await unit.show("pmd", "MainPID")))).toBe(next);
      expect(a.pids()).toEqual(before);
      expect((await unit.systemctl("stop", "pmd")).status).toBe(0);
      expect(unit.processes()).toEqual([]);
    });

    test("with a broken configuration it is tried again until that is mended, and what runs runs on", async () => {
      const a = service("a");
      const unit = await installPmd(a.text);
      const pmd = await start(unit);
      await waitUntil(() => a.pids().length === 1);
      const before = a.pids();
      unit.configure("<broken");
      process.kill(pmd, "SIGKILL");
      const attempts: number[] = [];
      await waitUntil(
        async () => {
          const count = Number(await unit.show("pmd", "NRestarts"));
          while (attempts.length < count) attempts.push(performance.now());
          return count >= 6;
        },
        { what: "six attempts", deadlineMs: 60_000 },
      );
      // From systemd 254 on each waits longer than the one before.
      const gaps = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
      expect(systemdVersion < 254 || (gaps.at(-1) ?? 0) > (gaps[0] ?? 0)).toBe(true);
      expect(a.pids()).toEqual(before);
      unit.configure(a.text);
      await unit.nextPmd(pmd);
      await waitUntil(async () => (await unit.state()) === "active");
      expect(a.pids()).toEqual(before);
    });
  },
);
