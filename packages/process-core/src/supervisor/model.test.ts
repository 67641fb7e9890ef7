// oxlint-disable vitest/no-conditional-expect, vitest/expect-expect -- the expectations are in the run that the property calls
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { ProcessDefinition } from "../model/process-definition.ts";
import type { Probe } from "../model/probe.ts";
import type { OperationRow } from "../operations/operation.ts";
import type { StoredEvent } from "../ports/state-store.ts";
import {
  type Behaviour,
  createFakeClock,
  createFakeEngine,
  createFakeProber,
  createFakeStore,
  createHarness,
  createMortalPorts,
  defineProcess,
  type Harness,
  type MortalPorts,
} from "../testing/index.ts";

const ids = ["db", "app", "web", "job", "lone"] as const;
type Id = (typeof ids)[number];

const probe: Probe = {
  check: { kind: "tcp", host: "127.0.0.1", port: 1 },
  initialDelayMs: 100,
  periodMs: 1000,
  timeoutMs: 500,
  successThreshold: 1,
  failureThreshold: 2,
};

type Command =
  | { readonly kind: "start" | "stop" | "restart"; readonly ids: readonly Id[] }
  | { readonly kind: "end"; readonly id: Id; readonly code: number }
  | { readonly kind: "behave"; readonly id: Id; readonly behaviour: Behaviour }
  | { readonly kind: "release"; readonly id: Id }
  | { readonly kind: "advance"; readonly ms: number }
  | { readonly kind: "store"; readonly failure: string | null }
  | { readonly kind: "probes"; readonly passing: boolean }
  | { readonly kind: "reconfigure"; readonly variant: number; readonly left: readonly Id[] }
  | { readonly kind: "die" }
  | {
      readonly kind: "die-during";
      readonly what: "start" | "stop" | "restart";
      readonly ids: readonly Id[];
      readonly rounds: number;
    };

const anyId = fc.constantFrom(...ids);
const someIds = fc.subarray([...ids], { minLength: 1 });
const anyBehaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ ignores: ["SIGTERM"] }) },
  { weight: 1, arbitrary: fc.constant({ ignores: ["SIGTERM", "SIGKILL"] }) },
  { weight: 2, arbitrary: fc.constant({ endsAfterMs: 700 }) },
  { weight: 2, arbitrary: fc.constant({ children: 2 }) },
  { weight: 1, arbitrary: fc.constant({ children: 1, ignores: ["SIGTERM"] }) },
  { weight: 2, arbitrary: fc.constant({ held: true }) },
  {
    weight: 1,
    arbitrary: fc.constant({
      failure: { stage: "program", errno: "ENOENT", path: "/x", passing: false } as const,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      failure: { stage: "fork", errno: "EAGAIN", path: null, passing: true } as const,
    }),
  },
);
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom("start", "stop", "restart"), ids: someIds }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("end"), id: anyId, code: fc.constantFrom(0, 1) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("behave"), id: anyId, behaviour: anyBehaviour }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("release"), id: anyId }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("advance"),
      ms: fc.constantFrom(0, 5, 300, 1000, 12_000, 700_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("store"), failure: fc.constantFrom(null, "ENOSPC") }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("probes"), passing: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("reconfigure"),
      variant: fc.nat(2),
      left: fc.subarray([...ids], { minLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("die") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("die-during"),
      what: fc.constantFrom("start", "stop", "restart"),
      ids: someIds,
      // How many turns of promises after the request: before, within and after the save and the launch that follow from it.
      rounds: fc.nat(30),
    }),
  },
);

/** A small shop: a database, an application that requires it, a web server that is part of the application, a job, and one that is alone. */
function configure(variant: number, left: readonly Id[]): ProcessDefinition[] {
  const program = {
    ...defineProcess("x").program,
    argv: ["/bin/program", `${variant}`] as [string, ...string[]],
  };
  const all: Record<Id, ProcessDefinition> = {
    db: defineProcess("db", {
      restart: "always",
      readiness: probe,
      program: variant === 1 ? program : defineProcess("x").program,
    }),
    app: defineProcess("app", { requires: ["db"], health: probe, stopTimeoutMs: 2000 }),
    web: defineProcess("web", {
      wants: ["app"],
      partOf: ["app"],
      killMode: "mixed",
      enabled: variant !== 2,
    }),
    job: defineProcess("job", {
      restart: "no",
      after: ["db"],
      autostart: false,
      startLimit: { count: 2, windowMs: 60_000 },
    }),
    lone: defineProcess("lone", { program, startLimit: { count: 3, windowMs: 60_000 } }),
  };
  return left.map((id) => all[id]);
}

interface Pending {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly rows: Promise<OperationRow[]>;
  isDone: boolean;
}

/** One history of a daemon and its successors, with everything that must hold checked after each command. */
function createRun(): { run(commands: readonly Command[]): Promise<void> } {
  const clock = createFakeClock(40);
  const engine = createFakeEngine(clock);
  const store = createFakeStore();
  const prober = createFakeProber();
  const events: StoredEvent[] = [];
  let definitions = configure(0, ids);
  let ports: MortalPorts = createMortalPorts({ clock, engine, store });
  let pending: Pending[] = [];
  let storeFails = false;
  /** Ids whose stop was acknowledged and that nobody asked for since: how many launches they had then. */
  const stopped = new Map<string, number>();

  const begin = async (): Promise<Harness> => {
    ports = createMortalPorts({ clock, engine, store });
    const harness = createHarness(
      {
        clock: ports.clock,
        engine: ports.engine,
        store: ports.store,
        prober,
        onEvent: (event) => events.push(event),
      },
      { clock, engine, store, prober },
    );
    await harness.begin(...definitions);
    return harness;
  };
  const calmDown = async (): Promise<void> => {
    for (const id of ids) {
      engine.behave(id, {});
      engine.release(id);
    }
    await clock.advance(61_000);
  };
  const succeed = async (): Promise<Harness> => {
    ports.die();
    pending = [];
    stopped.clear();
    await clock.settle();
    // What was published and not saved is not in the history, and its number is given again.
    const known = new Map((await store.load()).map((process) => [process.id, process]));
    const kept = events.filter(
      ({ id, sequence }) => sequence <= (known.get(id)?.eventSequence ?? Infinity),
    );
    events.splice(0, events.length, ...kept);
    return begin();
  };
  const launchesOf = (id: string): number =>
    engine.spawns.filter((spawn) => spawn.id === id).length;

  const request = (kind: string, asked: readonly string[], rows: Promise<OperationRow[]>): void => {
    const operation: Pending = { kind, ids: asked, rows, isDone: false };
    pending.push(operation);
    const generation = ports;
    void rows.then((result) => {
      operation.isDone = true;
      expect(result.map(({ status }) => status.id)).toEqual(asked);
      for (const row of result) {
        expect(row.done).toBe(true);
        expect(row.ok).toBe(row.error === undefined);
        if (kind === "stop" && row.ok && generation === ports) expect(row.status.pid).toBeNull();
      }
    });
  };

  const check = (harness: Harness): void => {
    expect(engine.breaches).toEqual([]);
    for (const status of harness.supervisor.status()) {
      const instance = engine.instanceOf(status.id);
      if (status.state === "running") expect(status.pid).toBe(instance?.pid);
      if (["stopped", "exited", "fatal", "backoff", "waiting"].includes(status.state)) {
        expect(status.pid).toBeNull();
        expect(engine.aliveOf(status.id)).toBe(0);
      }
      if (status.ready) expect(status.state).toBe("running");
      if (status.state === "backoff") expect(status.nextAttemptAtMs).toBeGreaterThan(0);
      // Whatever is wanted and not up says why.
      if (status.desired === "up" && status.state !== "running")
        expect(status.reason.length).toBeGreaterThan(3);
    }
    for (const [id, launches] of stopped) expect(launchesOf(id)).toBe(launches);
    expect(harness.supervisor.troubles().filter(({ kind }) => kind === "internal")).toEqual([]);
  };

  const obey = async (harness: Harness, command: Command): Promise<Harness> => {
    const { supervisor } = harness;
    const defined = new Set(supervisor.status().map(({ id }) => id));
    switch (command.kind) {
      case "start":
      case "restart": {
        stopped.clear();
        const asked = command.ids.filter((id) => defined.has(id));
        request(command.kind, asked, harness[command.kind](...asked));
        break;
      }
      case "stop": {
        const asked = command.ids.filter((id) => defined.has(id));
        request("stop", asked, harness.stop(...asked));
        await clock.settle();
        for (const status of supervisor.status(asked)) {
          if (status.state === "stopped" && status.desired === "down")
            stopped.set(status.id, launchesOf(status.id));
        }
        break;
      }
      case "end":
        engine.end(command.id, { kind: "exited", code: command.code });
        break;
      case "behave":
        engine.behave(command.id, command.behaviour);
        break;
      case "release":
        engine.release(command.id);
        break;
      case "advance":
        await clock.advance(command.ms);
        break;
      case "store":
        store.fail(command.failure);
        storeFails = command.failure !== null;
        break;
      case "probes":
        prober.answer = () =>
          command.passing ? { kind: "passed" } : { kind: "failed", reason: "no" };
        break;
      case "reconfigure":
        stopped.clear();
        definitions = configure(command.variant, command.left);
        void supervisor.reconfigure(definitions, { actor: "test" });
        break;
      case "die":
        // Neither what was launched nor that it was to be launched could be saved: nobody can find it then.
        if (storeFails) break;
        await calmDown();
        return succeed();
      case "die-during": {
        if (storeFails) break;
        await calmDown();
        void harness[command.what](...command.ids.filter((id) => defined.has(id)));
        for (let round = 0; round < command.rounds; round += 1) await Promise.resolve();
        return succeed();
      }
    }
    await clock.settle();
    return harness;
  };

  return {
    run: async (commands) => {
      let harness = await begin();
      check(harness);
      for (const command of commands) {
        harness = await obey(harness, command);
        check(harness);
      }
      // Everything heals: then every operation gets its answer, and all that is wanted is up or says why not.
      store.fail(null);
      prober.answer = () => ({ kind: "passed" });
      for (const id of ids) {
        engine.behave(id, {});
        engine.release(id);
      }
      for (let round = 0; round < 4; round += 1) await clock.advance(400_000);
      // A long backlog of saves takes more rounds of promises than the clock waits for.
      for (let round = 0; round < 30; round += 1) await clock.settle();
      check(harness);
      expect(
        pending
          .filter(({ isDone }) => !isDone)
          .map(({ kind, ids: asked }) => `${kind} ${asked.join(" ")}`),
      ).toEqual([]);
      for (const { id, state, desired, enabled, reason } of harness.supervisor.status()) {
        if (desired !== "up") continue;
        expect(enabled).toBe(true);
        const isExcused =
          state === "fatal" || (state === "waiting" && reason.startsWith("requires"));
        expect(isExcused || state === "running", `${id} is ${state}: ${reason}`).toBe(true);
      }
      expect(harness.supervisor.troubles().filter(({ kind }) => kind === "store")).toEqual([]);
      checkHistory(events);
    },
  };
}

function checkHistory(events: readonly StoredEvent[]): void {
  const last = new Map<string, StoredEvent>();
  for (const event of events) {
    const before = last.get(event.id);
    // A process that was removed and defined again begins anew.
    if (before !== undefined && event.sequence !== 1)
      expect(event.sequence).toBe(before.sequence + 1);
    if (event.to === "stopping") expect(event.cause.length).toBeGreaterThan(3);
    last.set(event.id, event);
  }
}

it(
  "keeps its promises through any history of requests, deaths, faults and reconfigurations",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { minLength: 1, maxLength: 40 }), (commands) =>
        createRun().run(commands),
      ),
      { numRuns: 300 },
    );
  },
);
