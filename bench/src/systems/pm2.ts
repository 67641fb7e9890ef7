import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Manager, Place, Service, System } from "../system.ts";

const programIn = (cache: string): string => join(cache, "pm2/node_modules/pm2/bin/pm2");

function appOf({ id, argv: [script, ...args], log }: Service): Record<string, unknown> {
  const app = { name: id, script, args, interpreter: "none", vizion: false, autorestart: true };
  if (log.kind !== "rotated") return app;
  mkdirSync(log.directory, { recursive: true });
  // It has no rotation of its own.
  return { ...app, out_file: join(log.directory, "service.log"), error_file: "/dev/null" };
}

function prepare(place: Place, services: readonly Service[]): Manager {
  const home = join(place.directory, "pm2");
  mkdirSync(home);
  const file = join(place.directory, "ecosystem.config.json");
  writeFileSync(file, JSON.stringify({ apps: services.map(appOf) }));
  const pm2 = (...words: string[]): Manager["daemon"] => ({
    argv: [process.execPath, programIn(place.cache), ...words],
    environment: { PM2_HOME: home, HOME: home, PM2_DISCRETE_MODE: "true" },
  });
  return {
    daemon: pm2("start", file),
    answers: () => existsSync(join(home, "rpc.sock")),
    startAll: pm2("start", "all"),
    stopAll: pm2("stop", "all"),
    status: (id) => (id === null ? pm2("ls") : pm2("describe", id)),
    restart: (id) => pm2("restart", id),
  };
}

/** pm2's daemon, and its command line for everything. */
export const pm2: System = {
  name: "pm2",
  logs: ["default", "rotated"],
  find: (cache) => {
    const manifest = join(cache, "pm2/node_modules/pm2/package.json");
    if (!existsSync(manifest))
      return {
        kind: "missing",
        why: "pm2 is not in the cache folder: pnpm bench --install",
      };
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    return { kind: "found", version };
  },
  prepare,
};
