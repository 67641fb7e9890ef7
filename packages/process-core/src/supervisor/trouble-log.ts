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

/** Held-back hooks are told for so long after the last one: nobody else would ever declare them over. */
const hookMemoryMs = 600_000;

/** Makes an empty log. */
export function createTroubleLog(clock: Clock): TroubleLog {
  const troubles = new Map<string, Trouble & { readonly lastMs: number }>();
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
        lastMs: clock.monotonicMs(),
      });
    },
    clear: (kind) => {
      for (const [key, trouble] of troubles) if (trouble.kind === kind) troubles.delete(key);
    },
    list: () => {
      const nowMs = clock.monotonicMs();
      for (const [key, { kind, lastMs }] of troubles) {
        if (kind === "hook" && nowMs - lastMs >= hookMemoryMs) troubles.delete(key);
      }
      return [...troubles.values()].map(({ lastMs: _lastMs, ...trouble }) => trouble);
    },
  };
}

/** What an unknown error says, for a trouble or a row. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
