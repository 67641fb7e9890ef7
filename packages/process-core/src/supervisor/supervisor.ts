import { createDependencyGraph } from "../dependency-graph.ts";
import { restartProcesses } from "../operations/restart-operation.ts";
import { signalProcesses } from "../operations/signal-operation.ts";
import { startProcesses } from "../operations/start-operation.ts";
import { stopProcesses } from "../operations/stop-operation.ts";
import { selectProcesses } from "../selection.ts";
import { adoptAll } from "./adoption.ts";
import { byId } from "./definitions.ts";
import { createDependencyGate } from "./dependency-gate.ts";
import { runEffect } from "./effect-runner.ts";
import { createHookDispatcher } from "./hook-dispatcher.ts";
import { actForHook } from "./inner-actions.ts";
import { createKernel, type Kernel } from "./kernel.ts";
import { createProbeRunner } from "./probe-runner.ts";
import { outdatedTroubles } from "./outdated.ts";
import { instanceOf } from "./process-entry.ts";
import { planOf, reconfigure } from "./reconfigure.ts";
import { beginShutdown, detach, finishShutdown } from "./shutdown.ts";
import { createSpawnQueue } from "./spawn-queue.ts";
import { statusOf } from "./status.ts";
import { createStoreWriter } from "./store-writer.ts";
import type { Supervisor, SupervisorOptions } from "./supervisor-api.ts";
import { createTroubleLog } from "./trouble-log.ts";

const defaultConcurrentStarts = 32;

/** Makes a supervisor; it does nothing before `start`. The ports stay the caller's: the supervisor closes none of them. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { engine, clock, store, bootId } = options;
  const graph = createDependencyGraph([]);
  const troubles = createTroubleLog(clock);
  const writer = createStoreWriter(store, clock, troubles);
  const spawns = createSpawnQueue(clock, options.maxConcurrentStarts ?? defaultConcurrentStarts);
  // The kernel's effects need these and these need the kernel: they ask for it when they act, which is never before it exists.
  const probes = createProbeRunner(() => kernel, options.prober);
  const hooks = createHookDispatcher(
    () => kernel,
    options.hookRunner,
    (entry, action, event) => actForHook(kernel, entry, { action, event }),
  );
  const kernel: Kernel = createKernel(
    {
      clock,
      engine,
      random: options.random,
      bootId,
      writer,
      troubles,
      gate: createDependencyGate(graph),
      runEffect: (entry, effect) => runEffect(effectTools, entry, effect),
    },
    graph,
  );
  const effectTools = { kernel, engine, spawns, probes, hooks };
  if (options.onEvent !== undefined) kernel.subscribe(options.onEvent);
  const ending = { kernel, probes, spawns };

  return {
    start: async (definitions) => {
      kernel.graph = createDependencyGraph(definitions);
      const mayBeLost = options.mayBeLost ?? false;
      return adoptAll({ kernel, engine, bootId, mayBeLost }, definitions, await store.load());
    },
    planReconfigure: (definitions) => {
      createDependencyGraph(definitions);
      return planOf(kernel, byId(definitions));
    },
    reconfigure: (definitions, operation) => reconfigure(kernel, definitions, operation),
    select: (selection) => {
      // The commonest question needs no look at anything but the ids.
      const { ids = [], groups = [], pids = [] } = selection;
      if (
        ids.length > 0 &&
        groups.length + pids.length === 0 &&
        ids.every((id) => kernel.entries.has(id))
      ) {
        const [only] = ids;
        if (only !== undefined && ids.length === 1) return [only];
        const chosen = new Set(ids);
        return [...kernel.entries.keys()].filter((id) => chosen.has(id));
      }
      return selectProcesses(
        [...kernel.entries.values()].map(({ id, definition: { baseId, group }, situation }) => ({
          id,
          baseId,
          group,
          pid: instanceOf(situation)?.pid ?? null,
        })),
        selection,
      );
    },
    startProcesses: (ids, operation) => startProcesses(kernel, ids, operation),
    stopProcesses: (ids, operation) => stopProcesses(kernel, ids, operation),
    restartProcesses: (ids, operation) => restartProcesses(kernel, ids, operation),
    signalProcesses: (ids, signal, operation) =>
      signalProcesses({ kernel, engine, signal }, ids, operation),
    definitionOf: (id) => {
      const entry = kernel.entries.get(id);
      return entry === undefined || entry.leaving ? null : entry.definition;
    },
    status: (ids) =>
      ids === undefined
        ? [...kernel.entries.values()].map((entry) => statusOf(entry, clock))
        : ids.flatMap((id) => {
            const entry = kernel.entries.get(id);
            return entry === undefined ? [] : [statusOf(entry, clock)];
          }),
    subscribe: (listener) => kernel.subscribe(listener),
    troubles: () => [...troubles.list(), ...outdatedTroubles(kernel)],
    reopenLogs: () => engine.reopenLogs(),
    shutdown: async ({ leave, timeoutMs }) => {
      if (leave) return detach(ending);
      if (!kernel.closing) beginShutdown(ending);
      return finishShutdown(ending, timeoutMs);
    },
  };
}
