import type { DesiredState, Health, LastExit, StateKind } from "./states.ts";

/** One process as clients see it; the names are those of the wire. */
export interface ProcessStatus {
  readonly id: string;
  readonly baseId: string;
  readonly group: string | null;
  readonly enabled: boolean;
  readonly state: StateKind;
  readonly desired: DesiredState;
  readonly ready: boolean;
  readonly health: Health;
  /** Null when nothing runs. */
  readonly pid: number | null;
  /** Wall clock, milliseconds since 1970; null when nothing runs. */
  readonly startedAtMs: number | null;
  /** By the monotonic clock; null when nothing runs. */
  readonly uptimeMs: number | null;
  /** Restarts by the supervisor since somebody last started it. */
  readonly restarts: number;
  readonly lastExit: LastExit | null;
  /** Why it is in this state, for people. */
  readonly reason: string;
  /** Wall clock; null when no attempt is planned. */
  readonly nextAttemptAtMs: number | null;
  /** The number of its last event. */
  readonly eventSequence: number;
  /** The number of this instance of a scaled process, from 0. */
  readonly instance: number;
  /** Starts that the start limit counts now, and how many it allows; 0 without a limit. */
  readonly limitUsed: number;
  readonly limit: number;
}
