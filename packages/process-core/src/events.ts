import type { ExitReport, Instance, LaunchFailure } from "./model/instance.ts";
import type { StoredEnding } from "./ports/state-store.ts";
import type { StopReason } from "./stop-reason.ts";

/**
 * What can happen to a process, in the past tense. Events that concern one instance carry the number of its launch;
 * those of an earlier launch change nothing any more.
 */
export type ProcessEvent =
  /** Somebody, or the supervisor at its start, wants it up. `forget`: restarts and back-off begin anew. */
  | {
      readonly kind: "start-requested";
      readonly actor: string | null;
      readonly cause: string;
      readonly forget: boolean;
    }
  /** It is to be stopped when its turn comes; from now on nothing starts it. */
  | { readonly kind: "stop-planned"; readonly actor: string | null; readonly reason: StopReason }
  /** Its turn to stop has come. */
  | { readonly kind: "stop-requested"; readonly actor: string | null; readonly reason: StopReason }
  /** A new instance is wanted in place of the one that runs, if one does. */
  | {
      readonly kind: "restart-requested";
      readonly actor: string | null;
      readonly reason: StopReason;
    }
  /** Another definition is in force; says which probes are others now. */
  | { readonly kind: "redefined"; readonly readiness: boolean; readonly health: boolean }
  /** Something it depends on changed; the context says how things stand now. */
  | { readonly kind: "dependency-changed" }
  | { readonly kind: "spawned"; readonly launch: number; readonly instance: Instance }
  | { readonly kind: "spawn-failed"; readonly launch: number; readonly failure: LaunchFailure }
  /** The launch was taken back before it began. */
  | { readonly kind: "spawn-cancelled"; readonly launch: number }
  /** The main process ended. `treeAlive`: something it left is alive. */
  | {
      readonly kind: "exited";
      readonly launch: number;
      readonly report: ExitReport;
      readonly treeAlive: boolean;
    }
  /** A round of SIGKILL is over. */
  | { readonly kind: "tree-killed"; readonly launch: number; readonly survivors: readonly number[] }
  /** What the main process left was looked at again. */
  | { readonly kind: "tree-checked"; readonly launch: number; readonly treeAlive: boolean }
  | { readonly kind: "became-ready"; readonly launch: number }
  | { readonly kind: "ready-timed-out"; readonly launch: number }
  | { readonly kind: "stop-timed-out"; readonly launch: number }
  /** The whole tree is gone and still nobody told how the main process ended. */
  | { readonly kind: "exit-overdue"; readonly launch: number }
  /** It is time to try SIGKILL again. */
  | { readonly kind: "kill-due"; readonly launch: number }
  | { readonly kind: "backoff-elapsed" }
  | { readonly kind: "health-passed"; readonly launch: number }
  | { readonly kind: "hang-detected"; readonly launch: number; readonly detail: string }
  /** An instance that an earlier daemon started was taken over. */
  | {
      readonly kind: "adopted";
      readonly instance: Instance;
      readonly startedMs: number;
      /** The earlier daemon died before it knew of the instance. */
      readonly midLaunch: boolean;
      /** The end that the earlier daemon had begun; null when it had not. */
      readonly ending: StoredEnding | null;
    }
  /** The instance of an earlier daemon is gone. */
  | {
      readonly kind: "found-gone";
      readonly instance: Instance;
      readonly report: ExitReport;
      readonly treeAlive: boolean;
      /** The end that the earlier daemon had begun; null when it had not. */
      readonly ending: StoredEnding | null;
    };

/** The name of an event. */
export type EventKind = ProcessEvent["kind"];

/** The event of one name. */
export type EventOf<K extends EventKind> = Extract<ProcessEvent, { readonly kind: K }>;
