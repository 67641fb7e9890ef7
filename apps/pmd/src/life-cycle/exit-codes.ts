import type { DpmError } from "@dpm/errors";

/** What pmd ends with: 0 well, 1 failed, 2 wrong usage, 70 a bug, 78 a wrong configuration. */
export const exitCodes = { done: 0, failed: 1, usage: 2, bug: 70, configuration: 78 } as const;

/** The exit code of an error that ends a start. */
export function exitCodeOf(error: DpmError): number {
  if (error.category === "configuration") return exitCodes.configuration;
  return error.category === "invalid-argument" ? exitCodes.usage : exitCodes.failed;
}
