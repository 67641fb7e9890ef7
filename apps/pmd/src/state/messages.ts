import type { StoredEvent, StoredProcess } from "@dpm/process-core";

/** What the state worker is started with. */
export interface StateWorkerData {
  readonly path: string;
  /** Events kept. */
  readonly historyLimit: number;
}

/** Which configuration is in force. */
export interface Generation {
  /** Grows with each applied change. */
  readonly number: number;
  /** Tells whether a configuration is the same. */
  readonly fingerprint: string;
}

/** What the state worker is asked for. */
export type StateTask =
  | { readonly kind: "load" }
  | {
      readonly kind: "save";
      readonly process: StoredProcess;
      readonly events: readonly StoredEvent[];
      readonly durable: boolean;
    }
  | { readonly kind: "remove"; readonly id: string }
  | { readonly kind: "save-generation"; readonly generation: Generation }
  | { readonly kind: "limit-history"; readonly events: number }
  | { readonly kind: "close" };

/** A task with the number that its answer carries. */
export interface StateRequest {
  readonly number: number;
  readonly task: StateTask;
}

/** Requests that arose in one turn of the event loop, in their order: one message costs less than many. */
export type StateRequests = readonly StateRequest[];

/** How the opening of the database went. */
export type OpenOutcome =
  | {
      readonly kind: "opened";
      /** Names this state directory for ever. */
      readonly instanceId: string;
      readonly generation: Generation | null;
      /** Where a damaged database was moved; null: it was sound or new. */
      readonly setAside: string | null;
    }
  | { readonly kind: "newer"; readonly found: number; readonly known: number }
  | { readonly kind: "failed"; readonly reason: string };

/** What the worker tells: first how it opened, then which requests are done or failed. */
export type StateAnswer =
  | { readonly kind: "open"; readonly outcome: OpenOutcome }
  | {
      readonly kind: "loaded";
      readonly number: number;
      readonly processes: readonly StoredProcess[];
    }
  | { readonly kind: "done"; readonly numbers: readonly number[] }
  | { readonly kind: "failed"; readonly numbers: readonly number[]; readonly reason: string };
