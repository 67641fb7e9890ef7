import { type ChildProcess, spawn } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Program } from "@dpm/process-core";
import { cleanEnvironment } from "./clean-environment.ts";
import { planHelpers } from "./helper-chain.ts";
import { errnoOf, inStage, launchFailure, LaunchError } from "./launch-failure.ts";
import { findIdentity } from "./launch-identity.ts";
import { openOutput } from "./output-files.ts";
import { findProgram } from "./program-search.ts";
import type { HelperChain } from "./helper-chain.ts";

/** What the daemon contributes to every launch. */
export interface LaunchSettings {
  readonly daemonEnvironment: Readonly<Record<string, string | undefined>>;
  readonly softOpenFiles: number | null;
  readonly launchToken: string;
}

/** A process that was started. Its helpers, if it has any, may still be at work. */
export interface Launch {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly chain: HelperChain;
  /** What the last helper executes. */
  readonly command: readonly string[];
  readonly directory: string;
}

/** Checks everything that a launch needs, in the order of its stages, and starts it. Rejects with a {@link LaunchError}. */
export async function launch(program: Program, settings: LaunchSettings): Promise<Launch> {
  const directory = program.directory ?? "/";
  await inStage("directory", directory, () => checkDirectory(directory));
  const identity = await findIdentity(program);
  const { account, own } = identity;
  const output = await openOutput(
    program.output,
    own ? null : { uid: account.uid, gid: identity.gid },
  );
  try {
    const environment = cleanEnvironment(program, { ...settings, account, ownUser: own });
    const chain = planHelpers(program, {
      identity,
      environment,
      softOpenFiles: settings.softOpenFiles,
    });
    const path = await findProgram(program.argv[0], { path: environment["PATH"] ?? "", directory });
    const command = [path, ...program.argv.slice(1)];
    const argv = [...chain.helpers.flatMap((helper) => helper.argv), ...command];
    const child = startChild(argv, {
      cwd: directory,
      env: chain.environment,
      // A session of its own: no terminal, and its number names everything it starts.
      detached: true,
      stdio: ["ignore", output.stdout, output.stderr],
      ...(chain.helpers.length === 0 ? { argv0: program.argv[0] } : {}),
    });
    const pid = child.pid ?? (await failedStart(child, path));
    return { child, pid, chain, command, directory };
  } finally {
    output.close();
  }
}

async function checkDirectory(directory: string): Promise<void> {
  if (!isAbsolute(directory))
    throw new LaunchError(launchFailure("directory", "EINVAL", directory));
  const found = await stat(directory);
  if (!found.isDirectory()) throw new LaunchError(launchFailure("directory", "ENOTDIR", directory));
  await access(directory, constants.X_OK);
}

type StartOptions = Parameters<typeof spawn>[2];

function startChild(argv: readonly string[], options: StartOptions): ChildProcess {
  try {
    return spawn(argv[0] ?? "", argv.slice(1), options);
  } catch (error) {
    throw startError(error, argv[0] ?? null);
  }
}

// Node tells some errors by an event and throws others; without a pid an event is certain to come.
async function failedStart(child: ChildProcess, path: string): Promise<never> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  child.once("error", resolve);
  throw startError(await promise, path);
}

const forkErrors = new Set(["EAGAIN", "ENOMEM", "EMFILE", "ENFILE"]);

function startError(error: unknown, path: string | null): LaunchError {
  const errno = errnoOf(error);
  // Directory, program and interpreter were looked at before, so what is left is the start itself.
  return new LaunchError(launchFailure(forkErrors.has(errno) ? "fork" : "exec", errno, path));
}
