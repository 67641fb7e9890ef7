import { desiredStateWord, type Exit, healthWord, processStateWord, reportFromPdu } from "@dpm/pdu";

import type { ProcessRow } from "../session/server-answer.ts";

import { type ErrorJson, toErrorJson } from "./error-json.ts";

/** How an instance ended. An end that nobody could see has neither `code` nor `signal`. */
interface ExitJson {
  readonly code?: number | null;
  readonly signal?: string | null;
  readonly at: string | null;
  readonly result: string | null;
}

/** One process as JSON output shows it. */
export interface ProcessJson {
  readonly id: string;
  readonly group: string | null;
  readonly enabled: boolean;
  readonly state: string;
  readonly desired: string;
  readonly ready: boolean;
  readonly health: string;
  readonly pid: number | null;
  readonly startedAt: string | null;
  readonly uptimeMs: number | null;
  readonly restarts: number;
  readonly lastExit: ExitJson | null;
  readonly reason: string | null;
  readonly nextAttemptAt: string | null;
  readonly instance: number;
  readonly limit: { readonly used: number; readonly of: number } | null;
  /** Whether what was asked came true; only in answers to commands that change something. */
  readonly ok?: boolean;
  readonly error?: ErrorJson;
}

/** A wall-clock time as ISO 8601 in UTC; null when there is none. */
export function toTime(atMs: number | null | undefined): string | null {
  if (atMs === null || atMs === undefined || atMs === 0) return null;
  const date = new Date(atMs);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function toExitJson({ code, signal, atMs, result }: Exit): ExitJson {
  const known = code !== undefined || signal !== "";
  return {
    ...(known ? { code: code ?? null, signal: signal === "" ? null : signal } : {}),
    at: toTime(atMs),
    result: result === "" ? null : result,
  };
}

/** A row as JSON output shows it; `withOutcome` adds whether what was asked came true. */
export function toProcessJson(row: ProcessRow, withOutcome: boolean): ProcessJson {
  const { status } = row;
  return {
    id: status.id,
    group: status.group === "" ? null : status.group,
    enabled: status.enabled,
    state: processStateWord(status.state),
    desired: desiredStateWord(status.desired),
    ready: status.ready,
    health: healthWord(status.health),
    pid: status.pid ?? null,
    startedAt: toTime(status.startedAtMs),
    uptimeMs: status.uptimeMs ?? null,
    restarts: status.restarts,
    lastExit: status.lastExit === null ? null : toExitJson(status.lastExit),
    reason: status.reason === "" ? null : status.reason,
    nextAttemptAt: toTime(status.nextAttemptAtMs),
    instance: status.instance,
    limit: status.limit === 0 ? null : { used: status.limitUsed, of: status.limit },
    ...(withOutcome ? { ok: row.done && row.ok } : {}),
    ...(row.error === null ? {} : { error: toErrorJson(reportFromPdu(row.error)) }),
  };
}
