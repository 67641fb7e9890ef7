/*
 * The life of a process as one table: every state answers every event.
 *
 *   stopped ──start──► waiting ──gate opens──► starting ──exec──► running
 *      ▲                                          │                 │ ends by itself
 *      │                                          │ fails           ▼
 *      └───────────── stopping ◄──── stop ────────┴────────► (policy) ─► starting at once
 *                        │                                            ─► backoff, then starting
 *                        └── nothing of it is left: stopped,          ─► exited
 *                            or starting anew, or the policy          ─► fatal
 *
 * What is wanted (`desired`), the state, `ready` and `health` are four fields: a process may run and be unwanted.
 * `running` begins right after exec. A stop is over when the whole tree is gone; until then nothing new is launched.
 * A cell is "ignored", an error code, or a function to the next situation and the effects, which are data:
 * whoever calls carries them out and reports back with events. Nothing in here knows time, chance or processes.
 */
import type { EventKind, ProcessEvent } from "./events.ts";
import type { Situation, StateKind } from "./states.ts";
import { backoffRow } from "./transitions/backoff.ts";
import { type Cell, type Context, ignored, type Row, type Step } from "./transitions/cell.ts";
import { exitedRow } from "./transitions/exited.ts";
import { fatalRow } from "./transitions/fatal.ts";
import { runningRow } from "./transitions/running.ts";
import { startingRow } from "./transitions/starting.ts";
import { stoppedRow } from "./transitions/stopped.ts";
import { stoppingRow } from "./transitions/stopping.ts";
import { waitingRow } from "./transitions/waiting.ts";

/** Every state's answer to every event. A state or event without a cell does not compile. */
export const transitions: { readonly [S in StateKind]: Row<S> } = {
  stopped: stoppedRow,
  waiting: waitingRow,
  starting: startingRow,
  running: runningRow,
  backoff: backoffRow,
  stopping: stoppingRow,
  exited: exitedRow,
  fatal: fatalRow,
};

/** What an event leads to. Pure and total; the event of an earlier launch leads to nothing. */
export function nextStep(situation: Situation, event: ProcessEvent, context: Context): Step {
  if ("launch" in event && event.launch !== situation.launch) return ignored;
  const { state } = situation;
  // The table pairs each cell with its own state and event; looked up by both names, the pairing can't be expressed to the compiler.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const row = transitions[state.kind] as { readonly [E in EventKind]: Cell };
  const cell = row[event.kind];
  if (cell === "ignored") return ignored;
  if (typeof cell === "object") return { kind: "illegal", code: cell.illegal };
  return cell({ situation, state, event, context });
}
