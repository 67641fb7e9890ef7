import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";

export const systemdProgram: string = "/lib/systemd/systemd";

const answer = (program: string, words: readonly string[]): string | null => {
  const { status, stdout } = spawnSync(program, words, { encoding: "utf8" });
  return status === 0 ? stdout : null;
};

/** The version of systemd; 0 where there is none. */
export const systemdVersion: number = Number(
  /^systemd (\d+)/.exec(answer(systemdProgram, ["--version"]) ?? "")?.[1] ?? 0,
);

/** Why systemd can't run as the first process of namespaces here; empty where it can. */
export const missing: string = findMissing();

function findMissing(): string {
  if (systemdVersion === 0) return "needs systemd";
  if (process.getuid?.() !== 0) return "needs root";
  if (answer("unshare", ["--fork", "--pid", "--mount", "--cgroup", "true"]) === null)
    return "needs unshare of util-linux, and namespaces";
  return ["/sys/fs/cgroup/systemd", "/sys/fs/cgroup"].some(mayMakeGroups)
    ? ""
    : "needs cgroups that may be written to";
}

function mayMakeGroups(path: string): boolean {
  if (!existsSync(`${path}/cgroup.procs`)) return false;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
