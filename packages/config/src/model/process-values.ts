/** When a process that ended is started again: systemd's set and Docker's `unless-stopped`. */
export type RestartPolicy =
  | "no"
  | "on-success"
  | "on-failure"
  | "on-abnormal"
  | "on-watchdog"
  | "on-abort"
  | "always"
  | "unless-stopped";

/** Who gets the stop signal and, later, SIGKILL. */
export type KillMode = "group" | "mixed" | "process";

/** Where output goes: through the daemon, into a file that the process holds itself, or nowhere. */
export type Capture = "pipe" | "file" | "none";

/** How many of something within a sliding window. */
export interface RateLimit {
  readonly count: number;
  readonly windowMs: number;
}

/** A soft and a hard limit; Infinity is unlimited. Bytes where the limit counts memory or file size. */
export interface ResourceLimit {
  readonly soft: number;
  readonly hard: number;
}

/** One question to a process. */
export type ProbeCheck =
  | { readonly kind: "exec"; readonly argv: readonly [string, ...string[]] }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number }
  | { readonly kind: "http"; readonly url: string }
  | { readonly kind: "heartbeat"; readonly file: string };

/** What is asked of a process, and how often. */
export interface Probe {
  readonly check: ProbeCheck;
  readonly initialDelayMs: number;
  readonly periodMs: number;
  readonly timeoutMs: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

/** The events that an action can be attached to. */
export type HookEvent =
  | "on_start"
  | "on_ready"
  | "on_exit"
  | "on_failure"
  | "on_restart"
  | "on_stop"
  | "on_health_fail"
  | "on_limit";

/** What a hook does. */
export type HookAction =
  | { readonly kind: "exec"; readonly argv: readonly [string, ...string[]] }
  | { readonly kind: "http"; readonly url: string }
  | { readonly kind: "mail"; readonly to: string }
  | { readonly kind: "restart" }
  | { readonly kind: "stop-group"; readonly group: string }
  | { readonly kind: "start"; readonly id: string };

/** What to do when an event of a process happens. */
export interface Hook {
  readonly event: HookEvent;
  readonly action: HookAction;
  readonly timeoutMs: number;
  /** Null: every time. */
  readonly rateLimit: RateLimit | null;
}

/** The effective value of every key of a process. Durations in milliseconds, sizes in bytes, paths absolute, null: not set. */
export interface ProcessValues {
  readonly description: string | null;
  /** As written, with `${…}` replaced and not yet split; what is executed is `EffectiveProcess.argv`. */
  readonly command: string;
  readonly arg: readonly string[];
  readonly shell: boolean;
  readonly directory: string | null;
  /** Only what is written under `environment`; with the files of `envFile` it is `EffectiveProcess.environment`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly envFile: readonly string[];
  readonly passEnvironment: readonly string[];
  readonly enabled: boolean;
  readonly autostart: boolean;
  readonly restart: RestartPolicy;
  readonly exitCodes: readonly number[];
  /** Signals as "SIGTERM". */
  readonly restartPreventExitStatus: readonly (number | string)[];
  readonly restartForceExitStatus: readonly (number | string)[];
  readonly startSecs: number;
  readonly startTimeout: number;
  readonly startLimit: RateLimit | null;
  readonly restartDelay: number;
  readonly restartMaxDelay: number;
  readonly restartBurst: RateLimit | null;
  readonly restartReset: number;
  readonly stopSignal: string;
  /** Infinity: wait for ever. */
  readonly stopTimeout: number;
  readonly killMode: KillMode;
  readonly priority: number;
  readonly numProcs: number;
  readonly user: string | null;
  readonly userGroup: string | null;
  readonly umask: number | null;
  readonly nice: number | null;
  readonly limits: Readonly<Record<string, ResourceLimit>>;
  /** As written: ids, ids before `numProcs` and group names. */
  readonly requires: readonly string[];
  readonly wants: readonly string[];
  readonly after: readonly string[];
  readonly before: readonly string[];
  readonly partOf: readonly string[];
  readonly capture: Capture;
  /** Null: the daemon chooses a file in its log directory. */
  readonly stdoutLogfile: string | null;
  readonly stderrLogfile: string | null;
  readonly redirectStderr: boolean;
  /** Infinity: never rotated by size. */
  readonly logMaxBytes: number;
  /** Milliseconds; Infinity: never by age. */
  readonly logMaxAge: number;
  readonly logBackups: number;
  /** Bytes; Infinity: any. */
  readonly logMaxTotal: number;
  readonly logCompress: boolean;
  readonly readiness: Probe | null;
  readonly health: Probe | null;
  readonly hook: readonly Hook[];
}

/** The name of a key of a process. */
export type ProcessKeyName = keyof ProcessValues;
