import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { Helper } from "./helper-chain.ts";
import type { Launch } from "./launch.ts";
import { launchFailure, LaunchError } from "./launch-failure.ts";

const run = promisify(execFile);
const passageTimeoutMs = 10_000;
const diagnosisTimeoutMs = 10_000;

/**
 * Waits until the helpers of a launch have executed the program itself, so that a helper that fails is a failed launch
 * and not a program that ended with 127. Rejects with a {@link LaunchError}.
 */
export async function passHelpers(launched: Launch): Promise<void> {
  const { child, pid, chain, command } = launched;
  // Elsewhere a process can't be looked at so cheaply; there a helper that fails is told as the program's end.
  if (chain.helpers.length === 0 || process.platform !== "linux") return;
  const ownCommands = commandsOfHelpers(chain.helpers, command);
  const ended = once(child, "exit").then(() => "ended" as const);
  const deadline = performance.now() + passageTimeoutMs;
  while (performance.now() < deadline) {
    const text = readCommandLine(pid);
    if (text !== "" && !ownCommands.has(text)) return;
    if ((await Promise.race([ended, pauseShortly()])) === "ended") {
      const failure = child.exitCode === 0 ? null : await whyNotPassed(launched);
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

function pauseShortly(): Promise<"paused"> {
  return new Promise((resolve) => void setTimeout(() => resolve("paused"), 1));
}

// The helpers are tried again without the program, one more each time: the first that fails is the one that failed.
async function whyNotPassed(launched: Launch): Promise<LaunchError["failure"] | null> {
  const { chain, command, directory } = launched;
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
  const path = command[0] ?? "";
  const executable = await attempt(chain.helpers, ["/bin/sh", "-c", 'test -x "$1"', "sh", path]);
  return executable ? null : launchFailure("program", "EACCES", path);
}
