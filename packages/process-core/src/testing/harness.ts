import type { OperationRow } from "../operations/operation.ts";
import type { ProcessDefinition } from "../model/process-definition.ts";
import type { StoredEvent } from "../ports/state-store.ts";
import type { ProcessStatus } from "../process-status.ts";
import type { StartReport, Supervisor, SupervisorOptions } from "../supervisor/supervisor-api.ts";
import { createSupervisor } from "../supervisor/supervisor.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { createFakeEngine, type FakeEngine } from "./fake-engine.ts";
import { createFakeHookRunner, type FakeHookRunner } from "./fake-hook-runner.ts";
import { createFakeProber, type FakeProber } from "./fake-prober.ts";
import { createFakeStore, type FakeStore } from "./fake-store.ts";

/** A supervisor among fakes. */
export interface Harness {
  readonly supervisor: Supervisor;
  readonly clock: FakeClock;
  readonly engine: FakeEngine;
  readonly store: FakeStore;
  readonly prober: FakeProber;
  readonly hookRunner: FakeHookRunner;
  readonly events: readonly StoredEvent[];
  /** Starts the supervisor with these definitions and lets everything happen that needs no time. */
  begin(...definitions: readonly ProcessDefinition[]): Promise<StartReport>;
  /** The status of one process; throws when there is none. */
  status(id: string): ProcessStatus;
  start(...ids: readonly string[]): Promise<OperationRow[]>;
  stop(...ids: readonly string[]): Promise<OperationRow[]>;
  restart(...ids: readonly string[]): Promise<OperationRow[]>;
  /** Another supervisor on the same system and store, as after the death of the daemon. */
  successor(options?: Partial<SupervisorOptions>): Harness;
}

/** Makes a harness; ports given in `options` replace the fakes. */
export function createHarness(
  options: Partial<SupervisorOptions> = {},
  world: Partial<Harness> = {},
): Harness {
  const clock = world.clock ?? createFakeClock();
  const engine = world.engine ?? createFakeEngine(clock);
  const store = world.store ?? createFakeStore();
  const prober = world.prober ?? createFakeProber();
  const hookRunner = world.hookRunner ?? createFakeHookRunner();
  const events: StoredEvent[] = [];
  const supervisor = createSupervisor({
    engine,
    clock,
    random: () => 0.5,
    store,
    prober,
    hookRunner,
    bootId: "boot-1",
    onEvent: (event) => events.push(event),
    ...options,
  });
  const operation = { actor: "test" };
  return {
    supervisor,
    clock,
    engine,
    store,
    prober,
    hookRunner,
    events,
    begin: async (...definitions) => {
      const report = await supervisor.start(definitions);
      await clock.settle();
      return report;
    },
    status: (id) => {
      const [status] = supervisor.status([id]);
      if (status === undefined) throw new Error(`no status of ${id}`);
      return status;
    },
    start: (...ids) => supervisor.startProcesses(ids, operation),
    stop: (...ids) => supervisor.stopProcesses(ids, operation),
    restart: (...ids) => supervisor.restartProcesses(ids, operation),
    successor: (changed = {}) =>
      createHarness({ ...options, ...changed }, { clock, engine, store, prober, hookRunner }),
  };
}
