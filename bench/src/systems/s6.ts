import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command, Manager, Place, Service, System } from "../system.ts";
import { lookUpPackage } from "./look-up.ts";
import { quote, writeScript } from "./script.ts";

function writeService(folder: string, { argv, log }: Service): void {
  // What never says that it is ready waits a second before each restart.
  const program = argv.map(quote).join(" ");
  writeScript(join(folder, "run"), `echo >&3\nexec ${program} 3>&-`);
  writeFileSync(join(folder, "notification-fd"), "3\n");
  if (log.kind !== "rotated") return;
  mkdirSync(log.directory, { recursive: true });
  const words = ["s6-log", `n${log.backups}`, `s${log.maxBytes}`, log.directory];
  writeScript(join(folder, "log/run"), `exec ${words.map(quote).join(" ")}`);
}

function prepare(place: Place, services: readonly Service[]): Manager {
  const root = join(place.directory, "service");
  for (const service of services) writeService(join(root, service.id), service);
  const folders = services.map(({ id }) => join(root, id));
  const last = folders.at(-1) ?? root;
  // Its commands take one service each.
  const each = (command: string): Command => ({
    argv: ["/bin/sh", "-c", `for s in ${quote(root)}/*; do ${command} "$s"; done`],
  });
  return {
    daemon: { argv: ["s6-svscan", "-c", String(Math.max(500, services.length * 2)), root] },
    answers: () => existsSync(join(last, "supervise/control")),
    startAll: each("s6-svc -u"),
    stopAll: each("s6-svc -d"),
    status: (id) => (id === null ? each("s6-svstat") : { argv: ["s6-svstat", join(root, id)] }),
    restart: (id) => ({ argv: ["s6-svc", "-wr", "-T", "20000", "-r", join(root, id)] }),
  };
}

/** s6-svscan, one s6-supervise a service. */
export const s6: System = {
  name: "s6",
  logs: ["default", "rotated"],
  find: () => lookUpPackage("s6-svscan", "s6"),
  prepare,
};
