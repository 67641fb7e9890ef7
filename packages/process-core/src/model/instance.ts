/** A running process: the pid alone is not enough, since the system uses pids again. */
export interface Instance {
  readonly pid: number;
  /** Together with the pid names one process of one boot; on Linux field 22 of `/proc/PID/stat`. */
  readonly startIdentity: string;
  /** Wall clock, milliseconds since 1970. */
  readonly startedAt: number;
}

/** How an instance ended. */
export type ExitReport =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "signalled"; readonly signal: string; readonly coreDumped: boolean }
  /** It ended where nobody could see how. */
  | { readonly kind: "unknown" };

/** Where a launch can fail, in the order of the launch. */
export type LaunchStage =
  | "directory"
  | "log"
  | "user"
  | "limits"
  | "program"
  | "interpreter"
  | "fork"
  | "exec";

/** Why nothing was started. */
export interface LaunchFailure {
  readonly stage: LaunchStage;
  /** A name such as "ENOENT". */
  readonly errno: string;
  /** What was not found or not allowed. */
  readonly path: string | null;
  /** Whether the same launch may work later without a change: EAGAIN, ENOMEM, EMFILE, ETXTBSY, ENOSPC. */
  readonly passing: boolean;
}
