import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Manager, Place, Service, System } from "../system.ts";
import { lookUp } from "./look-up.ts";

const folder = "/run/systemd/system";
const program = "/lib/systemd/systemd";

function unitOf({ argv, log }: Service): string {
  return [
    "[Unit]",
    "DefaultDependencies=no",
    "StartLimitIntervalSec=0",
    "[Service]",
    `ExecStart=${argv.join(" ")}`,
    "Restart=always",
    "RestartSec=0",
    `StandardOutput=${log.kind === "file" ? `append:${log.path}` : "null"}`,
    "",
  ].join("\n");
}

function prepare(_place: Place, services: readonly Service[]): Manager {
  const wants = join(folder, "bench.target.wants");
  mkdirSync(wants, { recursive: true });
  mkdirSync("/run/lock", { recursive: true });
  writeFileSync(join(folder, "bench.target"), "[Unit]\nDefaultDependencies=no\n");
  for (const service of services) {
    writeFileSync(join(folder, `${service.id}.service`), unitOf(service));
    symlinkSync(`../${service.id}.service`, join(wants, `${service.id}.service`));
  }
  const units = services.map(({ id }) => `${id}.service`);
  return {
    daemon: {
      argv: [program, "--system", "--unit=bench.target", "--log-target=null"],
      environment: { container: "bench" },
    },
    isInit: true,
    answers: () => existsSync("/run/systemd/private"),
    startAll: { argv: ["systemctl", "start", ...units] },
    stopAll: { argv: ["systemctl", "stop", ...units] },
    status: (id) => ({
      argv:
        id === null
          ? ["systemctl", "list-units", "--no-legend", "--no-pager", "--all", "svc-*"]
          : ["systemctl", "show", "--property=ActiveState,SubState,MainPID", `${id}.service`],
    }),
    restart: (id) => ({ argv: ["systemctl", "restart", `${id}.service`] }),
  };
}

/** systemd as PID 1 of its namespace, with no other units than these. */
export const systemd: System = {
  name: "systemd",
  logs: ["default", "file"],
  find: () => {
    if (
      !existsSync("/sys/fs/cgroup/systemd/cgroup.procs") &&
      !existsSync("/sys/fs/cgroup/cgroup.procs")
    )
      return { kind: "missing", why: "systemd needs a cgroup hierarchy, and there is none" };
    return lookUp(
      [program, "--version"],
      (output) => /systemd (\d+)/.exec(output)?.[1] ?? "unknown",
      "apt-get install systemd",
    );
  },
  prepare,
};
