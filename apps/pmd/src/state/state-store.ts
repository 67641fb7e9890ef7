import { dpmError, type DpmError, isDpmError } from "@dpm/errors";
import type { StateStore, StoredProcess } from "@dpm/process-core";
import type { Troubles } from "../troubles.ts";
import type { Generation, OpenOutcome, StateTask } from "./messages.ts";
import { startStateThread } from "./state-thread.ts";
import { messageOf } from "../failure.ts";

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
  /** Another program for the thread, for tests. */
  readonly workerFile?: URL;
}

/**
 * Opens the state of a daemon, or makes it. A damaged database is set aside and noted as a trouble.
 * Throws ERR_DPM_DAEMON_STATE_NEWER for one of a newer version, ERR_DPM_DAEMON_STATE_FAILED when it can't be opened.
 */
export async function openStateStore({
  path,
  historyLimit,
  troubles,
  workerFile,
}: StateStoreOptions): Promise<DaemonStateStore> {
  // What has to be in the database; a new thread saves it again, since the database may have been lost with the old one.
  const remembered = new Map<string, StoredProcess>();
  const thread = startStateThread(
    { path, historyLimit },
    {
      died: (reason) =>
        troubles.set("state-thread", dpmError("ERR_DPM_DAEMON_STATE_STOPPED", { reason })),
      revived: (outcome) => {
        noteDamage(outcome, path, troubles);
        if (outcome.kind === "opened") {
          troubles.clear("state-thread");
          troubles.clear("state");
          void saveAll();
        }
      },
    },
    workerFile,
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
    throw dpmError("ERR_DPM_DAEMON_STATE_FAILED", { path, reason: messageOf(cause) }, cause);
  }

  async function saveAll(): Promise<void> {
    const all = [...remembered.values()];
    // A failure is a trouble already, and the next change of each process saves it again.
    await Promise.allSettled(
      all.map((process) => change({ kind: "save", process, events: [], durable: true })),
    );
  }

  return {
    instanceId: outcome.instanceId,
    generation: outcome.generation,
    async load() {
      const processes = await thread.ask({ kind: "load" }).catch(fail);
      for (const process of processes) remembered.set(process.id, process);
      return processes;
    },
    save: (process, event, { durable }) => {
      remembered.set(process.id, process);
      return change({ kind: "save", process, events: event === null ? [] : [event], durable });
    },
    remove: (id) => {
      remembered.delete(id);
      return change({ kind: "remove", id });
    },
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
