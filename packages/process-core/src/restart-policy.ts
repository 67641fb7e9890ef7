import type { ExitResult } from "./exit-class.ts";
import type { ExitReport } from "./model/instance.ts";
import type { ProcessDefinition, RestartPolicy } from "./model/process-definition.ts";

/** The rows of systemd's table, and ours behind them. */
export type ExitCause =
  | "clean"
  /** With an expected code or signal, but sooner than `startSecs`. */
  | "clean-too-early"
  | "unclean-code"
  | "unclean-signal"
  | "timeout"
  | "watchdog"
  | "launch-failed"
  | "unknown";

type Row = Readonly<Record<RestartPolicy, boolean>>;

function row(...policies: readonly RestartPolicy[]): Row {
  const restarts = (policy: RestartPolicy): boolean => policies.includes(policy);
  return {
    no: false,
    always: true,
    "unless-stopped": true,
    "on-success": restarts("on-success"),
    "on-failure": restarts("on-failure"),
    "on-abnormal": restarts("on-abnormal"),
    "on-abort": restarts("on-abort"),
    "on-watchdog": restarts("on-watchdog"),
  };
}

const table: Readonly<Record<ExitCause, Row>> = {
  clean: row("on-success"),
  // A start failure for supervisord, a success for systemd: whoever restarts on either restarts here.
  "clean-too-early": row("on-success", "on-failure"),
  "unclean-code": row("on-failure"),
  "unclean-signal": row("on-failure", "on-abnormal", "on-abort"),
  timeout: row("on-failure", "on-abnormal"),
  watchdog: row("on-failure", "on-abnormal", "on-watchdog"),
  "launch-failed": row("on-failure"),
  // It may have been a success, so what waits for a success does not restart; nor what wants a signal or a watchdog proven.
  unknown: row("on-failure", "on-abnormal"),
};

/** How an instance ended, as far as the restart policy looks at it. */
export interface EndedInstance {
  readonly report: ExitReport;
  readonly result: ExitResult;
  readonly tooEarly: boolean;
}

/**
 * Whether the policy starts a process again after it ended by itself, timed out or hung; never asked after a stop of ours.
 * `restartPreventExitStatus` wins over everything, then `restartForceExitStatus`.
 */
export function shouldRestart(
  ended: EndedInstance,
  definition: Pick<
    ProcessDefinition,
    "restart" | "restartPreventExitStatus" | "restartForceExitStatus"
  >,
): boolean {
  if (isListed(ended.report, definition.restartPreventExitStatus)) return false;
  if (isListed(ended.report, definition.restartForceExitStatus)) return true;
  return table[causeOf(ended)][definition.restart];
}

/** Whether the policy tries again after a launch that failed for a reason that does not pass. */
export function shouldRetryLaunch(definition: Pick<ProcessDefinition, "restart">): boolean {
  return table["launch-failed"][definition.restart];
}

/** Whether the end of an instance is a failure, for hooks and for people. */
export function isFailure(ended: EndedInstance): boolean {
  return ended.result !== "requested" && causeOf(ended) !== "clean";
}

/** The row of the table that an end belongs to. */
export function causeOf(ended: EndedInstance): ExitCause {
  switch (ended.result) {
    case "success":
    case "requested":
      return ended.tooEarly ? "clean-too-early" : "clean";
    case "timeout":
      return "timeout";
    case "watchdog":
    case "probe":
      return "watchdog";
    case "unknown":
      return "unknown";
    case "signal":
    case "core-dump":
    case "oom-kill":
      return "unclean-signal";
    case "exec-failed":
      return "launch-failed";
    case "exit-code":
    case "protocol":
    case "exec-condition":
    case "start-limit-hit":
    case "resources":
    case "dependency-failed":
    case "config":
      return "unclean-code";
  }
}

function isListed(report: ExitReport, list: readonly (number | string)[]): boolean {
  if (report.kind === "exited") return list.includes(report.code);
  if (report.kind === "signalled") return list.includes(report.signal);
  return false;
}
