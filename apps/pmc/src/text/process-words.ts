import { healthWord, type ProcessStatus, processStateWord } from "@dpm/pdu";
import { formatAge } from "@dpm/units";

import { escapeLine } from "./escape.ts";
import type { Cell } from "./render-table.ts";
import type { Tone } from "./style.ts";

const tones: Readonly<Record<string, Tone>> = {
  running: "good",
  starting: "changing",
  stopping: "changing",
  waiting: "changing",
  reloading: "changing",
  paused: "changing",
  backoff: "bad",
  fatal: "bad",
  unknown: "bad",
  stopped: "quiet",
  exited: "quiet",
};

/** The state with what matters beside it: `running (unhealthy)`, `stopped (disabled)`. */
export function stateCell(status: ProcessStatus): Cell {
  const word = processStateWord(status.state);
  const health = healthWord(status.health);
  const isUp = word === "running";
  const remarks = [
    ...(status.enabled ? [] : ["disabled"]),
    ...(isUp && !status.ready ? ["not ready"] : []),
    ...(isUp && (health === "unhealthy" || health === "starting") ? [health] : []),
  ].map((remark) => (remark === "starting" ? "probing" : remark));
  const tone = isUp && remarks.length > 0 ? "changing" : tones[word];
  return {
    text: remarks.length === 0 ? word : `${word} (${remarks.join(", ")})`,
    ...(tone === undefined ? {} : { tone }),
  };
}

/** How it last ended and how long ago: `exit 7, 3m 2s ago`. */
export function lastExitCell(status: ProcessStatus, now: number): Cell {
  const exit = status.lastExit;
  if (exit === null) return { text: "-", tone: "quiet" };
  const how =
    exit.signal !== ""
      ? escapeLine(exit.signal)
      : exit.code === undefined
        ? "unknown"
        : `exit ${exit.code}`;
  const ago = exit.atMs === 0 ? "" : `, ${formatAge(Math.max(0, now - exit.atMs))} ago`;
  return { text: how + ago };
}

/** The pid, or a dash. */
export function pidCell({ pid }: ProcessStatus): Cell {
  return pid === undefined ? { text: "-", tone: "quiet" } : { text: String(pid) };
}

/** How long it has been up, or a dash. */
export function uptimeCell({ uptimeMs }: ProcessStatus): Cell {
  return uptimeMs === undefined ? { text: "-", tone: "quiet" } : { text: formatAge(uptimeMs) };
}

function nextAttempt(inMs: number): string {
  // Less than what is counted in.
  return inMs < 1000 ? "next attempt now" : `next attempt in ${formatAge(inMs)}`;
}

/** What there is to say about a process that is not simply running or stopped; empty for one that is. */
export function noteOf(status: ProcessStatus, now: number): string {
  const word = processStateWord(status.state);
  const health = healthWord(status.health);
  const isPlain =
    (word === "running" && health !== "unhealthy") || word === "stopped" || word === "exited";
  if (isPlain) return "";
  const next =
    status.nextAttemptAtMs === undefined ? [] : [nextAttempt(status.nextAttemptAtMs - now)];
  const limit = status.limit === 0 ? [] : [`${status.limitUsed} of ${status.limit} starts used`];
  const parts = [...(status.reason === "" ? [] : [escapeLine(status.reason)]), ...next, ...limit];
  return parts.length === 0 ? "" : `${escapeLine(status.id)}: ${parts.join("; ")}`;
}
