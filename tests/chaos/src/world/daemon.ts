import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, waitUntil } from "@dpm/test-kit";

/** Where a daemon of a world is and with which words it is started. */
export interface DaemonPlan {
  readonly folder: string;
  readonly command: readonly [string, ...string[]];
  readonly words: readonly string[];
}

/** How one start differs from the usual one. */
export interface LaunchTerms {
  readonly environment?: Readonly<Record<string, string>>;
  /** Put before the command, such as strace. */
  readonly prefix?: readonly string[];
}

/** What pmd publishes when it answers. */
export interface Published {
  readonly pid: number;
  readonly listen: readonly string[];
  readonly socket: string | null;
  readonly stateDirectory: string;
}

/** One life of a pmd: from its start to its death. */
export interface DaemonLife {
  /** Resolves when it answers; null when it ended before. */
  readonly ready: Promise<Published | null>;
  readonly ended: Promise<string>;
  isOver(): boolean;
  /** SIGKILL to pmd alone, whoever runs it; resolves when it is gone. */
  kill(): Promise<void>;
  child: ChildProcess;
}

/** Starts pmd. */
export function startDaemon(plan: DaemonPlan, terms: LaunchTerms = {}): DaemonLife {
  const logFile = join(plan.folder, "pmd.log");
  appendFileSync(logFile, `--- start ${JSON.stringify(terms)}\n`);
  const output = openSync(logFile, "a");
  const [program, ...words] = [...(terms.prefix ?? []), ...plan.command, ...plan.words];
  const child = spawn(program ?? "", words, {
    cwd: plan.folder,
    env: { ...cleanEnvironment(), ...terms.environment },
    stdio: ["ignore", output, output],
    detached: true,
  });
  closeSync(output);
  let over = false;
  const ended = new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      over = true;
      resolve(signal ?? `exit ${code}`);
    });
  });
  const before = readPublished(plan.folder)?.pid;
  const ready = waitUntil(
    () => {
      if (over) return "ended";
      const published = readPublished(plan.folder);
      if (published === null || published.pid === before) return null;
      return isAlive(published.pid) && published;
    },
    { what: "pmd to be ready", deadlineMs: 60_000 },
  ).then((found) => (found === "ended" ? null : found));
  return {
    ready,
    ended,
    child,
    isOver: () => over,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** What the last pmd that became ready has published; null when none has, or it took it away. */
export function readPublished(folder: string): Published | null {
  try {
    return JSON.parse(readFileSync(join(folder, "state/run/pmd.json"), "utf8")) as Published;
  } catch {
    return null;
  }
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(DPM|PMD|PMC|VITEST|NODE)_/.test(name),
  );
  return Object.fromEntries(entries);
}
