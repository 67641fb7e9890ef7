import type { Clock } from "../ports/clock.ts";
import type { Engine, InstanceListener } from "../ports/engine.ts";
import type { StateStore } from "../ports/state-store.ts";

/** Ports of a daemon that can die: from then on it hears nothing, and nothing that it does has an effect. */
export interface MortalPorts {
  readonly clock: Clock;
  readonly engine: Engine;
  readonly store: StateStore;
  die(): void;
}

/** Wraps ports so that `die` cuts them off, as `kill -9` does; the processes run on. */
export function createMortalPorts(ports: {
  readonly clock: Clock;
  readonly engine: Engine;
  readonly store: StateStore;
}): MortalPorts {
  let isDead = false;
  const { clock, engine, store } = ports;
  const whileAlive = <Value>(work: () => Promise<Value>): Promise<Value> =>
    isDead ? never() : work().then((value) => (isDead ? never<Value>() : value));
  const hear = (listener: InstanceListener): InstanceListener => ({
    exited: (report) => {
      if (!isDead) listener.exited(report);
    },
  });
  return {
    die: () => {
      isDead = true;
    },
    clock: {
      monotonicMs: () => clock.monotonicMs(),
      wallMs: () => clock.wallMs(),
      callAt: (atMs, callback) =>
        clock.callAt(atMs, () => {
          if (!isDead) callback();
        }),
    },
    engine: {
      name: engine.name,
      nextLaunch: (id) => engine.nextLaunch(id),
      find: (launches) => whileAlive(() => engine.find(launches)),
      survey: () => whileAlive(() => engine.survey()),
      spawn: (id, program, listener) =>
        whileAlive(() => engine.spawn(id, program, { ...hear(listener), launch: listener.launch })),
      restore: (entries) => whileAlive(() => engine.restore(entries)),
      prepare: (entries) => whileAlive(() => engine.prepare(entries)),
      adopt: (id, instance, listener) =>
        whileAlive(() =>
          engine.adopt(id, instance, { ...hear(listener), output: listener.output }),
        ),
      signal: (instance, signal) => (isDead ? { kind: "gone" } : engine.signal(instance, signal)),
      signalTree: (instance, signal) =>
        isDead ? { kind: "gone" } : engine.signalTree(instance, signal),
      killTree: (instance) => whileAlive(() => engine.killTree(instance)),
      isTreeAlive: (instance) => engine.isTreeAlive(instance),
      setOutput: (id, output) => {
        if (!isDead) engine.setOutput(id, output);
      },
      forget: (id) => {
        if (!isDead) engine.forget(id);
      },
      reopenLogs: () => engine.reopenLogs(),
      close: () => engine.close(),
    },
    store: {
      load: () => whileAlive(() => store.load()),
      save: (process, event, options) => whileAlive(() => store.save(process, event, options)),
      noteIntent: (process) => !isDead && store.noteIntent(process),
      remove: (id) => whileAlive(() => store.remove(id)),
      close: () => whileAlive(() => store.close()),
    },
  };
}

function never<Value>(): Promise<Value> {
  return new Promise<Value>(() => undefined);
}
