import type { ExitReport, Instance, LaunchFailure } from "../model/instance.ts";
import type { Output, Program } from "../model/program.ts";
import type { Clock } from "../ports/clock.ts";
import type { Engine, InstanceListener, LaunchListener, SpawnOutcome } from "../ports/engine.ts";

/** How the next instances of a process behave. */
export interface Behaviour {
  /** The launch fails. */
  readonly failure?: LaunchFailure | null;
  /** Signals that change nothing; SIGKILL among them makes it unkillable. */
  readonly ignores?: readonly string[];
  /** How long it takes to end after a signal; default 0. */
  readonly endsAfterMs?: number;
  /** Processes of its own that outlive it; they end by the signals that it does not ignore, when the tree is signalled. */
  readonly children?: number;
  /** The launch is not reported before {@link FakeEngine.release}. */
  readonly held?: boolean;
}

/** A system of make-believe processes. Notes every breach of "at most one instance". */
export interface FakeEngine extends Engine {
  behave(id: string, behaviour: Behaviour): void;
  /** Reports the held launches of a process. */
  release(id: string): void;
  /** The main process ends by itself. */
  end(id: string, report: ExitReport): void;
  /** The instance that runs, if one does. */
  instanceOf(id: string): Instance | null;
  /** Everything alive of a process, children too. */
  aliveOf(id: string): number;
  readonly spawns: readonly {
    readonly id: string;
    readonly atMs: number;
    readonly program: Program;
  }[];
  readonly signals: readonly {
    readonly id: string;
    readonly signal: string;
    readonly to: "main" | "tree";
  }[];
  /** Sentences about what must never happen and did. */
  readonly breaches: readonly string[];
  readonly reopened: number;
  /** The ids that were made ready, in order. */
  readonly prepared: readonly string[];
  /** The ids that were restored, each time. */
  readonly restored: readonly (readonly string[])[];
  readonly forgotten: readonly string[];
  /** What an adoption or a later change said of the output of each id. */
  readonly outputs: ReadonlyMap<string, Output>;
}

interface FakeProcess {
  readonly id: string;
  readonly launch: string | null;
  readonly instance: Instance;
  readonly behaviour: Behaviour;
  listener: InstanceListener;
  mainAlive: boolean;
  children: number;
}

/** Makes a system in which nothing runs. */
export function createFakeEngine(clock: Clock): FakeEngine {
  const behaviours = new Map<string, Behaviour>();
  const processes = new Map<number, FakeProcess>();
  const latest = new Map<string, FakeProcess>();
  const held = new Map<string, (() => void)[]>();
  const spawns: { id: string; atMs: number; program: Program }[] = [];
  const signals: { id: string; signal: string; to: "main" | "tree" }[] = [];
  const breaches: string[] = [];
  const prepared: string[] = [];
  const restored: (readonly string[])[] = [];
  const forgotten: string[] = [];
  const outputs = new Map<string, Output>();
  let nextPid = 100;
  let launches = 0;
  let reopened = 0;

  const find = (instance: Instance): FakeProcess | null => {
    const process = processes.get(instance.pid);
    return process?.instance.startIdentity === instance.startIdentity ? process : null;
  };
  const aliveIn = (process: FakeProcess | null | undefined): number =>
    process === null || process === undefined ? 0 : (process.mainAlive ? 1 : 0) + process.children;
  const endMain = (process: FakeProcess, report: ExitReport): void => {
    if (!process.mainAlive) return;
    process.mainAlive = false;
    process.listener.exited(report);
  };
  const deliver = (process: FakeProcess, signal: string, to: "main" | "tree"): void => {
    signals.push({ id: process.id, signal, to });
    if (signal === "SIGCONT" || process.behaviour.ignores?.includes(signal) === true) return;
    const end = (): void => {
      if (to === "tree") process.children = 0;
      endMain(process, { kind: "signalled", signal, coreDumped: false });
    };
    const delayMs = signal === "SIGKILL" ? 0 : (process.behaviour.endsAfterMs ?? 0);
    if (delayMs === 0) void Promise.resolve().then(end);
    else clock.callAt(clock.monotonicMs() + delayMs, end);
  };
  const create = (id: string, listener: LaunchListener): FakeProcess => {
    const pid = nextPid++;
    const behaviour = behaviours.get(id) ?? {};
    const process: FakeProcess = {
      id,
      launch: listener.launch ?? null,
      instance: { pid, startIdentity: `t${pid}`, startedAt: clock.wallMs() },
      behaviour,
      listener,
      mainAlive: true,
      children: behaviour.children ?? 0,
    };
    if (aliveIn(latest.get(id)) > 0) breaches.push(`a second instance of ${id} was launched`);
    processes.set(pid, process);
    latest.set(id, process);
    return process;
  };

  return {
    name: "fake",
    spawns,
    signals,
    breaches,
    prepared,
    restored,
    forgotten,
    outputs,
    get reopened() {
      return reopened;
    },
    behave: (id, behaviour) => behaviours.set(id, behaviour),
    release: (id) => {
      const waiting = held.get(id) ?? [];
      held.delete(id);
      for (const report of waiting) report();
    },
    end: (id, report) => {
      const process = latest.get(id);
      if (process !== undefined) endMain(process, report);
    },
    instanceOf: (id) => {
      const process = latest.get(id);
      return process?.mainAlive === true ? process.instance : null;
    },
    aliveOf: (id) => aliveIn(latest.get(id)),
    nextLaunch: () => `launch-${++launches}`,
    find: async (wanted) =>
      new Map(
        [...processes.values()].flatMap((process) =>
          process.launch !== null && wanted.includes(process.launch) && aliveIn(process) > 0
            ? [[process.launch, process.instance] as const]
            : [],
        ),
      ),
    survey: async () =>
      new Map(
        [...processes.values()].flatMap((process) =>
          aliveIn(process) > 0 ? [[process.id, process.instance] as const] : [],
        ),
      ),
    spawn: (id, program, listener) => {
      spawns.push({ id, atMs: clock.monotonicMs(), program });
      const behaviour = behaviours.get(id) ?? {};
      const { promise, resolve } = Promise.withResolvers<SpawnOutcome>();
      const { failure = null } = behaviour;
      const outcome: SpawnOutcome =
        failure === null
          ? { kind: "spawned", instance: create(id, listener).instance }
          : { kind: "spawn-failed", failure };
      const report = (): void => resolve(outcome);
      if (behaviour.held === true) held.set(id, [...(held.get(id) ?? []), report]);
      else report();
      return promise;
    },
    restore: async (entries) => void restored.push(entries.map(({ id }) => id)),
    prepare: async (entries) => void prepared.push(...entries.map(({ id }) => id)),
    adopt: async (id, instance, listener) => {
      const process = find(instance);
      if (process?.mainAlive !== true) return { kind: "gone", exit: { kind: "unknown" } };
      process.listener = listener;
      if (listener.output !== null) outputs.set(id, listener.output);
      return { kind: "adopted", instance };
    },
    signal: (instance, signal) => {
      const process = find(instance);
      if (process?.mainAlive !== true) return { kind: "gone" };
      deliver(process, signal, "main");
      return { kind: "sent" };
    },
    signalTree: (instance, signal) => {
      const process = find(instance);
      if (process === null || aliveIn(process) === 0) return { kind: "gone" };
      deliver(process, signal, "tree");
      return { kind: "sent" };
    },
    killTree: async (instance) => {
      const process = find(instance);
      if (process === null || aliveIn(process) === 0) return { kind: "empty" };
      signals.push({ id: process.id, signal: "SIGKILL", to: "tree" });
      const isUnkillable =
        (behaviours.get(process.id) ?? process.behaviour).ignores?.includes("SIGKILL") === true;
      if (isUnkillable) return { kind: "survivors", pids: [instance.pid] };
      process.children = 0;
      endMain(process, { kind: "signalled", signal: "SIGKILL", coreDumped: false });
      return { kind: "empty" };
    },
    isTreeAlive: (instance) => aliveIn(find(instance)) > 0,
    setOutput: (id, output) => void outputs.set(id, output),
    forget: (id) => void forgotten.push(id),
    reopenLogs: () => {
      reopened += 1;
    },
    close: async () => undefined,
  };
}
