import type { Clock } from "../ports/clock.ts";
import type { StateStore, StoredEvent, StoredProcess } from "../ports/state-store.ts";
import { messageOf, type TroubleLog } from "./trouble-log.ts";

/** Whether something is safe now. */
export type SaveOutcome =
  | { readonly kind: "saved" }
  | { readonly kind: "failed"; readonly reason: string };

/** Saves what happens. A store that fails never stops supervision: it is told, and tried again with back-off until it works. */
export interface StoreWriter {
  /** Never rejects. `snapshot` is asked again when a failed save is repeated, so that the newest is saved. */
  write(record: SaveRecord): Promise<SaveOutcome>;
  /** Writes down a launch or an end that is about to begin; false when it has to wait for its being saved. Never throws. */
  noteIntent(process: StoredProcess): boolean;
  /** Whether all of a process is safe by now; what failed before is tried once more. */
  confirm(id: string): Promise<SaveOutcome>;
  /** Forgets a process; tried until it works. */
  remove(id: string): Promise<SaveOutcome>;
  /** Resolves when nothing is being saved any more; what failed is tried once more. */
  flush(): Promise<void>;
}

/** One thing to save. */
export interface SaveRecord {
  readonly id: string;
  readonly snapshot: () => StoredProcess;
  readonly event: StoredEvent | null;
  readonly durable: boolean;
}

interface Backlog {
  snapshot: (() => StoredProcess) | null;
  events: StoredEvent[];
}

const retry = { firstMs: 1000, mostMs: 60_000 };
/** Events of one process that are kept for a store that does not work; older ones are let go, and that is told. */
const mostEvents = 100;
const saved: SaveOutcome = { kind: "saved" };

/** Makes a writer onto a store. */
export function createStoreWriter(
  store: StateStore,
  clock: Clock,
  troubles: TroubleLog,
): StoreWriter {
  const backlogs = new Map<string, Backlog>();
  const underWay = new Set<Promise<unknown>>();
  let retries = 0;
  let cancelRetry: (() => void) | null = null;
  let draining: Promise<void> | null = null;

  const track = <Value>(promise: Promise<Value>): Promise<Value> => {
    underWay.add(promise);
    void promise.finally(() => underWay.delete(promise));
    return promise;
  };

  const fail = (error: unknown): SaveOutcome => {
    const reason = messageOf(error);
    troubles.report("store", `state can't be saved: ${reason}`);
    if (cancelRetry === null) {
      const delayMs = Math.min(retry.firstMs * 2 ** Math.min(retries, 16), retry.mostMs);
      retries += 1;
      cancelRetry = clock.callAt(clock.monotonicMs() + delayMs, () => {
        cancelRetry = null;
        void drain();
      });
    }
    return { kind: "failed", reason };
  };

  const enqueue = ({ id, snapshot, event }: SaveRecord): void => {
    const backlog = backlogs.get(id) ?? { snapshot, events: [] };
    backlog.snapshot = snapshot;
    if (event !== null) backlog.events.push(event);
    if (backlog.events.length > mostEvents) {
      backlog.events.shift();
      troubles.report("store", "the store failed for so long that history is lost");
    }
    backlogs.set(id, backlog);
  };

  /** One process after the other, each event in its order; stops at the first failure. */
  const drain = (): Promise<void> => {
    draining ??= track(drainAll()).finally(() => {
      draining = null;
    });
    return draining;
  };
  const drainAll = async (): Promise<void> => {
    try {
      for (const id of backlogs.keys()) await drainOne(id);
    } catch (error) {
      fail(error);
      return;
    }
    if (backlogs.size > 0) return drainAll();
    retries = 0;
    troubles.clear("store");
  };
  const drainOne = async (id: string): Promise<void> => {
    for (;;) {
      const backlog = backlogs.get(id);
      if (backlog === undefined) return;
      const { snapshot } = backlog;
      if (snapshot === null) await store.remove(id);
      else {
        const event = backlog.events[0] ?? null;
        await store.save(snapshot(), event, { durable: true });
        if (event !== null && backlog.events[0] === event) backlog.events.shift();
      }
      if (
        backlogs.get(id) === backlog &&
        backlog.events.length === 0 &&
        backlog.snapshot === snapshot
      ) {
        backlogs.delete(id);
      }
    }
  };

  const confirm = async (id: string): Promise<SaveOutcome> => {
    // Whoever waits for a save is a good reason to try before the back-off is over.
    if (backlogs.has(id)) await drain();
    return backlogs.has(id) ? { kind: "failed", reason: lastReason(troubles) } : saved;
  };

  const write = async (record: SaveRecord): Promise<SaveOutcome> => {
    if (backlogs.has(record.id)) {
      enqueue(record);
      return record.durable ? confirm(record.id) : { kind: "failed", reason: lastReason(troubles) };
    }
    try {
      await store.save(record.snapshot(), record.event, { durable: record.durable });
      return saved;
    } catch (error) {
      enqueue(record);
      return fail(error);
    }
  };

  return {
    write: (record) => track(write(record)),
    noteIntent: (process) => {
      try {
        return store.noteIntent(process);
      } catch {
        return false;
      }
    },
    confirm: (id) => track(confirm(id)),
    remove: (id) => {
      const remove = async (): Promise<SaveOutcome> => {
        backlogs.delete(id);
        try {
          await store.remove(id);
          return saved;
        } catch (error) {
          backlogs.set(id, { snapshot: null, events: [] });
          return fail(error);
        }
      };
      return track(remove());
    },
    flush: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      if (backlogs.size > 0) await drain();
      cancelRetry?.();
    },
  };
}

function lastReason(troubles: TroubleLog): string {
  return troubles.list().find(({ kind }) => kind === "store")?.message ?? "the store does not work";
}
