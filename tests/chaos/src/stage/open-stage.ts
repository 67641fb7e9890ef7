import { mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive, processesWithArgument, waitUntil } from "@dpm/test-kit";
import type { Result } from "@dpm/pdu";
import { onTestFinished } from "vitest";
import { pmdFromSources } from "../pmd-command.ts";
import { ask, type Answer, type Command } from "../world/ask.ts";
import { type DaemonLife, type LaunchTerms, startDaemon } from "../world/daemon.ts";
import { endProcesses } from "../world/end-processes.ts";

/** The status of a process, as pmd tells it. */
export type Status = NonNullable<
  Extract<Result, { payload: "processes" }>["processes"]["rows"][number]["status"]
>;

/** A real pmd of one test, to do things to. */
export interface Stage {
  readonly folder: string;
  readonly socket: string;
  readonly pid: number;
  readonly life: DaemonLife;
  ask(command: Command): Promise<Answer>;
  statuses(): Promise<ReadonlyMap<string, Status>>;
  /** The messages of what troubles pmd. */
  troubles(): Promise<readonly string[]>;
  /** How long a ping takes, connection and all, in milliseconds. */
  pingMs(): Promise<number>;
  configure(processes: string): void;
  start(terms?: LaunchTerms): Promise<void>;
  /** One more pmd on the same state; resolves with how it ended. */
  startAnother(): Promise<string>;
  kill(): Promise<void>;
}

/** Starts pmd with these `<process>` elements; it and all that it started end with the test. */
export async function openStage(processes: string, terms: LaunchTerms = {}): Promise<Stage> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dpm-stage-")));
  const socket = join(folder, "state/run/pmd.sock");
  const words = ["--config", join(folder, "pmd.xml"), "--state-dir", join(folder, "state")];
  const plan = {
    folder,
    command: pmdFromSources,
    words: [...words, "--listen", "127.0.0.1:0"],
  };
  let pid = 0;
  let life: DaemonLife | null = null;
  const stage: Stage = {
    folder,
    socket,
    get pid() {
      return pid;
    },
    get life() {
      if (life === null) throw new Error("not started");
      return life;
    },
    ask: (command) => ask({ folder, socket }, command),
    statuses: async () =>
      new Map(rowsOf(await stage.ask({ ping: {} })).map((status) => [status.id, status])),
    troubles: async () =>
      (await stage.ask({ ping: {} })).results.flatMap((result) =>
        result.payload === "server" ? result.server.troubles.map(({ message }) => message) : [],
      ),
    pingMs: async () => {
      const begun = performance.now();
      const answer = await stage.ask({ ping: {} });
      if (answer.kind !== "answered") throw new Error(answer.reason);
      return performance.now() - begun;
    },
    configure: (text) => {
      const file = join(folder, "pmd.xml");
      writeFileSync(`${file}.new`, `<processManager>${text}</processManager>`, { mode: 0o644 });
      renameSync(`${file}.new`, file);
    },
    start: async (wished = {}) => {
      life = startDaemon(plan, wished);
      const published = await life.ready;
      if (published === null) throw new Error(`pmd ended with ${await life.ended}`);
      pid = published.pid;
    },
    startAnother: () => startDaemon(plan).ended,
    kill: async () => {
      await life?.kill();
    },
  };
  stage.configure(processes);
  onTestFinished(async () => {
    await stage.kill();
    await endProcesses({ folder, marker: folder });
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }, 60_000);
  await stage.start(terms);
  return stage;
}

function rowsOf(answer: Answer): readonly Status[] {
  return answer.results
    .flatMap((result) => (result.payload === "processes" ? result.processes.rows : []))
    .flatMap(({ status }) => (status === null ? [] : [status]));
}

/** Waits for a living process of a service other than the one that it had. */
export function otherPid(stage: Stage, id: string, before: number | undefined): Promise<number> {
  return waitUntil(
    async () => {
      const pid = (await stage.statuses()).get(id)?.pid;
      return pid !== undefined && pid !== before && isAlive(pid) && pid;
    },
    { what: `another process of ${id}`, deadlineMs: 30_000 },
  );
}

let next = 0;

/**
 * A `sleep` that no other process of this machine does, so that it can be counted. It ends with the test, also one that
 * shows by no file or argument whose it is.
 */
export function uniqueSleep(): {
  readonly command: string;
  readonly pids: () => readonly number[];
} {
  next += 1;
  const seconds = `${process.pid}${Math.floor(Math.random() * 1e6)}.${next}`;
  const pids = (): readonly number[] => processesWithArgument(seconds);
  onTestFinished(() => {
    for (const pid of pids()) process.kill(pid, "SIGKILL");
  });
  return { command: `sleep ${seconds}`, pids };
}
