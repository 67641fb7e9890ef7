import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  argumentsOf,
  childrenOf,
  descendantsOf,
  readProcStatus,
  temporaryDirectory,
  waitUntil,
} from "@dpm/test-kit";
import { onTestFinished } from "vitest";
import { type Ended, runProgram } from "../daemon.ts";
import { createCgroups } from "./cgroups.ts";
import { systemdProgram } from "./needs.ts";

/** A systemd that is PID 1 of its namespaces and knows only the units that it was given. */
export interface Machine {
  /** For files that both sides see under this path. */
  readonly folder: string;
  /** The root directory of the inside, seen from outside. */
  readonly root: string;
  /** Runs a command inside. */
  run(program: string, ...words: string[]): Promise<Ended>;
  /** One property of a unit, as systemd tells it. */
  show(unit: string, property: string): Promise<string>;
  /** Everything that runs inside but systemd itself, by the pids of the outside. */
  processes(): readonly number[];
  /** The pid outside of what has this one inside. */
  outerPid(pid: number): number;
}

// What programs look up; the rest of /etc is not the business of a machine that was made for one unit.
const kept = ["passwd", "group", "nsswitch.conf", "hosts", "localtime", "ld.so.cache"];
const targets = ["sysinit", "basic", "network", "shutdown", "multi-user"];
const flags = ["--fork", "--pid", "--mount", "--uts", "--ipc", "--net", "--cgroup", "--mount-proc"];

/** Boots systemd with these files below /etc; it and all that it has started end with the test. */
export async function startMachine(files: Readonly<Record<string, string>>): Promise<Machine> {
  const folder = temporaryDirectory();
  const cgroups = createCgroups(`dpm-e2e-${process.pid}-${Date.now()}`);
  onTestFinished(() => cgroups.remove());
  writeTree(folder, files);
  const lines = [
    "set -e",
    `mount --bind ${folder}/etc /etc`,
    `mount --bind ${folder}/units /lib/systemd/system`,
    // Generators would make units of what this machine has.
    `mount --bind ${folder}/none /lib/systemd/system-generators`,
    "mount -t tmpfs inside /run",
    "mount -t tmpfs inside /var",
    "mkdir -p /run/lock /var/lib /var/log /var/tmp",
    ...cgroups.mountLines,
    `exec env -i PATH=${dirname(process.execPath)}:/usr/sbin:/usr/bin:/sbin:/bin container=e2e ${systemdProgram} --system --unit=basic.target --log-target=null --show-status=no`,
  ];
  const enter = cgroups.groups.map((group) => `echo $$ > ${join(group, "cgroup.procs")};`);
  const outer = spawn(
    "/bin/sh",
    [
      "-c",
      `${enter.join(" ")} exec unshare ${flags.join(" ")} --kill-child sh -c "$0"`,
      lines.join("\n"),
    ],
    { stdio: "ignore" },
  );
  onTestFinished(async () => {
    // The first process of a namespace takes all others of it along.
    outer.kill("SIGKILL");
    if (outer.exitCode === null && outer.signalCode === null) await once(outer, "exit");
  });
  const init = await waitUntil(
    () => {
      if (outer.exitCode !== null) throw new Error(`unshare ended with ${outer.exitCode}`);
      const [child = 0] = childrenOf(outer.pid ?? 0);
      const isBooted = existsSync(`/proc/${child}/root/run/systemd/private`);
      return argumentsOf(child)?.[0] === systemdProgram && isBooted && child;
    },
    { what: "systemd to listen", deadlineMs: 30_000 },
  );
  const enterWords = ["-t", String(init), "-m", "-p", "-u", "-i", "-n", "-C"];
  const machine: Machine = {
    folder,
    root: `/proc/${init}/root`,
    run: (program, ...words) => runProgram("nsenter", [...enterWords, program, ...words]),
    show: async (unit, property) =>
      (await machine.run("systemctl", "show", "--value", "-p", property, unit)).stdout,
    processes: () => descendantsOf(init),
    outerPid(pid) {
      const inner = (outside: number): string | undefined =>
        readProcStatus(outside)?.["NSpid"]?.split(/\s+/).at(-1);
      const found = machine.processes().find((outside) => inner(outside) === String(pid));
      if (found === undefined) throw new Error(`nothing inside has the pid ${pid}`);
      return found;
    },
  };
  return machine;
}

function writeTree(folder: string, files: Readonly<Record<string, string>>): void {
  for (const name of ["etc", "units", "none"]) mkdirSync(join(folder, name));
  for (const name of kept)
    if (existsSync(join("/etc", name))) copyFileSync(join("/etc", name), join(folder, "etc", name));
  writeFileSync(join(folder, "etc/machine-id"), `${"0123456789abcdef".repeat(2)}\n`);
  for (const target of targets)
    writeFileSync(join(folder, "units", `${target}.target`), "[Unit]\nDefaultDependencies=no\n");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "etc", path)), { recursive: true });
    writeFileSync(join(folder, "etc", path), text);
  }
}
