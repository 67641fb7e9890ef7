import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./repository.ts";
import type { SystemName } from "./system.ts";
import { systems } from "./systems/index.ts";

const packages: Partial<Record<SystemName, string>> = {
  limit: "gcc",
  runit: "runit",
  s6: "s6",
  systemd: "systemd",
  supervisord: "supervisor",
};

/** Fetches those of these systems that are missing; what can't be fetched stays missing and is skipped. */
export function installPeers(names: readonly SystemName[]): void {
  const missing = names.filter((name) => systems[name].find(cacheFolder).kind === "missing");
  const wanted = missing.flatMap((name) => packages[name] ?? []);
  if (wanted.length > 0)
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...wanted], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  if (!missing.includes("pm2")) return;
  const folder = join(cacheFolder, "pm2");
  mkdirSync(folder, { recursive: true });
  const words = [
    "install",
    "--prefix",
    folder,
    "--no-audit",
    "--no-fund",
    "--omit=optional",
    "pm2",
  ];
  spawnSync("npm", words, { stdio: ["ignore", "ignore", "inherit"] });
}
