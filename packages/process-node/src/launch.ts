import { type ChildProcess, spawn } from "node:child_process";
import {
  errnoOf,
  launchFailure,
  LaunchError,
  type LaunchPlan,
  type LogDirectory,
  openOutput,
  planLaunch,
  type PlanSettings,
  type TurnQueue,
} from "@dpm/launch";
import type { Program } from "@dpm/process-core";

/** What the daemon contributes to every launch. */
export interface LaunchSettings extends Omit<PlanSettings, "openOutput"> {
  /** Where the starts themselves, which block, take their turns. */
  readonly turns: TurnQueue;
  /** The daemon's own directory for logs, which is made again when it is not there. */
  readonly logDirectory: LogDirectory | null;
}

/** A process that was started. Its helpers, if it has any, may still be at work. */
export interface Launch {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly plan: LaunchPlan;
}

/** Checks everything that a launch needs, in the order of its stages, and starts it. Rejects with a {@link LaunchError}. */
export async function launch(program: Program, settings: LaunchSettings): Promise<Launch> {
  const plan = await planLaunch(program, {
    ...settings,
    openOutput: (owner) => openOutput(program.output, owner, settings.logDirectory),
  });
  const { chain, command, directory, output } = plan;
  try {
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
    if (child.pid === undefined) throw startError(await failed, command[0]);
    return { child, pid: child.pid, plan };
  } finally {
    output.close();
  }
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
