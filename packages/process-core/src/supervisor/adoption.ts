import type { ProcessDefinition } from "../model/process-definition.ts";
import type { Engine } from "../ports/engine.ts";
import type { StoredProcess } from "../ports/state-store.ts";
import { digestOfProgram } from "../program-digest.ts";
import { requestStarts } from "../operations/start-operation.ts";
import { requestStops } from "../operations/stop-operation.ts";
import { leftoverDefinition } from "./definitions.ts";
import { addForgotten } from "./add-forgotten.ts";
import { findLaunched } from "./find-launched.ts";
import { forgetWhenGone } from "./forget.ts";
import type { ExitReport } from "../model/instance.ts";
import { InstanceWatch } from "./instance-watch.ts";
import type { Kernel } from "./kernel.ts";
import { createEntry, isOccupied, type ProcessEntry } from "./process-entry.ts";
import { situationOf } from "./stored-process.ts";
import { setTimer } from "./timer-events.ts";
import type { StartReport } from "./supervisor-api.ts";
import { messageOf } from "./trouble-log.ts";

/** What an adoption works with. */
export interface AdoptionTools {
  readonly kernel: Kernel;
  readonly engine: Engine;
  readonly bootId: string;
  /** Whether what was saved may be lost. */
  readonly mayBeLost: boolean;
}

/** Instances that are asked about at a time. */
const atATime = 64;

/** Makes the entries of all that is defined or remembered, takes over what runs, and begins to start what should. */
export async function adoptAll(
  tools: AdoptionTools,
  definitions: readonly ProcessDefinition[],
  saved: readonly StoredProcess[],
): Promise<StartReport> {
  const { kernel, bootId, mayBeLost } = tools;
  const found = await findLaunched(tools, saved);
  const stored = mayBeLost ? await addForgotten(tools, found) : found;
  const remembered = new Map(stored.map((process) => [process.id, process]));
  const defined = new Set(definitions.map(({ id }) => id));
  for (const definition of definitions) {
    const known = remembered.get(definition.id);
    kernel.entries.set(
      definition.id,
      createEntry(
        definition,
        situationOf(known, { bootId, clock: kernel.clock }),
        known?.eventSequence ?? 0,
      ),
    );
  }
  const leftovers: ProcessEntry[] = [];
  for (const known of stored) {
    if (defined.has(known.id)) continue;
    const entry = createEntry(
      leftoverDefinition(known.id),
      situationOf(known, { bootId, clock: kernel.clock }),
      known.eventSequence,
    );
    entry.leaving = true;
    kernel.entries.set(known.id, entry);
    leftovers.push(entry);
  }
  kernel.regraph(kernel.graph);

  await restore(tools, definitions);
  const present = stored.filter(
    ({ instance, bootId: boot }) => instance !== null && boot === bootId,
  );
  const adopted: string[] = [];
  const lost: string[] = [];
  await inSlices(present, async (known) => {
    const wasAdopted = await adoptOne(tools, known);
    (wasAdopted ? adopted : lost).push(known.id);
  });

  const entries = [...kernel.entries.values()].filter(({ leaving }) => !leaving);
  // Whom an earlier daemon was about to end when it died, and whom the configuration disables now.
  const halfStopped = entries.filter(
    ({ situation }) => situation.stoppedByRequest && situation.state.kind === "running",
  );
  const disabled = entries.filter(
    ({ definition, situation }) =>
      !definition.enabled && (situation.desired === "up" || situation.state.kind === "running"),
  );
  requestStops(kernel, halfStopped, { actor: null, reason: "requested" });
  requestStops(kernel, disabled, { actor: null, reason: "disabled" });
  requestStops(kernel, leftovers, { actor: null, reason: "removed" });
  for (const entry of leftovers) void forgetWhenGone(kernel, entry);
  const starting = definitions.flatMap(({ id }) => {
    const entry = kernel.entries.get(id);
    return entry !== undefined && shouldStart(entry, remembered.get(id), bootId) ? [entry] : [];
  });
  await prepareLaunches(tools, starting);
  // Not before: nothing may be launched while the engine still gathers what is there.
  for (const entry of entries) waitOn(tools, entry);
  requestStarts(kernel, starting, {
    actor: null,
    cause: "started with the daemon",
    forget: false,
  });
  return {
    adopted,
    lost,
    removed: leftovers.map(({ id }) => id),
    starting: starting.map(({ id }) => id),
  };
}

/** What waits for its next attempt goes on waiting for as long as it had to; no longer than its policy knows, should the clock have been set. */
function waitOn(tools: AdoptionTools, entry: ProcessEntry): void {
  const { state, launch } = entry.situation;
  if (state.kind !== "backoff") return;
  const { maxMs, jitter } = entry.definition.backoff;
  const atMs = Math.min(state.notBeforeMs, tools.kernel.clock.monotonicMs() + maxMs * (1 + jitter));
  entry.situation = { ...entry.situation, state: { ...state, notBeforeMs: atMs } };
  setTimer(tools, entry, { kind: "set-timer", name: "backoff", atMs, launch });
}

async function restore(
  { kernel, engine }: AdoptionTools,
  definitions: readonly ProcessDefinition[],
): Promise<void> {
  const defined = definitions.map(({ id, program }) => ({ id, program }));
  await engine.restore(defined).catch((error: unknown) => {
    kernel.troubles.report("internal", `the engine broke at its restoration: ${messageOf(error)}`);
  });
}

async function prepareLaunches(
  { kernel, engine }: AdoptionTools,
  entries: readonly ProcessEntry[],
): Promise<void> {
  const launchable = entries.map(({ id, definition: { program } }) => ({ id, program }));
  await engine.prepare(launchable).catch((error: unknown) => {
    kernel.troubles.report("internal", `the engine broke at a preparation: ${messageOf(error)}`);
  });
}

async function adoptOne(tools: AdoptionTools, known: StoredProcess): Promise<boolean> {
  const { kernel, engine } = tools;
  const entry = kernel.entries.get(known.id);
  const { instance } = known;
  if (entry === undefined || instance === null) return false;
  const number = entry.situation.launch + 1;
  const watch = new InstanceWatch(tools, { entry, number });
  const output = entry.leaving ? null : entry.definition.program.output;
  const listener = { exited: (report: ExitReport) => watch.exited(report), output };
  const outcome = await engine.adopt(known.id, instance, listener).catch((error: unknown) => {
    kernel.troubles.report("internal", `the engine broke at an adoption: ${messageOf(error)}`);
    return { kind: "gone", exit: { kind: "unknown" } } as const;
  });
  if (outcome.kind === "gone") {
    kernel.dispatch(entry, {
      kind: "found-gone",
      instance,
      report: outcome.exit,
      treeAlive: engine.isTreeAlive(instance),
      ending: known.ending,
    });
    return false;
  }
  entry.runs = known.runs;
  const isOutdated =
    !entry.leaving &&
    known.runs !== null &&
    known.runs !== digestOfProgram(entry.definition.program);
  entry.outdatedSince = isOutdated ? kernel.clock.wallMs() : null;
  const ageMs = Math.max(0, kernel.clock.wallMs() - outcome.instance.startedAt);
  const startedMs = kernel.clock.monotonicMs() - ageMs;
  kernel.dispatch(entry, {
    kind: "adopted",
    instance: outcome.instance,
    startedMs,
    midLaunch: known.launch !== null,
    ending: known.ending,
  });
  watch.begin(outcome.instance);
  return true;
}

/** What is wanted goes on; what nobody has decided about starts when it is configured to; what ended, was stopped or was given up stays so until the next boot. */
function shouldStart(
  entry: ProcessEntry,
  known: StoredProcess | undefined,
  bootId: string,
): boolean {
  const { definition, situation } = entry;
  if (!definition.enabled) return false;
  // It was being ended for being disabled, and is enabled again: it stays.
  if (situation.state.kind === "running")
    return situation.desired === "down" && !situation.stoppedByRequest;
  if (isOccupied(situation)) return false;
  if (known === undefined || known.bootId !== bootId) return definition.autostart;
  if (situation.state.kind !== "stopped") return false;
  if (situation.desired === "up") return true;
  return definition.autostart && !situation.stoppedByRequest;
}

async function inSlices<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
