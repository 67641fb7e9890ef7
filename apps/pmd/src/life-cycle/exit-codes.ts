import type { DpmError } from "@dpm/errors";

/** What pmd ends with: 0 well, 1 failed, 2 wrong usage, 70 a bug, 73 another pmd does the work, 78 a wrong configuration. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  bug: 70,
  alreadyRunning: 73,
  configuration: 78,
} as const;

/** The exit code of an error that ends a start. */
export function exitCodeOf(error: DpmError): number {
  // Told from all others: whoever starts pmd again and again must not do so here.
  if (error.code === "ERR_DPM_DAEMON_ALREADY_RUNNING") return exitCodes.alreadyRunning;
  if (error.category === "configuration") return exitCodes.configuration;
  return error.category === "invalid-argument" ? exitCodes.usage : exitCodes.failed;
}
