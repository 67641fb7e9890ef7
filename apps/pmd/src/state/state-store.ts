import { dpmError, type DpmError, isDpmError } from "@dpm/errors";
import type { StateStore } from "@dpm/process-core";
import type { Troubles } from "../troubles.ts";
import type { Generation, OpenOutcome, StateTask } from "./messages.ts";
import { startStateThread } from "./state-thread.ts";

const closeTimeoutMs = 3_000;

/** The store of a state directory. A write that fails is reported to whoever asked; the supervisor tries it again. */
export interface DaemonStateStore extends StateStore {
  /** Names the state directory for ever. */
  readonly instanceId: string;
  /** The configuration that was in force when the last daemon ended; null in a new state directory. */
  readonly generation: Generation | null;
  /** Remembers which configuration is in force. */
  saveGeneration(generation: Generation): Promise<void>;
  /** Keeps this many events from now on. */
  limitHistory(events: number): Promise<void>;
}

/** How a store is opened. */
export interface StateStoreOptions {
  readonly path: string;
  readonly historyLimit: number;
  readonly troubles: Troubles;
}

/**
 * Opens the state of a daemon, or makes it. A damaged database is set aside and noted as a trouble.
 * Throws ERR_DPM_DAEMON_STATE_NEWER for one of a newer version, ERR_DPM_DAEMON_STATE_FAILED when it can't be opened.
 */
export async function openStateStore({
  path,
  historyLimit,
  troubles,
}: StateStoreOptions): Promise<DaemonStateStore> {
  const thread = startStateThread(
    { path, historyLimit },
    {
      died: (reason) =>
        troubles.set("state-thread", dpmError("ERR_DPM_DAEMON_STATE_STOPPED", { reason })),
      revived: (outcome) => {
        if (outcome.kind === "opened") troubles.clear("state-thread");
        noteDamage(outcome, path, troubles);
      },
    },
  );
  const outcome = await thread.opened;
  noteDamage(outcome, path, troubles);
  if (outcome.kind !== "opened") {
    await thread.close(closeTimeoutMs);
    throw refusal(outcome, path);
  }

  const change = async (task: StateTask): Promise<void> => {
    try {
      await thread.ask(task).catch(fail);
      troubles.clear("state");
    } catch (error) {
      if (isDpmError(error)) troubles.set("state", error);
      throw error;
    }
  };
  function fail(cause: unknown): never {
    throw dpmError(
      "ERR_DPM_DAEMON_STATE_FAILED",
      { path, reason: (cause as Error).message },
      cause,
    );
  }

  return {
    instanceId: outcome.instanceId,
    generation: outcome.generation,
    load: () => thread.ask({ kind: "load" }).catch(fail),
    save: (process, event, { durable }) =>
      change({ kind: "save", process, events: event === null ? [] : [event], durable }),
    remove: (id) => change({ kind: "remove", id }),
    saveGeneration: (generation) => change({ kind: "save-generation", generation }),
    limitHistory: (events) => change({ kind: "limit-history", events }),
    close: () => thread.close(closeTimeoutMs),
  };
}

function noteDamage(outcome: OpenOutcome, path: string, troubles: Troubles): void {
  if (outcome.kind !== "opened" || outcome.setAside === null) return;
  troubles.set(
    "state-damaged",
    dpmError("ERR_DPM_DAEMON_STATE_DAMAGED", { path, setAside: outcome.setAside }),
  );
}

function refusal(outcome: Exclude<OpenOutcome, { kind: "opened" }>, path: string): DpmError {
  switch (outcome.kind) {
    case "newer":
      return dpmError("ERR_DPM_DAEMON_STATE_NEWER", {
        path,
        found: outcome.found,
        known: outcome.known,
      });
    case "failed":
      return dpmError("ERR_DPM_DAEMON_STATE_FAILED", { path, reason: outcome.reason });
  }
}
