import type { ExitReport } from "./model/instance.ts";
import type { ProcessDefinition } from "./model/process-definition.ts";
import { isOwnStop, type StopReason } from "./stop-reason.ts";

/**
 * systemd's result words, and ours behind them.
 * `unknown`: it ended where nobody could see how; never guessed.
 */
export const exitResults = [
  "success",
  "protocol",
  "timeout",
  "exit-code",
  "signal",
  "core-dump",
  "watchdog",
  "exec-condition",
  "oom-kill",
  "start-limit-hit",
  "resources",
  "probe",
  "exec-failed",
  "dependency-failed",
  "config",
  "requested",
  "unknown",
] as const;

/** One of the result words. */
export type ExitResult = (typeof exitResults)[number];

/** The result word that a text is; one that a later version wrote is not known. */
export function toExitResult(text: string): ExitResult {
  return exitResults.find((result) => result === text) ?? "unknown";
}

/** The signals by which a service may end and be called successful, as in systemd. */
const cleanSignals: ReadonlySet<string> = new Set(["SIGHUP", "SIGINT", "SIGTERM", "SIGPIPE"]);

/** Names what the end of an instance means, given why it was being stopped, if it was. */
export function classifyExit(
  report: ExitReport,
  stopReason: StopReason | null,
  definition: Pick<ProcessDefinition, "exitCodes">,
): ExitResult {
  if (stopReason === "start-timeout") return "timeout";
  if (stopReason === "probe") return "probe";
  if (stopReason !== null && isOwnStop(stopReason)) return "requested";
  switch (report.kind) {
    case "unknown":
      return "unknown";
    case "exited":
      return definition.exitCodes.includes(report.code) ? "success" : "exit-code";
    case "signalled":
      if (report.coreDumped) return "core-dump";
      return cleanSignals.has(report.signal) ? "success" : "signal";
  }
}

/** Whether an instance ended sooner after its start than its definition allows. */
export function isTooEarly(
  uptimeMs: number,
  definition: Pick<ProcessDefinition, "startSecsMs">,
): boolean {
  return uptimeMs < definition.startSecsMs;
}
