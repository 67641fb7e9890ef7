import { type ChildProcess, spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { descendantsOf, isAlive, readProcessTable } from "./process-inspection.ts";
import { waitUntil, type WaitOptions } from "./wait-until.ts";

/** How to start it. */
export interface StartOptions {
  readonly cwd?: string;
  /** The whole environment; that of the test unless told. */
  readonly env?: NodeJS.ProcessEnv;
  /** Written to its standard input, which is then closed. */
  readonly input?: string | Uint8Array;
}

/** How it ended. */
export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child of the test. */
export interface StartedProgram {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it wrote so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves when it ended and its output is complete. */
  readonly ended: Promise<ProgramEnd>;
  /** Waits until standard output or standard error holds the text or matches. */
  output(pattern: string | RegExp, options?: WaitOptions): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** SIGKILL to it, its process group and all that descends from it; done by itself when the test ends. */
  end(): Promise<void>;
}

/** Starts a program that is certainly gone, with its descendants, when the running test ends. */
export function startProgram(
  argv: readonly [string, ...string[]],
  options: StartOptions = {},
): StartedProgram {
  const program = launchProgram(argv, options);
  onTestFinished(() => program.end());
  return program;
}

/** As {@link startProgram}, for a whole suite or outside a test: the caller calls `end`. */
export function launchProgram(
  argv: readonly [string, ...string[]],
  options: StartOptions = {},
): StartedProgram {
  const child = spawn(argv[0], argv.slice(1), {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ["pipe", "pipe", "pipe"],
    // A group of its own, so that a signal to it spares the test runner.
    detached: true,
  });
  const collected = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (collected.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (collected.stderr += text));
  // It may end without reading its input; that is its business.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input);
  const { promise: ended, resolve, reject } = Promise.withResolvers<ProgramEnd>();
  child.once("error", reject);
  child.once("close", (code, signal) => resolve({ code, signal }));
  // Awaited by whoever asks; a test that doesn't must not die of an unhandled rejection.
  ended.catch(() => {});
  return {
    pid: child.pid ?? 0,
    child,
    ended,
    stdout: () => collected.stdout,
    stderr: () => collected.stderr,
    output: async (pattern, waitOptions) => {
      const seen = (): string | null => {
        const text = collected.stdout + collected.stderr;
        return (typeof pattern === "string" ? text.includes(pattern) : pattern.test(text))
          ? text
          : null;
      };
      return waitUntil(seen, {
        what: `${argv.join(" ")} to print ${pattern}`,
        ...waitOptions,
      }).catch((cause: unknown) => {
        throw new Error(`it printed: ${collected.stdout}${collected.stderr}`, { cause });
      });
    },
    signal: (name) => void child.kill(name),
    end: () => endProgram(child),
  };
}

async function endProgram(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const ended = child.exitCode !== null || child.signalCode !== null;
  // Once it has ended its number may be another's, unless it is still the number of a group without its leader.
  const inGroup = readProcessTable().filter((stat) => stat.processGroup === pid);
  const mine =
    ended && inGroup.some((stat) => stat.pid === pid) ? [] : inGroup.map((stat) => stat.pid);
  const pids = [...new Set([...mine, ...(ended ? [] : descendantsOf(pid))])];
  for (const each of pids) killQuietly(each);
  await waitUntil(() => pids.every((each) => !isAlive(each)), {
    what: `the end of ${pids.join(", ")}`,
  });
  child.stdout?.destroy();
  child.stderr?.destroy();
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already, which is what is wanted.
  }
}
