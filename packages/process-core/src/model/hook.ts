import type { RateLimit } from "./rate-limit.ts";

/** The events that a configuration can attach an action to. */
export type HookEvent =
  | "on_start"
  | "on_ready"
  | "on_exit"
  | "on_failure"
  | "on_restart"
  | "on_stop"
  | "on_health_fail"
  | "on_limit";

/** What to do when an event of a process happens. */
export interface Hook {
  readonly event: HookEvent;
  readonly action: HookAction;
  readonly timeoutMs: number;
  /** Null: every time. */
  readonly rateLimit: RateLimit | null;
}

/** `exec`, `http` and `mail` go out of the daemon; `restart`, `stop-group` and `start` are carried out by the supervisor. */
export type HookAction =
  | { readonly kind: "exec"; readonly argv: readonly [string, ...string[]] }
  | { readonly kind: "http"; readonly url: string }
  | { readonly kind: "mail"; readonly to: string }
  | { readonly kind: "restart" }
  | { readonly kind: "stop-group"; readonly group: string }
  | { readonly kind: "start"; readonly id: string };

/** What a hook is told; given to an executed program as `DPM_ID`, `DPM_EVENT`, `DPM_PID`, `DPM_CODE`, `DPM_SIGNAL`, `DPM_COUNT`. */
export interface HookFacts {
  readonly id: string;
  readonly event: HookEvent;
  readonly pid: number | null;
  readonly code: number | null;
  readonly signal: string | null;
  /** Restarts so far. */
  readonly count: number;
}
