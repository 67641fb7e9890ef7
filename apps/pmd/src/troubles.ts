import { type DpmError, type ErrorReport, toReport } from "@dpm/errors";

/** What is wrong with the daemon now, shown to every client until it is over. */
export interface Troubles {
  /** Notes a trouble under a name; a later one of the same name replaces it. */
  set(name: string, error: DpmError): void;
  /** The trouble of this name is over. */
  clear(name: string): void;
  list(): readonly ErrorReport[];
}

/** Makes an empty list of troubles. `changed` is told once when a trouble begins or changes, and once, with null, when it is over. */
export function createTroubles(changed: (name: string, error: DpmError | null) => void): Troubles {
  const current = new Map<string, DpmError>();
  return {
    set(name, error) {
      const former = current.get(name);
      current.set(name, error);
      if (former?.message !== error.message) changed(name, error);
    },
    clear(name) {
      if (current.delete(name)) changed(name, null);
    },
    list: () => [...current.values()].map(toReport),
  };
}
