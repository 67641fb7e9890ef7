import { type ChildProcess, spawn } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Program } from "@dpm/process-core";
import { cleanEnvironment } from "./clean-environment.ts";
import { type HelperChain, planHelpers } from "./helper-chain.ts";
import { errnoOf, inStage, launchFailure, LaunchError } from "./launch-failure.ts";
import { findIdentity } from "./launch-identity.ts";
import { openOutput } from "./output-files.ts";
import { findProgram } from "./program-search.ts";
import type { TurnQueue } from "./turn-queue.ts";

/** What the daemon contributes to every launch. */
export interface LaunchSettings {
  readonly daemonEnvironment: Readonly<Record<string, string | undefined>>;
  readonly softOpenFiles: number | null;
  readonly launchToken: string;
  /** Where the starts themselves, which block, take their turns. */
  readonly turns: TurnQueue;
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
    const { child, failed } = await settings.turns.run(() =>
      startChild(argv, {
        cwd: directory,
        env: chain.environment,
        // A session of its own: no terminal, and its number names everything it starts.
        detached: true,
        stdio: ["ignore", output.stdout, output.stderr],
        ...(chain.helpers.length === 0 ? { argv0: program.argv[0] } : {}),
      }),
    );
    if (child.pid === undefined) throw startError(await failed, path);
    const { pid } = child;
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

interface StartedChild {
  readonly child: ChildProcess;
  /** Some errors Node throws and others it tells by this event, at once when there is no pid. */
  readonly failed: Promise<unknown>;
}

function startChild(argv: readonly string[], options: Parameters<typeof spawn>[2]): StartedChild {
  try {
    const child = spawn(argv[0] ?? "", argv.slice(1), options);
    return { child, failed: new Promise((resolve) => void child.once("error", resolve)) };
  } catch (error) {
    throw startError(error, argv[0] ?? null);
  }
}

const forkErrors = new Set(["EAGAIN", "ENOMEM", "EMFILE", "ENFILE"]);

function startError(error: unknown, path: string | null): LaunchError {
  const errno = errnoOf(error);
  // Directory, program and interpreter were looked at before, so what is left is the start itself.
  return new LaunchError(launchFailure(forkErrors.has(errno) ? "fork" : "exec", errno, path));
}
