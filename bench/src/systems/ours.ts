import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@dpm/rpc";
import { dial, parseAddress } from "@dpm/socket";
import { repository } from "../repository.ts";
import type { Command, Manager, Place, Requests, Service, ServiceLog, System } from "../system.ts";

function outputOf(log: ServiceLog): Record<string, unknown> {
  switch (log.kind) {
    case "default":
      return {};
    case "merged":
      return { redirectStderr: true };
    case "file":
      return { capture: "file", stdoutLogfile: log.path };
    case "rotated":
      return {
        stdoutLogfile: join(log.directory, "service.log"),
        logMaxBytes: log.maxBytes,
        logBackups: log.backups,
      };
  }
}

const processOf = ({ id, argv: [command, ...args], log }: Service): Record<string, unknown> => ({
  id,
  command,
  arg: args,
  restart: "always",
  ...outputOf(log),
});

async function connectTo(stateDirectory: string, id: string): Promise<Requests> {
  const { listen } = JSON.parse(readFileSync(join(stateDirectory, "run/pmd.json"), "utf8")) as {
    listen: string[];
  };
  const connection = await dial(parseAddress(listen[0] ?? ""), { timeoutMs: 10_000 });
  const token = new TextEncoder().encode(
    readFileSync(join(stateDirectory, "token"), "utf8").trim(),
  );
  const client = await connect(connection, { client: "bench", token });
  await client.permission();
  return {
    inFlight: 128,
    async ask() {
      for await (const _result of client.request(
        { ping: { selector: { ids: [id] } } },
        { timeoutMs: 30_000 },
      ));
    },
    close: () => client.close(),
  };
}

function prepare(place: Place, services: readonly Service[]): Manager {
  const file = join(place.directory, "pmd.json");
  const state = join(place.directory, "state");
  writeFileSync(file, JSON.stringify({ process: services.map(processOf) }));
  const pmc = (...words: string[]): Command => ({
    argv: [join(repository, "bin/pmc"), ...words],
    environment: { PMC_RUNTIME_DIR: join(state, "run") },
  });
  const words = ["--config", file, "--state-dir", state, "--listen", "127.0.0.1:0"];
  return {
    daemon: { argv: [join(repository, "bin/pmd"), ...words, "--log-level", "warn"] },
    answers: () => existsSync(join(state, "run/pmd.json")),
    startAll: pmc("start", "--timeout", "5min"),
    stopAll: pmc("stop", "--timeout", "5min"),
    status: (id) => pmc("ping", ...(id === null ? [] : [id])),
    restart: (id) => pmc("restart", id),
    connect: () => connectTo(state, services[0]?.id ?? ""),
  };
}

/** pmd and pmc as they are built in this repository. */
export const ours: System = {
  name: "ours",
  logs: ["default", "merged", "rotated", "file"],
  find: () => {
    if (!existsSync(join(repository, "apps/pmd/dist/main.js")))
      return { kind: "missing", why: "pmd is not built: npx -y pnpm@12 build" };
    const manifest = readFileSync(join(repository, "apps/pmd/package.json"), "utf8");
    return { kind: "found", version: (JSON.parse(manifest) as { version: string }).version };
  },
  prepare,
};
