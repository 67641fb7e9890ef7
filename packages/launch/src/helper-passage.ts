import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { LaunchFailure } from "@dpm/process-core";
import type { Helper } from "./helper-chain.ts";
import { launchFailure, LaunchError } from "./launch-failure.ts";
import type { LaunchPlan } from "./launch-plan.ts";

const run = promisify(execFile);
const passageTimeoutMs = 10_000;
const diagnosisTimeoutMs = 10_000;

/** A launch whose first helper was started. */
export interface StartedHelpers {
  readonly pid: number;
  /** Resolves when it ended, with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/**
 * Waits until the helpers of a launch have executed the program itself, so that a helper that fails is a failed launch
 * and not a program that ended with 127. Rejects with a {@link LaunchError}.
 */
export async function passHelpers(plan: LaunchPlan, started: StartedHelpers): Promise<void> {
  const { chain, command } = plan;
  // Elsewhere a process can't be looked at so cheaply; there a helper that fails is told as the program's end.
  if (chain.helpers.length === 0 || process.platform !== "linux") return;
  const ownCommands = commandsOfHelpers(chain.helpers, command);
  const ended = started.ended.then((code) => ({ code }));
  const deadline = performance.now() + passageTimeoutMs;
  while (performance.now() < deadline) {
    const text = readCommandLine(started.pid);
    if (text !== "" && !ownCommands.has(text)) return;
    const end = await Promise.race([ended, pauseShortly()]);
    if (end !== null) {
      const failure = end.code === 0 ? null : await whyNotPassed(plan);
      // It got past its helpers and ended quicker than anyone could look.
      if (failure === null) return;
      throw new LaunchError(failure);
    }
  }
}

// Each helper executes the next, so the process shows one after the other of these as its command line.
function commandsOfHelpers(
  helpers: readonly Helper[],
  command: readonly string[],
): ReadonlySet<string> {
  const chains = helpers.map((_, index) => helpers.slice(index).flatMap((helper) => helper.argv));
  return new Set(
    chains.map((argv) => [...argv, ...command].map((argument) => `${argument}\0`).join("")),
  );
}

function readCommandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function pauseShortly(): Promise<null> {
  return new Promise((resolve) => void setTimeout(() => resolve(null), 1));
}

// The helpers are tried again without the program, one more each time: the first that fails is the one that failed.
async function whyNotPassed(plan: LaunchPlan): Promise<LaunchFailure | null> {
  const { chain, command, directory } = plan;
  const attempt = async (
    helpers: readonly Helper[],
    check: readonly string[],
  ): Promise<boolean> => {
    const [file = "", ...args] = [...helpers.flatMap((helper) => helper.argv), ...check];
    const options = { cwd: directory, env: chain.environment, timeout: diagnosisTimeoutMs };
    return run(file, args, options).then(
      () => true,
      () => false,
    );
  };
  for (const [index, helper] of chain.helpers.entries()) {
    if (!(await attempt(chain.helpers.slice(0, index + 1), ["/bin/sh", "-c", ":"]))) {
      return launchFailure(helper.stage, "EPERM", helper.argv[0] ?? null);
    }
  }
  const [path] = command;
  const executable = await attempt(chain.helpers, ["/bin/sh", "-c", 'test -x "$1"', "sh", path]);
  return executable ? null : launchFailure("program", "EACCES", path);
}
