import { join } from "node:path";
import type { Manager, Place, Service, System } from "../system.ts";
import { lookUp } from "./look-up.ts";

function prepare(place: Place, services: readonly Service[]): Manager {
  const [first] = services;
  if (first === undefined) throw new Error("the limit has no services to run");
  const program = (name: string): string => join(place.programs, name);
  const answers = (): boolean => true;
  if (first.log.kind === "rotated") {
    const log = join(first.log.directory, "service.log");
    const limit = String(first.log.maxBytes);
    return { daemon: { argv: [program("pump"), log, limit, ...first.argv] }, answers };
  }
  if (first.log.kind === "file") {
    const script = `exec "$@" > '${first.log.path}'`;
    return { daemon: { argv: ["/bin/sh", "-c", script, "sh", ...first.argv] }, answers };
  }
  const count = String(services.length);
  return {
    daemon: { argv: [program("limit"), count, place.stamps, program("service")] },
    answers,
    stopAll: { signal: "SIGTERM" },
  };
}

/** C programs that do the least that is possible. */
export const limit: System = {
  name: "limit",
  logs: ["default", "rotated", "file"],
  find: () =>
    lookUp(["gcc", "-dumpfullversion"], (output) => `gcc ${output}`, "apt-get install gcc"),
  prepare,
};
