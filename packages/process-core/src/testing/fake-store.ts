import type { StateStore, StoredEvent, StoredProcess } from "../ports/state-store.ts";

/** A store in memory that can be made to fail. */
export interface FakeStore extends StateStore {
  readonly processes: ReadonlyMap<string, StoredProcess>;
  readonly events: readonly StoredEvent[];
  /** From now on everything fails with this message; null: works again. */
  fail(message: string | null): void;
  /** From now on saves stay under way until {@link FakeStore.release}. */
  hold(): void;
  release(): void;
  /** From now on launches are noted at once. */
  noteIntents(): void;
  readonly durableSaves: number;
}

/** Makes a store that remembers what it is given. */
export function createFakeStore(remembered: readonly StoredProcess[] = []): FakeStore {
  const processes = new Map(remembered.map((process) => [process.id, process]));
  const events: StoredEvent[] = [];
  let failure: string | null = null;
  let gate: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null;
  let durableSaves = 0;
  let isNoting = false;
  const pass = async (): Promise<void> => {
    await gate?.promise;
    if (failure !== null) throw new Error(failure);
  };
  return {
    processes,
    events,
    get durableSaves() {
      return durableSaves;
    },
    fail: (message) => {
      failure = message;
    },
    hold: () => {
      gate = Promise.withResolvers<void>();
    },
    release: () => {
      gate?.resolve();
      gate = null;
    },
    noteIntents: () => {
      isNoting = true;
    },
    noteIntent: (process) => {
      if (isNoting) processes.set(process.id, process);
      return isNoting;
    },
    load: async () => {
      await pass();
      return [...processes.values()];
    },
    save: async (process, event, { durable }) => {
      await pass();
      processes.set(process.id, process);
      if (event !== null) events.push(event);
      if (durable) durableSaves += 1;
    },
    remove: async (id) => {
      await pass();
      processes.delete(id);
    },
    close: async () => undefined,
  };
}
