import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Manager, Place, Service, System } from "../system.ts";
import { lookUpPackage } from "./look-up.ts";
import { quote, writeScript } from "./script.ts";

function writeService(folder: string, { argv, log }: Service): void {
  writeScript(join(folder, "run"), `exec ${argv.map(quote).join(" ")}`);
  if (log.kind !== "rotated") return;
  writeScript(join(folder, "log/run"), `exec svlogd ${quote(log.directory)}`);
  mkdirSync(log.directory, { recursive: true });
  writeFileSync(join(log.directory, "config"), `s${log.maxBytes}\nn${log.backups}\n`);
}

function prepare(place: Place, services: readonly Service[]): Manager {
  const root = join(place.directory, "service");
  for (const service of services) writeService(join(root, service.id), service);
  const folders = services.map(({ id }) => join(root, id));
  const last = folders.at(-1) ?? root;
  return {
    daemon: { argv: ["runsvdir", root] },
    answers: () => existsSync(join(last, "supervise/ok")),
    startAll: { argv: ["sv", "up", ...folders] },
    stopAll: { argv: ["sv", "down", ...folders] },
    status: (id) => ({ argv: ["sv", "status", ...(id === null ? folders : [join(root, id)])] }),
    restart: (id) => ({ argv: ["sv", "restart", join(root, id)] }),
  };
}

/** runsvdir, one runsv a service. */
export const runit: System = {
  name: "runit",
  logs: ["default", "rotated"],
  find: () => lookUpPackage("runsvdir", "runit"),
  prepare,
};
