import { desiredState, health, processState, type ProcessStatusInit } from "@dpm/pdu";
import type { ExitReport, LastExit, ProcessStatus } from "@dpm/process-core";

/** The status of a process as it crosses the wire. */
export function toProcessStatus(status: ProcessStatus): ProcessStatusInit {
  return {
    id: status.id,
    group: status.group,
    enabled: status.enabled,
    state: processState[status.state],
    desired: desiredState[status.desired],
    ready: status.ready,
    health: health[status.health],
    pid: status.pid,
    startedAtMs: rounded(status.startedAtMs),
    uptimeMs: rounded(status.uptimeMs),
    restarts: status.restarts,
    lastExit:
      status.lastExit === null
        ? null
        : { ...toExit(status.lastExit.report), ...resultOf(status.lastExit) },
    reason: status.reason,
    nextAttemptAtMs: rounded(status.nextAttemptAtMs),
    eventSequence: status.eventSequence,
    instance: status.instance,
    limitUsed: status.limitUsed,
    limit: status.limit,
  };
}

function rounded(ms: number | null): number | null {
  // The monotonic clock has fractions; a moment just before another may not become negative.
  return ms === null ? null : Math.max(0, Math.round(ms));
}

function toExit(report: ExitReport): { readonly code?: number; readonly signal?: string } {
  switch (report.kind) {
    case "exited":
      return { code: report.code };
    case "signalled":
      return { signal: report.signal };
    case "unknown":
      return {};
  }
}

function resultOf({ at, result }: LastExit): { readonly atMs: number; readonly result: string } {
  return { atMs: Math.round(at), result };
}
