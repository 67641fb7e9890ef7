import type { Situation } from "./states.ts";

/** How far a process is for those who depend on it. */
export type Progress =
  | { readonly kind: "ready" }
  /** On its way; it may still become ready. */
  | { readonly kind: "pending" }
  /** Not on its way, or failed at its latest attempt. */
  | { readonly kind: "failed"; readonly why: string };

const ready: Progress = { kind: "ready" };
const pending: Progress = { kind: "pending" };

/** Reads the progress from a situation. A process that ended as expected counts as ready: what it was to do is done. */
export function progressOf(situation: Situation, enabled: boolean): Progress {
  const { state } = situation;
  switch (state.kind) {
    case "starting":
      return pending;
    case "running":
      if (situation.desired === "down") return { kind: "failed", why: "is about to be stopped" };
      return situation.ready ? ready : pending;
    case "waiting":
      return state.failure === null
        ? pending
        : { kind: "failed", why: `can't start: ${state.failure}` };
    case "backoff":
      return state.passing ? pending : { kind: "failed", why: `failed: ${situation.reason}` };
    case "stopping":
      return situation.desired === "up" ? pending : { kind: "failed", why: "is being stopped" };
    case "exited":
      return state.expected ? ready : { kind: "failed", why: situation.reason };
    case "fatal":
      return { kind: "failed", why: `failed: ${situation.reason}` };
    case "stopped":
      return { kind: "failed", why: enabled ? "is stopped" : "is disabled" };
  }
}

/** Keeps count of the progress of all processes by the names that mean them, so that a look at a group costs no walk. */
export interface ProgressBoard {
  /** Notes the progress of one; answers with the names whose sum changed by it. */
  note(id: string, progress: Progress): readonly string[];
  /** The sum of all that a name means; null for an unknown name. */
  sumOf(name: string): NameProgress | null;
}

/** The sum of the progress of all that a name means. */
export interface NameProgress {
  readonly isPending: boolean;
  /** One that failed, for the message; null when none did. */
  readonly failed: { readonly id: string; readonly why: string } | null;
}

interface Tally {
  readonly pending: number;
  /** Why, by id; null while none has. */
  readonly failed: Map<string, string> | null;
}

// Most names at most times, so it is one object for all of them.
const allWell: Tally = { pending: 0, failed: null };

/** Makes a board on which nothing is noted yet. */
export function createProgressBoard(namesOf: (id: string) => readonly string[]): ProgressBoard {
  const tallies = new Map<string, Tally>();
  const noted = new Map<string, Progress>();
  return {
    note: (id, progress) => {
      const before = noted.get(id);
      if (before !== undefined && isSameProgress(before, progress)) return [];
      noted.set(id, progress);
      const changed: string[] = [];
      for (const name of namesOf(id)) {
        const tally = tallies.get(name) ?? allWell;
        let { pending, failed } = tally;
        const wasFailed = failed?.size ?? 0;
        if (before?.kind === "pending") pending -= 1;
        if (progress.kind === "pending") pending += 1;
        if (progress.kind === "failed") (failed ??= new Map()).set(id, progress.why);
        else if (failed?.delete(id) === true && failed.size === 0) failed = null;
        tallies.set(name, pending === 0 && failed === null ? allWell : { pending, failed });
        const isFailed = failed?.size ?? 0;
        // A change among several failed ones matters to nobody, except that the only one has another reason now.
        const failedMatters =
          isFailed !== wasFailed ? Math.min(isFailed, wasFailed) === 0 : wasFailed === 1;
        if (tally.pending > 0 !== pending > 0 || failedMatters) changed.push(name);
      }
      return changed;
    },
    sumOf: (name) => {
      const tally = tallies.get(name);
      if (tally === undefined) return null;
      const first = tally.failed?.entries().next().value;
      return {
        isPending: tally.pending > 0,
        failed: first === undefined ? null : { id: first[0], why: first[1] },
      };
    },
  };
}

function isSameProgress(left: Progress, right: Progress): boolean {
  if (left.kind === "failed") return right.kind === "failed" && left.why === right.why;
  return left.kind === right.kind;
}
