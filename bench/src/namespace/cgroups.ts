import { existsSync, mkdirSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Hierarchies in which managers make groups, with how each is mounted anew inside. */
const hierarchies = [
  { path: "/sys/fs/cgroup/systemd", mount: "-t cgroup -o none,name=systemd" },
  { path: "/sys/fs/cgroup/unified", mount: "-t cgroup2" },
  { path: "/sys/fs/cgroup", mount: "-t cgroup2" },
] as const;

/** A group of its own in each hierarchy, so that what a manager leaves there can be removed. */
export interface Cgroups {
  readonly groups: readonly string[];
  /** Shell commands that show the inside only its own groups. */
  readonly mountLines: readonly string[];
  remove(): Promise<void>;
}

/** Makes the groups; none where the system has none or lets nobody. */
export function createCgroups(name: string): Cgroups {
  const groups: string[] = [];
  const mountLines: string[] = [];
  for (const { path, mount } of hierarchies) {
    if (!existsSync(join(path, "cgroup.procs"))) continue;
    try {
      mkdirSync(join(path, name));
    } catch {
      continue;
    }
    groups.push(join(path, name));
    mountLines.push(`umount ${path} && mount ${mount} bench ${path}`);
  }
  return {
    groups,
    mountLines,
    async remove() {
      for (const group of groups) await removeTree(group);
    },
  };
}

async function removeTree(group: string): Promise<void> {
  for (const entry of readdirSync(group, { withFileTypes: true }))
    if (entry.isDirectory()) await removeTree(join(group, entry.name));
  // Its last process may be ending still.
  for (let turn = 0; ; turn += 1) {
    try {
      rmdirSync(group);
      return;
    } catch (error) {
      if (turn === 500) throw error;
      await sleep(10);
    }
  }
}
