import { existsSync, mkdirSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "@dpm/test-kit";

/** Hierarchies in which systemd makes groups, with how each is mounted anew inside. */
const hierarchies = [
  { path: "/sys/fs/cgroup/systemd", mount: "-t cgroup -o none,name=systemd" },
  { path: "/sys/fs/cgroup/unified", mount: "-t cgroup2" },
  { path: "/sys/fs/cgroup", mount: "-t cgroup2" },
] as const;

/** A group of its own in each hierarchy, below which a systemd of a test does as it likes. */
export interface Cgroups {
  readonly groups: readonly string[];
  /** Shell commands that show the inside only its own groups. */
  readonly mountLines: readonly string[];
  /** Of what runs in them nothing may be alive any more. */
  remove(): Promise<void>;
}

/** Makes the groups; throws where that is not allowed. */
export function createCgroups(name: string): Cgroups {
  const present = hierarchies.filter(({ path }) => existsSync(join(path, "cgroup.procs")));
  const groups = present.map(({ path }) => join(path, name));
  for (const group of groups) mkdirSync(group);
  return {
    groups,
    mountLines: present.map(({ path, mount }) => `umount ${path} && mount ${mount} inside ${path}`),
    async remove() {
      for (const group of groups)
        await waitUntil(() => removeTree(group), { what: `${group} to be empty` });
    },
  };
}

function removeTree(group: string): boolean {
  for (const entry of readdirSync(group, { withFileTypes: true }))
    if (entry.isDirectory()) removeTree(join(group, entry.name));
  rmdirSync(group);
  return true;
}
