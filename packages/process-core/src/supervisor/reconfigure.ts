import type { Operation, OperationRow } from "../operations/operation.ts";
import { requestRestarts } from "../operations/restart-operation.ts";
import { collectRows, type Pursuit } from "../operations/row-collector.ts";
import { judgeStart } from "../operations/judge-start.ts";
import { requestStarts } from "../operations/start-operation.ts";
import { judgeStop, requestStops } from "../operations/stop-operation.ts";
import { createDependencyGraph, type DependencyGraph } from "../dependency-graph.ts";
import type { ProcessDefinition } from "../model/process-definition.ts";
import { isSame, planReconfigure, type ReconfigurePlan } from "../reconfigure-plan.ts";
import { neverStarted } from "../states.ts";
import { byId, currentDefinitions, redefine } from "./definitions.ts";
import { forgetWhenGone } from "./forget.ts";
import type { Kernel } from "./kernel.ts";
import { createEntry, isOccupied, type ProcessEntry } from "./process-entry.ts";
import type { ReconfigureReport } from "./supervisor-api.ts";

/** What each changed process needs once the new definitions are in force. */
interface Work {
  readonly stop: ProcessEntry[];
  readonly disable: ProcessEntry[];
  readonly restart: ProcessEntry[];
  readonly start: ProcessEntry[];
  /** Tells each changed one, once everything is in force. */
  readonly told: (() => void)[];
}

/**
 * Puts new definitions in force between two events, so that no process ever runs by a mixture, and then does what
 * follows from it. Throws before it changes anything when the definitions contradict each other.
 */
export async function reconfigure(
  kernel: Kernel,
  definitions: readonly ProcessDefinition[],
  operation: Operation,
): Promise<ReconfigureReport> {
  const graph = createDependencyGraph(definitions);
  const after = byId(definitions);
  const plan = planOf(kernel, after);
  const before = kernel.graph;
  const work = putInForce(kernel, plan, after);
  kernel.regraph(graph);
  for (const tell of work.told) tell();
  const rows = await carryOut(kernel, work, { operation, before });
  return { ...plan, rows };
}

/** What new definitions would change. What runs by an older one than the present is replaced also where nothing changes now. */
export function planOf(
  kernel: Kernel,
  after: ReadonlyMap<string, ProcessDefinition>,
): ReconfigurePlan {
  const plan = planReconfigure(currentDefinitions(kernel), after);
  const isOutdated = (id: string): boolean =>
    (kernel.entries.get(id)?.outdatedSince ?? null) !== null;
  if (![...kernel.entries.keys()].some(isOutdated)) return plan;
  return {
    ...plan,
    changed: [
      ...plan.changed.map(({ id, restart }) => ({ id, restart: restart || isOutdated(id) })),
      ...plan.unchanged.filter(isOutdated).map((id) => ({ id, restart: true })),
    ],
    unchanged: plan.unchanged.filter((id) => !isOutdated(id)),
  };
}

function putInForce(
  kernel: Kernel,
  plan: ReconfigurePlan,
  after: ReadonlyMap<string, ProcessDefinition>,
): Work {
  const { entries } = kernel;
  const work: Work = { stop: [], disable: [], restart: [], start: [], told: [] };
  const before = new Map(entries);
  // The order of the table is the order of the configuration; what is leaving stands behind.
  entries.clear();
  for (const [id, definition] of after)
    entries.set(id, before.get(id) ?? createEntry(definition, neverStarted, 0));
  for (const [id, entry] of before) if (!after.has(id)) entries.set(id, entry);
  for (const id of plan.added) {
    const entry = entries.get(id);
    const definition = after.get(id);
    if (entry === undefined || definition === undefined) continue;
    // It may be one that is just leaving: then it comes back.
    entry.leaving = false;
    entry.definition = definition;
    if (definition.enabled && definition.autostart) work.start.push(entry);
  }
  for (const { id, restart } of plan.changed) {
    const entry = entries.get(id);
    const definition = after.get(id);
    if (entry === undefined || definition === undefined) continue;
    const { enabled: wasEnabled, program } = entry.definition;
    const event = redefine(entry, definition);
    work.told.push(() => kernel.dispatch(entry, event));
    // How much is kept of what it writes changes at once; where that goes waits for its restart.
    if (!restart && !isSame(program.output, definition.program.output))
      kernel.engine.setOutput(id, definition.program.output);
    if (!definition.enabled) work.disable.push(entry);
    else if (!wasEnabled && definition.autostart) work.start.push(entry);
    else if (restart && entry.situation.desired === "up") {
      (isOccupied(entry.situation) ? work.restart : work.start).push(entry);
    }
  }
  for (const id of plan.removed) {
    const entry = entries.get(id);
    if (entry === undefined) continue;
    entry.leaving = true;
    work.stop.push(entry);
  }
  return work;
}

async function carryOut(
  kernel: Kernel,
  work: Work,
  { operation, before }: { readonly operation: Operation; readonly before: DependencyGraph },
): Promise<OperationRow[]> {
  const { actor } = operation;
  requestStops(kernel, work.stop, { actor, reason: "removed", graph: before });
  requestStops(kernel, work.disable, { actor, reason: "disabled" });
  const launches = requestRestarts(kernel, work.restart, { actor, reason: "definition-changed" });
  requestStarts(kernel, work.start, { actor, cause: "configured anew" });
  const pursuits: Pursuit[] = [
    ...[...work.stop, ...work.disable].map((entry) => ({ entry, judge: () => judgeStop(entry) })),
    ...work.restart.map((entry) => ({
      entry,
      judge: judgeStart(kernel, entry, launches.get(entry) ?? -1),
    })),
    ...work.start.map((entry) => ({ entry, judge: judgeStart(kernel, entry, -1) })),
  ];
  for (const entry of work.stop) void forgetWhenGone(kernel, entry);
  return collectRows(kernel, pursuits, { operation, what: "the reload" });
}
