import { dpmError } from "@dpm/errors";
import type { Kernel } from "../supervisor/kernel.ts";
import type { ProcessEntry } from "../supervisor/process-entry.ts";
import { judgeStart } from "./judge-start.ts";
import type { Operation, OperationRow } from "./operation.ts";
import { collectRows, failed, type Pursuit } from "./row-collector.ts";

/** Starts processes and first, as far as they are not up, those that they require or want. One row for each of `ids`. */
export function startProcesses(
  kernel: Kernel,
  ids: readonly string[],
  operation: Operation,
): Promise<OperationRow[]> {
  const entries = entriesOf(kernel, ids);
  requestStarts(kernel, entries, { actor: operation.actor, cause: "start requested" });
  const pursuits = entries.map((entry) => ({ entry, judge: judgeOf(kernel, entry) }));
  return collectRows(kernel, pursuits, { operation, what: "the start" });
}

/** Who wants it, and why, for the history. */
export interface StartRequest {
  readonly actor: string | null;
  readonly cause: string;
  /** Restarts and back-off begin anew; so it is unless told otherwise. */
  readonly forget?: boolean;
}

/** Asks for the start of processes and of what they need, each after what it depends on. */
export function requestStarts(
  kernel: Kernel,
  entries: readonly ProcessEntry[],
  request: StartRequest,
): void {
  if (kernel.closing) return;
  const wanted = new Set(entries.filter(isStartable));
  const needed = findNeeded(kernel, wanted, request.actor !== null);
  const rank = (entry: ProcessEntry): number => kernel.graph.rankOf(entry.id);
  const inOrder = [...wanted, ...needed].toSorted((left, right) => rank(left) - rank(right));
  for (const entry of inOrder) {
    // A start of what is wanted up anyway changes nobody's plans, such as a restart that is under way.
    if (entry.situation.desired === "down") entry.request += 1;
    const cause = wanted.has(entry) ? request.cause : "needed by another process";
    const { actor, forget = true } = request;
    kernel.dispatch(entry, { kind: "start-requested", actor, cause, forget });
  }
}

/** The entries of ids, each once; unknown ones are left out, since who asks has selected before. */
export function entriesOf(kernel: Kernel, ids: readonly string[]): ProcessEntry[] {
  return [...new Set(ids)].flatMap((id) => kernel.entries.get(id) ?? []);
}

function judgeOf(kernel: Kernel, entry: ProcessEntry): Pursuit["judge"] {
  if (kernel.closing) return () => failed(dpmError("ERR_DPM_PROCESS_SHUTTING_DOWN", {}));
  if (!entry.definition.enabled)
    return () => failed(dpmError("ERR_DPM_PROCESS_DISABLED", { id: entry.id }));
  return judgeStart(kernel, entry, -1);
}

function isStartable(entry: ProcessEntry): boolean {
  return entry.definition.enabled && !entry.leaving;
}

/** What is required or wanted, directly or not, and is not up. Without a person's request nothing is started that a person stopped. */
function findNeeded(
  kernel: Kernel,
  wanted: ReadonlySet<ProcessEntry>,
  byPerson: boolean,
): Set<ProcessEntry> {
  const needed = new Set<ProcessEntry>();
  const seenNames = new Set<string>();
  const open = [...wanted];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    for (const name of [...entry.definition.requires, ...entry.definition.wants]) {
      if (seenNames.has(name)) continue;
      seenNames.add(name);
      for (const id of kernel.graph.idsOf(name)) {
        const other = kernel.entries.get(id);
        if (other === undefined || wanted.has(other) || needed.has(other) || !isStartable(other))
          continue;
        if (isUp(other) || (other.situation.stoppedByRequest && !byPerson)) continue;
        needed.add(other);
        open.push(other);
      }
    }
  }
  return needed;
}

/** Whether it needs no start: on its way, up, or done with what it had to do. */
function isUp({ situation }: ProcessEntry): boolean {
  const { state, desired } = situation;
  if (state.kind === "exited") return state.expected;
  return (
    desired === "up" &&
    state.kind !== "stopped" &&
    state.kind !== "fatal" &&
    state.kind !== "backoff"
  );
}
