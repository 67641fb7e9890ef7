import type { Probe } from "./probe.ts";
import type { Hook } from "./hook.ts";
import type { Program } from "./program.ts";
import type { RateLimit } from "./rate-limit.ts";

/** The restart policies: systemd's set and Docker's `unless-stopped`. */
export type RestartPolicy =
  | "no"
  | "on-success"
  | "on-failure"
  | "on-abnormal"
  | "on-watchdog"
  | "on-abort"
  | "always"
  | "unless-stopped";

/** Who gets the stop signal and, later, SIGKILL; systemd's words, `group` is the process group and everything known to belong to it. */
export type KillMode = "group" | "mixed" | "process";

/** Everything the supervisor needs to know about one process; all values effective, nothing optional by accident. */
export interface ProcessDefinition {
  /** `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`; of a scaled process, its own id with `-` and the instance number. */
  readonly id: string;
  /** The id that a scaled process has in its configuration; the same as `id` when it is not scaled. */
  readonly baseId: string;
  readonly group: string | null;
  /** The number of this instance of a scaled process, from 0. */
  readonly instance: number;
  /** False: never starts, whoever asks. */
  readonly enabled: boolean;
  /** Whether it starts with the daemon. */
  readonly autostart: boolean;
  readonly program: Program;
  readonly restart: RestartPolicy;
  /** Codes that count as success. */
  readonly exitCodes: readonly number[];
  /** Codes and signals after which no policy restarts. Signals as "SIGTERM". */
  readonly restartPreventExitStatus: readonly (number | string)[];
  /** Codes and signals after which every policy restarts. */
  readonly restartForceExitStatus: readonly (number | string)[];
  /** An instance that ends sooner after its start ended too early, whatever its code. */
  readonly startSecsMs: number;
  /** How long it may take to become ready. */
  readonly startTimeoutMs: number;
  /** More starts by policy than this give `fatal`; null: it never gives up. */
  readonly startLimit: RateLimit | null;
  readonly backoff: BackoffPolicy;
  readonly stopSignal: string;
  /** Infinity: wait for ever. */
  readonly stopTimeoutMs: number;
  readonly killMode: KillMode;
  /** Low first, among those that dependencies leave free. */
  readonly priority: number;
  /** Ids or group names: started first and kept from starting when one fails. */
  readonly requires: readonly string[];
  /** Started first; a failure does not matter. */
  readonly wants: readonly string[];
  /** Only order, when both start or stop in one operation. */
  readonly after: readonly string[];
  readonly before: readonly string[];
  /** Stops and restarts with these. */
  readonly partOf: readonly string[];
  /** Answers once: is it ready to work? Null: ready as soon as it runs. */
  readonly readiness: Probe | null;
  /** Asked again and again while it runs; failing often enough is a hang. */
  readonly health: Probe | null;
  readonly hooks: readonly Hook[];
}

/** When to start again. The first `burst` restarts within `burstWindowMs` come at once. */
export interface BackoffPolicy {
  readonly burst: number;
  readonly burstWindowMs: number;
  readonly initialMs: number;
  readonly factor: number;
  readonly maxMs: number;
  /** 0.25 means ±25 %. */
  readonly jitter: number;
  /** Running this long forgets earlier failures. */
  readonly resetAfterMs: number;
}
