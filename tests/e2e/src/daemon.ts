import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { execa } from "execa";
import { onTestFinished } from "vitest";

/** The top folder of the repository. */
export const repository: string = join(import.meta.dirname, "../../..");

/** Where the programs are: the launchers of the repository, unless a test installed them elsewhere. */
export interface Programs {
  readonly pmd: string;
  readonly pmc: string;
}

/** The native client, where it was built. */
export const nativeClient: string = join(repository, "apps/pmc/dist/native/pmc");

/** The client on Node. */
export const nodeClient: string = join(repository, "apps/pmc/bin/pmc.js");

/** Each client by itself, since bin/pmc takes the native one when it may. */
export const launchers: Programs = {
  pmd: join(repository, "bin/pmd"),
  pmc: process.env["E2E_CLIENT"] === "native" ? nativeClient : nodeClient,
};

/** What a run of pmc left: exit status and both outputs. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A real pmd of one test, in a folder of its own, on a port of its own. */
export interface Daemon {
  readonly directory: string;
  readonly configFile: string;
  readonly stateDirectory: string;
  readonly pid: number;
  readonly address: string;
  /** Runs pmc against it, as a person of this machine would who only set where to look. */
  pmc(...words: string[]): Promise<Ended>;
  /** The `processes` of `pmc … --json`. */
  rows(...words: string[]): Promise<readonly Row[]>;
  /** SIGKILL to pmd alone; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts pmd again on the same state. */
  restart(): Promise<void>;
  /** What pmd printed so far. */
  output(): string;
}

/** One row of the documented JSON shape. */
export interface Row {
  readonly id: string;
  readonly group: string | null;
  readonly enabled: boolean;
  readonly state: string;
  readonly desired: string;
  readonly ready: boolean;
  readonly pid: number | null;
  readonly restarts: number;
  readonly lastExit: {
    readonly code?: number;
    readonly signal?: string;
    readonly at: string;
  } | null;
  readonly ok?: boolean;
  readonly error?: { readonly code: string; readonly message: string; readonly hint?: string };
}

/** An environment without anything of the caller's that would steer pmc or pmd. */
export function cleanEnvironment(extra: Record<string, string> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && !/^(PMC_|PMD_|DPM_|NO_COLOR|FORCE_COLOR|E2E_)/.test(name),
  ) as [string, string][];
  // What is started by `env node` is to be on the Node of the tests.
  const path = `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`;
  return { ...Object.fromEntries(kept), PATH: path, ...extra };
}

/** Runs a program to its end, with its exit status as a value. */
export async function runProgram(
  program: string,
  words: readonly string[],
  options: { readonly environment?: Record<string, string>; readonly directory?: string } = {},
): Promise<Ended> {
  const result = await execa(program, words, {
    reject: false,
    extendEnv: false,
    env: cleanEnvironment(options.environment),
    cwd: options.directory ?? repository,
    stdin: "ignore",
    timeout: 60_000,
  });
  return { status: result.exitCode ?? -1, stdout: result.stdout, stderr: result.stderr };
}

/** Starts a real pmd on a configuration text; it and its processes end with the test. */
export async function startDaemon(
  configuration: string,
  options: {
    readonly programs?: Programs;
    readonly words?: readonly string[];
    /** How many open descriptors pmd inherits beside its standard ones. */
    readonly inherited?: number;
    readonly environment?: Record<string, string>;
  } = {},
): Promise<Daemon> {
  const programs = options.programs ?? launchers;
  const directory = temporaryDirectory();
  const configFile = join(directory, "pmd.xml");
  const stateDirectory = join(directory, "state");
  const runtimeDirectory = join(directory, "run");
  mkdirSync(runtimeDirectory, { mode: 0o700 });
  writeFileSync(configFile, configuration, { mode: 0o600 });

  let current = { pid: 0, address: "", exited: true };
  let output = "";
  const steer = { PMC_RUNTIME_DIR: runtimeDirectory };

  async function start(): Promise<void> {
    const child = spawn(
      programs.pmd,
      [
        `--config=${configFile}`,
        "--listen=127.0.0.1:0",
        `--state-dir=${stateDirectory}`,
        `--runtime-dir=${runtimeDirectory}`,
        ...(options.words ?? []),
      ],
      {
        stdio: [
          "ignore",
          "pipe",
          "pipe",
          ...Array.from({ length: options.inherited ?? 0 }, () => "ignore" as const),
        ],
        env: cleanEnvironment(options.environment),
        cwd: directory,
      },
    );
    // An object for each start: the end of an earlier pmd may be told after the next one was started.
    const started = { pid: child.pid ?? 0, address: "", exited: false };
    current = started;
    for (const stream of [child.stdout, child.stderr] as Readable[])
      stream.on("data", (data: Buffer) => (output += data.toString()));
    child.on("exit", () => (started.exited = true));
    await waitUntil(
      () => {
        if (started.exited) throw new Error(`pmd ended before it was ready:\n${output}`);
        const published = readPublished(runtimeDirectory);
        if (published?.pid !== started.pid) return false;
        started.address = published.listen[0] ?? "";
        return true;
      },
      { deadlineMs: 30_000, what: "pmd to be ready" },
    );
  }

  await start();
  onTestFinished(async () => {
    if (current.exited) return;
    process.kill(current.pid, "SIGTERM");
    await waitUntil(() => current.exited, { deadlineMs: 30_000, what: "pmd to end" });
  });

  return {
    directory,
    configFile,
    stateDirectory,
    get pid() {
      return current.pid;
    },
    get address() {
      return current.address;
    },
    pmc: (...words) => runProgram(programs.pmc, words, { environment: steer, directory }),
    async rows(...words) {
      const ended = await runProgram(programs.pmc, ["--json", ...words], {
        environment: steer,
        directory,
      });
      const answer = JSON.parse(ended.stdout) as { servers: { processes: Row[] }[] };
      return answer.servers.flatMap((server) => server.processes);
    },
    async kill() {
      process.kill(current.pid, "SIGKILL");
      await waitUntil(() => current.exited, { what: "pmd to be killed" });
    },
    restart: start,
    output: () => output,
  };
}

function readPublished(runtimeDirectory: string): { pid: number; listen: string[] } | undefined {
  try {
    return JSON.parse(readFileSync(join(runtimeDirectory, "pmd.json"), "utf8")) as {
      pid: number;
      listen: string[];
    };
  } catch {
    return undefined;
  }
}
