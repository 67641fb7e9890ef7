import type { HookEvent } from "./model/hook.ts";
import type { Instance } from "./model/instance.ts";
import type { LastExit } from "./states.ts";

/** A process has at most one timer of each name; when it runs out it becomes the event of the same meaning. */
export type TimerName =
  | "backoff"
  | "start-timeout"
  | "stop-timeout"
  | "tree-check"
  | "kill-retry"
  | "exit-overdue";

/** What is to be done because of an event; data, carried out through the ports. */
export type Effect =
  | { readonly kind: "spawn"; readonly launch: number }
  /** Takes a launch back when it has not begun. */
  | { readonly kind: "cancel-spawn"; readonly launch: number }
  | {
      readonly kind: "signal";
      readonly instance: Instance;
      readonly signal: string;
      readonly to: "main" | "tree";
    }
  | { readonly kind: "kill-tree"; readonly instance: Instance; readonly launch: number }
  /** At a monotonic moment; replaces the timer of that name. */
  | {
      readonly kind: "set-timer";
      readonly name: TimerName;
      readonly atMs: number;
      readonly launch: number;
    }
  | { readonly kind: "cancel-timer"; readonly name: TimerName }
  | {
      readonly kind: "start-probe";
      readonly probe: "readiness" | "health";
      readonly launch: number;
    }
  | { readonly kind: "stop-probes" }
  | {
      readonly kind: "run-hook";
      readonly event: HookEvent;
      readonly pid: number | null;
      readonly exit: LastExit | null;
    };
