import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, connect } from "@dpm/rpc";
import type { Result } from "@dpm/pdu";
import { dial, parseAddress } from "@dpm/socket";
import {
  isAlive,
  processesWithArgument,
  type StartedProgram,
  startProgram,
  temporaryDirectory,
  waitUntil,
} from "@dpm/test-kit";
import { onTestFinished } from "vitest";

type Command = Parameters<Client["request"]>[0];
type ProcessResult = Extract<Result, { payload: "processes" }>["processes"]["rows"][number];
export type Status = NonNullable<ProcessResult["status"]>;

/** The program, run from its sources. */
export const mainFile: string = new URL("../src/main.ts", import.meta.url).pathname;
export const pmdCommand: readonly [string, ...string[]] = [
  process.execPath,
  "--no-warnings",
  mainFile,
];

/** What a daemon tells about where it is. */
export interface Published {
  readonly pid: number;
  readonly listen: readonly string[];
  readonly socket: string | null;
  readonly stateDirectory: string;
}

/** A real daemon of one test, with a folder and a port of its own; it and its processes end with the test. */
export interface RunningDaemon {
  readonly directory: string;
  readonly configFile: string;
  readonly stateDirectory: string;
  readonly program: StartedProgram;
  readonly published: Published;
  /** `127.0.0.1:PORT` */
  readonly address: string;
  configure(text: string): void;
  /** A new connection. */
  connect(address?: string): Promise<Client>;
  /** All results of one request on a connection of its own. */
  request(command: Command): Promise<Result[]>;
  /** The rows of one request, the last of each process. */
  rows(command: Command): Promise<ProcessResult[]>;
  /** The statuses by id. */
  statuses(): Promise<Record<string, Status>>;
  pid(id: string): Promise<number>;
  /** SIGKILL to the daemon alone. */
  kill(): Promise<void>;
  /** A new daemon on the same state. */
  restart(): Promise<void>;
  log(): string;
}

export interface StartOptions {
  readonly words?: readonly string[];
  /** What becomes pmd in the end, such as a command that sets limits. */
  readonly prefix?: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** Port 0 of loopback unless told; null: as configured. */
  readonly listen?: string | null;
  /** The runtime directory, where the words name one. */
  readonly publishedIn?: string;
}

/** Wraps processes into a whole configuration. */
export const configured = (processes: string): string =>
  `<processManager>${processes}</processManager>`;

/** Starts pmd on a configuration and waits until it is ready. */
export async function startPmd(
  configuration: string,
  options: StartOptions = {},
): Promise<RunningDaemon> {
  const directory = temporaryDirectory();
  const configFile = join(directory, "pmd.xml");
  const stateDirectory = join(directory, "s");
  writeFileSync(configFile, configuration);
  const listen = options.listen === undefined ? "127.0.0.1:0" : options.listen;
  const words = ["--config", configFile, "--state-dir", stateDirectory, ...(options.words ?? [])];
  if (listen !== null) words.push("--listen", listen);
  const runtimeDirectory = options.publishedIn ?? join(stateDirectory, "run");
  const command: readonly [string, ...string[]] =
    options.prefix === undefined ? pmdCommand : [...options.prefix, ...pmdCommand];
  const launch = (): StartedProgram =>
    startProgram([...command, ...words], {
      cwd: directory,
      env: { ...process.env, ...options.environment },
    });
  let program = launch();
  let published = await ready(program, runtimeDirectory);
  // What runs on after a kill of pmd is not a descendant of the test any more.
  onTestFinished(() => endProcessesOf(program, stateDirectory), 40_000);

  const daemon: RunningDaemon = {
    directory,
    configFile,
    stateDirectory,
    get program() {
      return program;
    },
    get published() {
      return published;
    },
    get address() {
      return published.listen[0] ?? "";
    },
    configure: (text) => writeFileSync(configFile, text),
    async connect(address = published.listen[0] ?? "") {
      const connection = await dial(parseAddress(address), { timeoutMs: 10_000 });
      const token = readFileSync(join(stateDirectory, "token"), "utf8").trim();
      const client = await connect(connection, {
        client: "test 1.0",
        ...(address.startsWith("unix:") ? {} : { token: new TextEncoder().encode(token) }),
      });
      onTestFinished(() => client.close());
      return client;
    },
    async request(command) {
      const client = await daemon.connect();
      const results: Result[] = [];
      for await (const result of client.request(command, { timeoutMs: 60_000 }))
        results.push(result);
      client.close();
      return results;
    },
    async rows(command) {
      const last = new Map<string, ProcessResult>();
      for (const result of await daemon.request(command)) {
        if (result.payload !== "processes") continue;
        for (const row of result.processes.rows) last.set(row.status?.id ?? "", row);
      }
      return [...last.values()];
    },
    async statuses() {
      const rows = await daemon.rows({ ping: {} });
      return Object.fromEntries(
        rows.flatMap(({ status }) => (status === null ? [] : [[status.id, status]])),
      );
    },
    pid: (id) =>
      waitUntil(async () => (await daemon.statuses())[id]?.pid ?? null, {
        what: `a pid of ${id}`,
        deadlineMs: 20_000,
      }),
    async kill() {
      process.kill(published.pid, "SIGKILL");
      await program.ended;
    },
    async restart() {
      program = launch();
      published = await ready(program, runtimeDirectory);
    },
    log: () => program.stderr(),
  };
  return daemon;
}

async function ready(program: StartedProgram, runtimeDirectory: string): Promise<Published> {
  let ended = false;
  void program.ended.then(() => (ended = true));
  return waitUntil(
    () => {
      if (ended) throw new Error(`pmd ended: ${program.stdout()}${program.stderr()}`);
      const published = readPublishedIn(runtimeDirectory);
      return published?.pid === program.pid ? published : null;
    },
    { what: "pmd to be ready", deadlineMs: 30_000 },
  );
}

/** The guardians of a state directory, which stands in the command that they guard. */
export function guardiansOf(stateDirectory: string): readonly number[] {
  return processesWithArgument("pmd-guardian").filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`\0${stateDirectory}\0`);
    } catch {
      return false;
    }
  });
}

/** What the daemon of a state directory has published; null when it has not. */
export function readPublished(stateDirectory: string): Published | null {
  return readPublishedIn(join(stateDirectory, "run"));
}

function readPublishedIn(runtimeDirectory: string): Published | null {
  try {
    return JSON.parse(readFileSync(join(runtimeDirectory, "pmd.json"), "utf8")) as Published;
  } catch {
    return null;
  }
}

async function endProcessesOf(program: StartedProgram, stateDirectory: string): Promise<void> {
  if (isAlive(program.pid)) {
    await endAtOnce(program);
    return;
  }
  if ((await program.ended).signal === null) return;
  // It was killed: a last daemon adopts what it has left behind, and takes it along.
  const words = ["--config", join(stateDirectory, "../pmd.xml"), "--state-dir", stateDirectory];
  const last = startProgram([...pmdCommand, ...words, "--listen", "127.0.0.1:0"]);
  await ready(last, join(stateDirectory, "run"));
  await endAtOnce(last);
}

async function endAtOnce(program: StartedProgram): Promise<void> {
  program.signal("SIGTERM");
  await waitUntil(() => !isAlive(program.pid) || program.stderr().includes("SIGTERM: "), {
    deadlineMs: 20_000,
  });
  if (isAlive(program.pid)) program.signal("SIGTERM");
  await program.ended;
}
