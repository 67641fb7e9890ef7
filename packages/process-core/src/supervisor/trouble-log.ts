import type { Clock } from "../ports/clock.ts";
import type { Trouble } from "./supervisor-api.ts";

/** Remembers what is wrong with the supervisor itself; bounded, since equal troubles are counted. */
export interface TroubleLog {
  report(kind: Trouble["kind"], message: string): void;
  /** It is over. */
  clear(kind: Trouble["kind"]): void;
  list(): readonly Trouble[];
}

/** More different troubles than this say nothing new. */
const most = 32;

/** Makes an empty log. */
export function createTroubleLog(clock: Clock): TroubleLog {
  const troubles = new Map<string, Trouble>();
  return {
    report: (kind, message) => {
      const key = `${kind} ${message}`;
      const known = troubles.get(key);
      if (known === undefined && troubles.size >= most) return;
      troubles.set(key, {
        kind,
        message,
        since: known?.since ?? clock.wallMs(),
        count: (known?.count ?? 0) + 1,
      });
    },
    clear: (kind) => {
      for (const [key, trouble] of troubles) if (trouble.kind === kind) troubles.delete(key);
    },
    list: () => [...troubles.values()],
  };
}

/** What an unknown error says, for a trouble or a row. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
