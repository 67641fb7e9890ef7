import { launchFailure, LaunchError, type LaunchPlan } from "@dpm/launch";
import { type Cgroups, removeCgroup } from "./cgroups.ts";
import { type InnerLimits, withInnerLimits } from "./inner-limits.ts";
import { bootMoment, startTicksBetween } from "./native/boot-time.ts";
import { spawnProcess, type SpawnResult } from "./native/spawn.ts";

/** A process that was started. Its helpers, if it has any, may still be at work. */
export interface StartedProcess {
  readonly pid: number;
  readonly cgroup: string | null;
  /** As in `/proc/PID/stat`; null when only that knows it. */
  readonly startTicks: string | null;
}

/** What a start needs beside its plan. */
export interface StartSettings {
  readonly launch: string;
  readonly argv0: string;
  readonly inner: InnerLimits;
}

const forkErrors = new Set(["EAGAIN", "ENOMEM", "EMFILE", "ENFILE"]);

/** Starts what was planned, in a control group of its own where there are any. Blocks; throws a {@link LaunchError}. */
export function startPlanned(
  plan: LaunchPlan,
  cgroups: Cgroups | null,
  { launch, argv0, inner }: StartSettings,
): StartedProcess {
  const { chain, command, directory, output } = plan;
  const helpers = chain.helpers.flatMap((helper) => helper.argv);
  const [path = command[0]] = helpers;
  const request = {
    path,
    argv: helpers.length === 0 ? [argv0, ...command.slice(1)] : [...helpers, ...command],
    environment: Object.entries(chain.environment).map(([name, value]) => `${name}=${value}`),
    directory,
    stdio: [null, numberOf(output.stdout), numberOf(output.stderr)],
  } as const;
  // It would be cut off there, and something else started than was asked for.
  if ([...request.argv, ...request.environment].some((text) => text.includes("\0")))
    throw new LaunchError(launchFailure("exec", "EINVAL", command[0]));
  const cgroup = cgroups === null ? null : enterNew(cgroups, launch);
  const before = bootMoment();
  const result = withInnerLimits(inner, () => spawnProcess(request));
  if (typeof result !== "string" && result.errno === null)
    return { pid: result.pid, cgroup, startTicks: startTicksBetween(before, bootMoment()) };
  // What was made for it goes; a failed exec leaves nothing alive in it.
  cgroups?.leave();
  if (cgroup !== null) removeCgroup(cgroup);
  throw failureOf(result, command[0]);
}

function failureOf(result: string | SpawnResult, path: string): LaunchError {
  if (typeof result === "string") return new LaunchError(launchFailure("limits", result, "nofile"));
  const errno = result.errno ?? "EINVAL";
  // Directory, program and interpreter were looked at before, so what is left is the start itself.
  return new LaunchError(launchFailure(forkErrors.has(errno) ? "fork" : "exec", errno, path));
}

/** Makes a group and goes into it until the end of this turn; null where the system refuses one more. */
function enterNew(cgroups: Cgroups, launch: string): string | null {
  try {
    const folder = cgroups.create(launch);
    // Whatever starts next goes into another one at once; only the last of a turn has to come back.
    queueMicrotask(() => cgroups.leave());
    cgroups.enter(folder);
    return folder;
  } catch {
    cgroups.leave();
    return null;
  }
}

function numberOf(descriptor: number | "ignore"): number | null {
  return descriptor === "ignore" ? null : descriptor;
}
