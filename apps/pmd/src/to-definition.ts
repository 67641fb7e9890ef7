import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { EffectiveProcess } from "@dpm/config";
import type { BackoffPolicy, Output, ProcessDefinition, Program } from "@dpm/process-core";

// Not configurable: a person who sets the delays sets how fast they grow to the cap.
const backoffFactor = 2;
const backoffJitter = 0.25;

/** What the supervisor needs to know of a configured process. Output goes to `<id>.out.log` and `<id>.err.log` unless a file is named. */
export function toDefinition(
  configured: EffectiveProcess,
  logDirectory: string,
): ProcessDefinition {
  const { id, group, instance, values, dependencies } = configured;
  return {
    id,
    baseId: configured.baseId,
    group,
    instance,
    enabled: values.enabled,
    autostart: values.autostart,
    program: toProgram(configured, logDirectory),
    restart: values.restart,
    exitCodes: values.exitCodes,
    restartPreventExitStatus: values.restartPreventExitStatus,
    restartForceExitStatus: values.restartForceExitStatus,
    startSecsMs: values.startSecs,
    startTimeoutMs: values.startTimeout,
    startLimit: values.startLimit,
    backoff: toBackoff(values),
    stopSignal: values.stopSignal,
    stopTimeoutMs: values.stopTimeout,
    killMode: values.killMode,
    priority: values.priority,
    requires: dependencies.requires,
    wants: dependencies.wants,
    after: dependencies.after,
    before: dependencies.before,
    partOf: dependencies.partOf,
    readiness: values.readiness,
    health: values.health,
    hooks: values.hook,
  };
}

// Many processes are often much alike. What one has in common with the one before it they share, instead of a copy for each.
let lastBackoff: BackoffPolicy | null = null;
let lastArgv: readonly string[] = [];

function toArgv(words: readonly string[]): Program["argv"] {
  // Equal texts, and yet two: each was read from its own place in a file.
  const argv = words.map((word, index) => (word === lastArgv[index] ? lastArgv[index] : word));
  lastArgv = argv;
  return argv as [string, ...string[]];
}

function toBackoff(values: EffectiveProcess["values"]): BackoffPolicy {
  const backoff: BackoffPolicy = {
    burst: values.restartBurst?.count ?? 0,
    burstWindowMs: values.restartBurst?.windowMs ?? 0,
    initialMs: values.restartDelay,
    factor: backoffFactor,
    maxMs: values.restartMaxDelay,
    jitter: backoffJitter,
    resetAfterMs: values.restartReset,
  };
  if (lastBackoff === null || !isDeepStrictEqual(lastBackoff, backoff)) lastBackoff = backoff;
  return lastBackoff;
}

function toProgram(
  { id, argv, environment, values }: EffectiveProcess,
  logDirectory: string,
): Program {
  return {
    argv: toArgv(argv),
    directory: values.directory,
    environment,
    passEnvironment: values.passEnvironment,
    user: values.user,
    userGroup: values.userGroup,
    umask: values.umask,
    nice: values.nice,
    limits: values.limits,
    output: toOutput(id, values, logDirectory),
  };
}

function toOutput(id: string, values: EffectiveProcess["values"], logDirectory: string): Output {
  const { capture } = values;
  const stdoutFile =
    capture === "none" ? null : (values.stdoutLogfile ?? join(logDirectory, `${id}.out.log`));
  const stderrFile =
    capture === "none" || values.redirectStderr
      ? stdoutFile
      : (values.stderrLogfile ?? join(logDirectory, `${id}.err.log`));
  return {
    capture,
    stdoutFile,
    stderrFile,
    maxBytes: toLimit(values.logMaxBytes),
    maxAgeMs: toLimit(values.logMaxAge),
    backups: values.logBackups,
    totalBytes: toLimit(values.logMaxTotal),
    compress: values.logCompress,
  };
}

function toLimit(value: number): number | null {
  return value === Number.POSITIVE_INFINITY ? null : value;
}
