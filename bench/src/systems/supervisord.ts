import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import type { Manager, Place, Requests, Service, System } from "../system.ts";
import { lookUp } from "./look-up.ts";

function sectionOf({ id, argv, log }: Service): string[] {
  const lines = [`[program:${id}]`, `command=${argv.join(" ")}`, "autorestart=true"];
  if (log.kind !== "rotated") return lines;
  mkdirSync(log.directory, { recursive: true });
  return [
    ...lines,
    `stdout_logfile=${join(log.directory, "service.log")}`,
    `stdout_logfile_maxbytes=${log.maxBytes}`,
    `stdout_logfile_backups=${log.backups}`,
  ];
}

/** XML-RPC over one kept-alive connection, as supervisorctl speaks it. */
function connectTo(socketPath: string, id: string): Requests {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const body =
    `<?xml version="1.0"?><methodCall><methodName>supervisor.getProcessInfo</methodName>` +
    `<params><param><value><string>${id}</string></value></param></params></methodCall>`;
  const headers = { "content-type": "text/xml", "content-length": Buffer.byteLength(body) };
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { agent, socketPath, path: "/RPC2", method: "POST", headers },
        (answer) => {
          answer.resume();
          answer.on("end", () =>
            answer.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${answer.statusCode}`)),
          );
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });
  return { inFlight: 1, ask, close: () => agent.destroy() };
}

function prepare(place: Place, services: readonly Service[]): Manager {
  const file = join(place.directory, "supervisord.conf");
  const socket = join(place.directory, "supervisor.sock");
  const logs = join(place.directory, "supervisor-logs");
  mkdirSync(logs);
  const sections = [
    "[unix_http_server]",
    `file=${socket}`,
    "[supervisord]",
    "nodaemon=true",
    "user=root",
    "minfds=20000",
    `logfile=${join(place.directory, "supervisord.log")}`,
    `pidfile=${join(place.directory, "supervisord.pid")}`,
    `childlogdir=${logs}`,
    "[rpcinterface:supervisor]",
    "supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface",
    "[supervisorctl]",
    `serverurl=unix://${socket}`,
    ...services.flatMap(sectionOf),
    "",
  ];
  writeFileSync(file, sections.join("\n"));
  const control = (...words: string[]): { argv: [string, ...string[]] } => ({
    argv: ["supervisorctl", "-c", file, ...words],
  });
  return {
    daemon: { argv: ["supervisord", "-n", "-c", file] },
    answers: () => existsSync(socket),
    startAll: control("start", "all"),
    stopAll: control("stop", "all"),
    status: (id) => control("status", ...(id === null ? [] : [id])),
    restart: (id) => control("restart", id),
    connect: async () => connectTo(socket, services[0]?.id ?? ""),
  };
}

/** supervisord, one process for everything. */
export const supervisord: System = {
  name: "supervisord",
  logs: ["default", "rotated"],
  find: () =>
    lookUp(["supervisord", "--version"], (output) => output, "apt-get install supervisor"),
  prepare,
};
