import type { ExitReport, LaunchFailure, LaunchStage } from "./model/instance.ts";
import type { StartFailure } from "./states.ts";

const stagePhrases: Readonly<Record<LaunchStage, string>> = {
  directory: "working directory",
  log: "log file",
  user: "user",
  limits: "limits",
  program: "program",
  interpreter: "interpreter",
  fork: "new process",
  exec: "program",
};

const errnoPhrases: Readonly<Record<string, string>> = {
  ENOENT: "not found",
  EACCES: "not permitted",
  EPERM: "not permitted",
  ENOTDIR: "not a directory",
  EISDIR: "is a directory",
  ENOEXEC: "not executable by this system",
  ETXTBSY: "being written to",
  E2BIG: "arguments and environment too long",
  EAGAIN: "not possible now, too many processes",
  ENOMEM: "not possible now, out of memory",
  EMFILE: "not possible now, too many open files",
  ENFILE: "not possible now, too many open files",
  ENOSPC: "no space left",
  ELOOP: "too many links",
  ENAMETOOLONG: "name too long",
};

/** A failed launch as people read it, for example "program not found: /no/such (ENOENT)". */
export function phraseOfLaunchFailure(failure: LaunchFailure): string {
  const what = stagePhrases[failure.stage];
  const how = errnoPhrases[failure.errno] ?? "failed";
  const where = failure.path === null ? "" : `: ${failure.path}`;
  return `${what} ${how}${where} (${failure.errno})`;
}

/** An end as people read it, for example "exited with code 1" or "killed by SIGKILL". */
export function phraseOfExit(report: ExitReport): string {
  switch (report.kind) {
    case "exited":
      return `exited with code ${report.code}`;
    case "signalled":
      return `ended by ${report.signal}${report.coreDumped ? ", core dumped" : ""}`;
    case "unknown":
      return "ended, nobody saw how";
  }
}

/** Why a start failed, as people read it. */
export function phraseOfStartFailure(failure: StartFailure): string {
  switch (failure.kind) {
    case "launch-failed":
      return phraseOfLaunchFailure(failure.failure);
    case "ended":
      return `${phraseOfExit(failure.exit.report)} after ${phraseOfSpan(failure.uptimeMs)}`;
    case "not-ready-in-time":
      return `not ready within ${phraseOfSpan(failure.timeoutMs)}`;
    case "limit-reached":
      return `given up: ${failure.count} restarts within ${phraseOfSpan(failure.windowMs)}`;
  }
}

/** A duration for people: "120 ms", "1.5 s", "5 min". */
export function phraseOfSpan(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${Number((ms / 1000).toFixed(1))} s`;
  return `${Number((ms / 60_000).toFixed(1))} min`;
}
