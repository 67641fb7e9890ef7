import { dpmError, type DpmError, isDpmError } from "@dpm/errors";
import type { StateStore, StoredEvent, StoredProcess } from "@dpm/process-core";
import type { Troubles } from "../troubles.ts";
import { createIntentJournal, type NotedIntent } from "./intent-journal.ts";
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
  /** Whether it was damaged, so that a new one was begun. */
  readonly wasSetAside: boolean;
  /** Remembers which configuration is in force. */
  saveGeneration(generation: Generation): Promise<void>;
  /** Keeps this many events from now on. */
  limitHistory(events: number): Promise<void>;
  /** Opens the database again, which somebody has removed: all that is remembered is in it when this resolves, but no history. */
  reopen(): Promise<void>;
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
  // What the database has been given and has not confirmed.
  const unconfirmed = new Map<string, StoredEvent[]>();
  // Of which the latest save failed.
  const unsaved = new Set<string>();
  // What else a new database has to be told.
  const told = new Map<"save-generation" | "limit-history", StateTask>();
  const isSettled = (): boolean => unconfirmed.size + unsaved.size === 0;
  const intents = createIntentJournal(`${path}.intents`);
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
          saved = saveAll();
        }
      },
    },
    workerFile,
  );
  let saved = Promise.resolve();
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
    await Promise.allSettled([
      ...all.map((process) => change({ kind: "save", process, events: [], durable: true })),
      ...[...told.values()].map((task) => change(task)),
    ]);
  }

  const tell = async (
    task: Extract<StateTask, { kind: "save-generation" | "limit-history" }>,
  ): Promise<void> => {
    await change(task);
    told.set(task.kind, task);
  };

  const save = async (
    process: StoredProcess,
    events: readonly StoredEvent[],
    durable: boolean,
  ): Promise<void> => {
    remembered.set(process.id, process);
    const { id } = process;
    for (const event of events) {
      const known = unconfirmed.get(id);
      if (known === undefined) unconfirmed.set(id, [event]);
      else known.push(event);
    }
    try {
      await change({ kind: "save", process, events, durable });
      unsaved.delete(id);
    } catch (error) {
      unsaved.add(id);
      throw error;
    } finally {
      const left = unconfirmed.get(id)?.filter((event) => !events.includes(event)) ?? [];
      if (left.length > 0) unconfirmed.set(id, left);
      else unconfirmed.delete(id);
      if (isSettled()) intents.settled();
    }
  };

  /** Takes in what the last daemon noted and did not live to save. */
  async function takeIn(
    noted: readonly NotedIntent[],
    known: Map<string, StoredProcess>,
  ): Promise<void> {
    for (const { process, events } of noted) {
      const before = known.get(process.id)?.eventSequence ?? 0;
      if (process.eventSequence <= before) continue;
      const missing = events.filter(({ sequence }) => sequence > before);
      // A history with a gap would be worse than one that ends earlier.
      const isWhole = missing[0]?.sequence === before + 1;
      const taken = isWhole ? process : { ...process, eventSequence: before };
      known.set(process.id, taken);
      await save(taken, isWhole ? missing : [], true);
    }
  }

  return {
    instanceId: outcome.instanceId,
    generation: outcome.generation,
    wasSetAside: outcome.setAside !== null,
    async load() {
      const processes = await thread.ask({ kind: "load" }).catch(fail);
      for (const process of processes) remembered.set(process.id, process);
      const noted = intents.read();
      if (noted.length === 0) return processes;
      const known = new Map(processes.map((process) => [process.id, process]));
      // What can't be saved now stays in the file, and what was read counts all the same.
      await takeIn(noted, known).then(
        () => intents.clear(),
        () => {},
      );
      return [...known.values()];
    },
    save: (process, event, { durable }) => save(process, event === null ? [] : [event], durable),
    noteIntent: (process) => intents.note({ process, events: unconfirmed.get(process.id) ?? [] }),
    remove: (id) => {
      remembered.delete(id);
      unsaved.delete(id);
      intents.forget(id);
      return change({ kind: "remove", id });
    },
    saveGeneration: (generation) => tell({ kind: "save-generation", generation }),
    limitHistory: (events) => tell({ kind: "limit-history", events }),
    async reopen() {
      // Opened by the next line that is written.
      intents.close();
      await thread.reopen();
      await saved;
    },
    close: async () => {
      await thread.close(closeTimeoutMs);
      if (isSettled()) intents.clear();
      intents.close();
    },
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
