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

const dash: Cell = { text: "-", tone: "quiet" };
const plainCells = new Map<string, Cell>();

/** The cell of a state without remarks; there are few of them, and tables have many. */
function plainCell(word: string): Cell {
  const known = plainCells.get(word);
  if (known !== undefined) return known;
  const tone = tones[word];
  const cell = tone === undefined ? { text: word } : { text: word, tone };
  plainCells.set(word, cell);
  return cell;
}

/** The state with what matters beside it: `running (unhealthy)`, `stopped (disabled)`. */
export function stateCell(status: ProcessStatus): Cell {
  const word = processStateWord(status.state);
  const isUp = word === "running";
  const health = isUp ? healthWord(status.health) : "none";
  const remarks: string[] = [];
  if (!status.enabled) remarks.push("disabled");
  if (isUp && !status.ready) remarks.push("not ready");
  if (health === "unhealthy") remarks.push(health);
  if (health === "starting") remarks.push("probing");
  if (remarks.length === 0) return plainCell(word);
  const text = `${word} (${remarks.join(", ")})`;
  const tone = isUp ? "changing" : tones[word];
  return tone === undefined ? { text } : { text, tone };
}

/** How it last ended and how long ago: `exit 7, 3m 2s ago`. */
export function lastExitCell(status: ProcessStatus, now: number): Cell {
  const exit = status.lastExit;
  if (exit === null) return dash;
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
  return pid === undefined ? dash : { text: String(pid) };
}

/** How long it has been up, or a dash. */
export function uptimeCell({ uptimeMs }: ProcessStatus): Cell {
  if (uptimeMs === undefined) return dash;
  const seconds = Math.floor(uptimeMs / 1000);
  if (seconds !== lastUptime.seconds)
    lastUptime = { seconds, cell: { text: formatAge(seconds * 1000) } };
  return lastUptime.cell;
}

// Most of many processes were started together.
let lastUptime: { readonly seconds: number; readonly cell: Cell } = {
  seconds: Number.NaN,
  cell: dash,
};

function nextAttempt(inMs: number): string {
  // Less than what is counted in.
  return inMs < 1000 ? "next attempt now" : `next attempt in ${formatAge(inMs)}`;
}

/** What there is to say about a process that is not simply running or stopped; empty for one that is. */
export function noteOf(status: ProcessStatus, now: number): string {
  const word = processStateWord(status.state);
  const isPlain =
    word === "running"
      ? healthWord(status.health) !== "unhealthy"
      : word === "stopped" || word === "exited";
  if (isPlain) return "";
  const next =
    status.nextAttemptAtMs === undefined ? [] : [nextAttempt(status.nextAttemptAtMs - now)];
  const limit = status.limit === 0 ? [] : [`${status.limitUsed} of ${status.limit} starts used`];
  const parts = [...(status.reason === "" ? [] : [escapeLine(status.reason)]), ...next, ...limit];
  return parts.length === 0 ? "" : `${escapeLine(status.id)}: ${parts.join("; ")}`;
}
