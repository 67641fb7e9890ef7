import { spawn } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { cacheFolder } from "../repository.ts";
import type { Plan, Report } from "../stage/plan.ts";
import { quote } from "../systems/script.ts";
import { createCgroups } from "./cgroups.ts";

const inside = join(import.meta.dirname, "../inside.ts");
const flags = [
  "--fork",
  "--pid",
  "--mount",
  "--uts",
  "--ipc",
  "--cgroup",
  "--mount-proc",
  "--kill-child",
];

/** Carries a plan out in namespaces of its own, on a tmpfs; all of it is gone afterwards. */
export async function runInside(
  plan: Omit<Plan, "place">,
  programs: string,
  report: (report: Report) => void,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "dpm-bench-"));
  const cgroups = createCgroups(`dpm-bench-${process.pid}-${Date.now()}`);
  const place = { directory, stamps: join(directory, "stamps"), programs, cache: cacheFolder };
  const lines = [
    "set -e",
    `mount -t tmpfs bench ${quote(directory)}`,
    "mount -t tmpfs bench /run",
    ...cgroups.mountLines,
    'exec "$@"',
  ];
  const enter = cgroups.groups.map((group) => `echo $$ > ${quote(join(group, "cgroup.procs"))};`);
  // As many open files as it may have: ten thousand services need more than is usual.
  const most = 'ulimit -n "$(ulimit -H -n)";';
  const child = spawn(
    "/bin/sh",
    [
      "-c",
      `${enter.join(" ")} ${most} exec "$@"`,
      "sh",
      "unshare",
      ...flags,
      ...(process.getuid?.() === 0 ? [] : ["--map-root-user"]),
      "/bin/sh",
      "-c",
      lines.join("\n"),
      "sh",
      join(programs, "init"),
      join(directory, "init"),
      process.execPath,
      "--no-warnings",
      inside,
      JSON.stringify({ ...plan, place }),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  let done = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as Report;
    report(told);
    if (told.kind !== "done") continue;
    done = true;
    // A manager that is PID 1 would live on.
    child.kill("SIGKILL");
  }
  const code = await ended;
  await cgroups.remove();
  rmdirSync(directory);
  if (!done) throw new Error(`${plan.system}: the measurement ended early, exit ${code}`);
}
