import type { LaunchFailure, LaunchStage } from "@dpm/process-core";

const passingErrors = new Set([
  "EAGAIN",
  "ENOMEM",
  "EMFILE",
  "ENFILE",
  "ETXTBSY",
  "ENOSPC",
  "EDQUOT",
  "EINTR",
  "EBUSY",
]);

/** Names why a launch failed; whether it may work later follows from the error. */
export function launchFailure(
  stage: LaunchStage,
  errno: string,
  path: string | null,
): LaunchFailure {
  return { stage, errno, path, passing: passingErrors.has(errno) };
}

/** The name of a system error such as "ENOENT"; EINVAL for anything that is none. */
export function errnoOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) ? code : "EINVAL";
}

/** Thrown between the stages of a launch, and turned into a value where the launch ends. */
export class LaunchError extends Error {
  readonly failure: LaunchFailure;

  constructor(failure: LaunchFailure) {
    super(`${failure.stage}: ${failure.errno}`);
    this.failure = failure;
  }
}

/** Runs one stage of a launch and names it when it fails. */
export function inStage<T>(stage: LaunchStage, path: string | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof LaunchError
      ? error
      : new LaunchError(launchFailure(stage, errnoOf(error), path));
  }
}
