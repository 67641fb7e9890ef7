// What supervision needs never waits for a disk that is full: a failed write is reported to whoever asked for it, kept,
// and tried again for ever, since what happened to a process can't be undone by not having written it down.
import { dpmError, type DpmError } from "@dpm/errors";
import type { StateStore, StoredEvent, StoredProcess } from "@dpm/process-core";
import type { Troubles } from "../troubles.ts";
import type { OpenOutcome } from "./messages.ts";
import { startStateThread } from "./state-thread.ts";

const firstRetryMs = 500;
const longestRetryMs = 30_000;
const closeTimeoutMs = 3_000;
/** Of one process; older ones are dropped while nothing can be written. */
const unsavedEvents = 100;

/** The store of a state directory. */
export interface DaemonStateStore extends StateStore {
  /** Names the state directory for ever. */
  readonly instanceId: string;
  /** Keeps this many events from now on. */
  limitHistory(events: number): void;
}

/** How a store is opened. */
export interface StateStoreOptions {
  readonly path: string;
  readonly historyLimit: number;
  readonly troubles: Troubles;
}

interface Unsaved {
  process: StoredProcess;
  events: StoredEvent[];
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
  const unsaved = new Map<string, Unsaved>();
  let retryMs = firstRetryMs;
  let timer: NodeJS.Timeout | undefined;

  const thread = startStateThread(
    { path, historyLimit },
    {
      died: (reason) =>
        troubles.set("state-thread", dpmError("ERR_DPM_DAEMON_STATE_STOPPED", { reason })),
      revived: (outcome) => {
        if (outcome.kind === "opened") troubles.clear("state-thread");
        noteOutcome(outcome, { path, troubles });
      },
    },
  );
  const outcome = await thread.opened;
  const refusal = noteOutcome(outcome, { path, troubles });
  if (outcome.kind !== "opened") {
    await thread.close(closeTimeoutMs);
    throw refusal;
  }

  function failure(cause: unknown): DpmError {
    return dpmError(
      "ERR_DPM_DAEMON_STATE_FAILED",
      { path, reason: (cause as Error).message },
      cause,
    );
  }

  function fail(cause: unknown): never {
    throw failure(cause);
  }

  async function write(
    process: StoredProcess,
    events: readonly StoredEvent[],
    durable: boolean,
  ): Promise<void> {
    try {
      await thread.ask({ kind: "save", process, events, durable });
      settled(process);
    } catch (cause) {
      const error = failure(cause);
      keep(process, events);
      troubles.set("state", error);
      scheduleRetry();
      throw error;
    }
  }

  function keep(process: StoredProcess, events: readonly StoredEvent[]): void {
    const kept = unsaved.get(process.id);
    const newest =
      kept === undefined || kept.process.eventSequence <= process.eventSequence
        ? process
        : kept.process;
    const all = [...(kept?.events ?? []), ...events].sort((a, b) => a.sequence - b.sequence);
    unsaved.set(process.id, { process: newest, events: all.slice(-unsavedEvents) });
  }

  function settled(process: StoredProcess): void {
    const kept = unsaved.get(process.id);
    if (kept !== undefined && kept.process.eventSequence <= process.eventSequence)
      kept.process = process;
    if (unsaved.size === 0 && timer === undefined) {
      troubles.clear("state");
      retryMs = firstRetryMs;
    }
  }

  function scheduleRetry(): void {
    if (timer !== undefined) return;
    timer = setTimeout(() => void retry(), retryMs).unref();
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  }

  async function retry(): Promise<void> {
    timer = undefined;
    const attempts = [...unsaved.values()];
    unsaved.clear();
    await Promise.allSettled(attempts.map(({ process, events }) => write(process, events, true)));
  }

  return {
    instanceId: outcome.instanceId,
    limitHistory(events) {
      thread.ask({ kind: "limit-history", events }).catch(() => {});
    },
    load: () => thread.ask({ kind: "load" }).catch(fail),
    save: (process, event, { durable }) => write(process, event === null ? [] : [event], durable),
    async remove(id) {
      unsaved.delete(id);
      await thread.ask({ kind: "remove", id }).catch(fail);
    },
    async close() {
      clearTimeout(timer);
      if (unsaved.size > 0) await retry();
      clearTimeout(timer);
      await thread.close(closeTimeoutMs);
    },
  };
}

/** Makes an outcome visible; answers the error where there is no database. */
function noteOutcome(
  outcome: OpenOutcome,
  { path, troubles }: { readonly path: string; readonly troubles: Troubles },
): DpmError | null {
  switch (outcome.kind) {
    case "opened":
      if (outcome.setAside !== null) {
        troubles.set(
          "state-damaged",
          dpmError("ERR_DPM_DAEMON_STATE_DAMAGED", { path, setAside: outcome.setAside }),
        );
      }
      return null;
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
