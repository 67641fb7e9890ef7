// What of a process outlives the daemon, and what the next one makes of it.
import { emptyHistory } from "../backoff.ts";
import { toExitResult } from "../exit-class.ts";
import type { Clock } from "../ports/clock.ts";
import type { StoredEnding, StoredProcess, StoredRetry } from "../ports/state-store.ts";
import { neverStarted, type ProcessState, type Situation, type StartHistory } from "../states.ts";
import { instanceOf, isLaunching, type ProcessEntry } from "./process-entry.ts";

/** What both directions need to know. */
export interface StorageTerms {
  readonly bootId: string;
  /** Moments are stored by the wall clock: every daemon begins its monotonic one anew. */
  readonly clock: Pick<Clock, "wallMs" | "monotonicMs">;
}

/** What of a process is kept over restarts of the daemon. */
export function toStored(entry: ProcessEntry, terms: StorageTerms): StoredProcess {
  const { situation } = entry;
  return {
    id: entry.id,
    desired: situation.desired,
    state: situation.state.kind,
    reason: situation.reason,
    stoppedByRequest: situation.stoppedByRequest,
    bootId: terms.bootId,
    instance: instanceOf(situation),
    launch: isLaunching(situation) ? entry.launchToken : null,
    ending: endingOf(situation),
    retry: retryOf(situation, terms),
    runs: instanceOf(situation) !== null || isLaunching(situation) ? entry.runs : null,
    restarts: situation.restarts,
    lastExit: situation.lastExit,
    eventSequence: entry.sequence,
  };
}

/** What is remembered, without its instance: that is found or missed next. After a boot nobody's stop counts any more. */
export function situationOf(known: StoredProcess | undefined, terms: StorageTerms): Situation {
  if (known === undefined) return neverStarted;
  const lastExit =
    known.lastExit === null
      ? null
      : { ...known.lastExit, result: toExitResult(known.lastExit.result) };
  const base: Situation = { ...neverStarted, lastExit, restarts: known.restarts };
  if (known.bootId !== terms.bootId)
    return { ...base, restarts: 0, reason: "not started since the machine booted" };
  const state: ProcessState =
    known.instance === null ? restState(known, terms) : { kind: "stopped" };
  const isOver = state.kind === known.state && known.reason !== null;
  return {
    ...base,
    desired: known.desired,
    stoppedByRequest: known.stoppedByRequest,
    state,
    history: historyOf(known.retry, terms),
    reason: isOver
      ? known.reason
      : known.stoppedByRequest
        ? "stop requested"
        : "since the daemon started",
  };
}

function endingOf({ state }: Situation): StoredEnding | null {
  if (state.kind !== "stopping" || state.instance === null) return null;
  const { reason, startAfter, phase } = state;
  // What is saved is saved after the signals.
  return {
    reason,
    startAfter,
    step: phase === "killing" || phase === "stuck" ? "killing" : "told",
  };
}

function retryOf({ state, history }: Situation, { clock }: StorageTerms): StoredRetry | null {
  const { policyStarts, delays } = history;
  if (state.kind !== "backoff" && delays === 0 && policyStarts.length === 0) return null;
  const toWall = (at: number): number => Math.round(at - clock.monotonicMs() + clock.wallMs());
  return {
    at: state.kind === "backoff" ? toWall(state.notBeforeMs) : null,
    passing: state.kind === "backoff" && state.passing,
    delays,
    starts: policyStarts.map(toWall),
  };
}

function historyOf(retry: StoredRetry | null, { clock }: StorageTerms): StartHistory {
  if (retry === null) return emptyHistory;
  const toMonotonic = (at: number): number => at - clock.wallMs() + clock.monotonicMs();
  return { delays: retry.delays, policyStarts: retry.starts.map(toMonotonic) };
}

function restState(known: StoredProcess, { clock }: StorageTerms): ProcessState {
  switch (known.state) {
    case "exited":
      return { kind: "exited", expected: known.lastExit?.result === "success" };
    case "fatal":
      return { kind: "fatal" };
    case "backoff": {
      if (known.retry?.at == null || known.desired === "down") return { kind: "stopped" };
      const waitMs = Math.max(0, known.retry.at - clock.wallMs());
      return {
        kind: "backoff",
        notBeforeMs: clock.monotonicMs() + waitMs,
        passing: known.retry.passing,
      };
    }
    default:
      return { kind: "stopped" };
  }
}
