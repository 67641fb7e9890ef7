import { join } from "node:path";
import type { EffectiveProcess } from "@dpm/config";
import type { Output, ProcessDefinition, Program } from "@dpm/process-core";

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
    backoff: {
      burst: values.restartBurst?.count ?? 0,
      burstWindowMs: values.restartBurst?.windowMs ?? 0,
      initialMs: values.restartDelay,
      factor: backoffFactor,
      maxMs: values.restartMaxDelay,
      jitter: backoffJitter,
      resetAfterMs: values.restartReset,
    },
    stopSignal: values.stopSignal,
    stopTimeoutMs: values.stopTimeout,
    killMode: values.killMode,
    priority: values.priority,
    ...dependencies,
    readiness: values.readiness,
    health: values.health,
    hooks: values.hook,
  };
}

function toProgram(
  { id, argv, environment, values }: EffectiveProcess,
  logDirectory: string,
): Program {
  return {
    argv,
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
  const limits = {
    maxBytes: toLimit(values.logMaxBytes),
    maxAgeMs: toLimit(values.logMaxAge),
    backups: values.logBackups,
    totalBytes: toLimit(values.logMaxTotal),
    compress: values.logCompress,
  };
  if (values.capture === "none")
    return { capture: "none", stdoutFile: null, stderrFile: null, ...limits };
  const stdoutFile = values.stdoutLogfile ?? join(logDirectory, `${id}.out.log`);
  const stderrFile = values.redirectStderr
    ? stdoutFile
    : (values.stderrLogfile ?? join(logDirectory, `${id}.err.log`));
  return { capture: values.capture, stdoutFile, stderrFile, ...limits };
}

function toLimit(value: number): number | null {
  return value === Number.POSITIVE_INFINITY ? null : value;
}
