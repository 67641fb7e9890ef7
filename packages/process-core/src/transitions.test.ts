// oxlint-disable vitest/no-conditional-expect -- what must hold of a step depends on the step
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventKind, ProcessEvent } from "./events.ts";
import type { Instance } from "./model/instance.ts";
import {
  neverStarted,
  type ProcessState,
  type Situation,
  type StateKind,
  type StoppingState,
} from "./states.ts";
import { defineProcess } from "./testing/define-process.ts";
import { nextStep, transitions } from "./transitions.ts";
import type { Context, Moved } from "./transitions/cell.ts";

const instance: Instance = { pid: 42, startIdentity: "t42", startedAt: 0 };
const launch = 7;

const stopping: StoppingState = {
  kind: "stopping",
  launch,
  instance,
  sinceMs: 0,
  reason: "requested",
  phase: "terminating",
  exit: null,
  startAfter: false,
  survivors: [],
  tries: 0,
};

const states: { readonly [S in StateKind]: Extract<ProcessState, { readonly kind: S }> } = {
  stopped: { kind: "stopped" },
  waiting: { kind: "waiting", by: ["db"], failure: null },
  starting: { kind: "starting", launch },
  running: { kind: "running", launch, instance, sinceMs: 0 },
  backoff: { kind: "backoff", notBeforeMs: 2000, passing: false },
  stopping,
  exited: { kind: "exited", expected: true },
  fatal: { kind: "fatal" },
};

const events: { readonly [E in EventKind]: Extract<ProcessEvent, { readonly kind: E }> } = {
  "start-requested": {
    kind: "start-requested",
    actor: "me",
    cause: "start requested",
    forget: true,
  },
  "stop-planned": { kind: "stop-planned", actor: "me", reason: "requested" },
  "stop-requested": { kind: "stop-requested", actor: "me", reason: "requested" },
  "restart-requested": { kind: "restart-requested", actor: "me", reason: "restart-requested" },
  redefined: { kind: "redefined", readiness: true, health: true },
  "dependency-changed": { kind: "dependency-changed" },
  spawned: { kind: "spawned", launch, instance },
  "spawn-failed": {
    kind: "spawn-failed",
    launch,
    failure: { stage: "program", errno: "ENOENT", path: "/no/such", passing: false },
  },
  "spawn-cancelled": { kind: "spawn-cancelled", launch },
  exited: { kind: "exited", launch, report: { kind: "exited", code: 1 }, treeAlive: false },
  "tree-killed": { kind: "tree-killed", launch, survivors: [] },
  "tree-checked": { kind: "tree-checked", launch, treeAlive: false },
  "became-ready": { kind: "became-ready", launch },
  "ready-timed-out": { kind: "ready-timed-out", launch },
  "stop-timed-out": { kind: "stop-timed-out", launch },
  "exit-overdue": { kind: "exit-overdue", launch },
  "kill-due": { kind: "kill-due", launch },
  "backoff-elapsed": { kind: "backoff-elapsed" },
  "health-passed": { kind: "health-passed", launch },
  "hang-detected": { kind: "hang-detected", launch, detail: "no answer" },
  adopted: { kind: "adopted", instance, startedMs: 0, midLaunch: false, ending: null },
  "found-gone": {
    kind: "found-gone",
    instance,
    report: { kind: "unknown" },
    treeAlive: false,
    ending: null,
  },
};

const stateKinds = Object.values(states).map(({ kind }) => kind);
const eventKinds = Object.values(events).map(({ kind }) => kind);

function situation(state: ProcessState, overrides: Partial<Situation> = {}): Situation {
  return {
    ...neverStarted,
    desired: state.kind === "stopped" || state.kind === "exited" ? "down" : "up",
    state,
    launch,
    ...overrides,
  };
}

function context(overrides: Partial<Context> = {}): Context {
  return {
    definition: defineProcess("a"),
    nowMs: 5000,
    wallMs: 1_790_000_000_000,
    chance: 0.5,
    gate: { kind: "open" },
    closing: false,
    ...overrides,
  };
}

function move(from: Situation, event: ProcessEvent, around: Partial<Context> = {}): Moved {
  const step = nextStep(from, event, context(around));
  if (step.kind !== "moved")
    throw new Error(`${from.state.kind} answered ${event.kind} with ${JSON.stringify(step)}`);
  return step;
}

function effectKinds(moved: Moved): string[] {
  return moved.effects.map((effect) =>
    effect.kind === "set-timer" || effect.kind === "cancel-timer"
      ? `${effect.kind} ${effect.name}`
      : effect.kind,
  );
}

// Written by hand, once: what each state does with each event. ">x" moves to x, "-" ignores, "!" can't be.
// Columns in the order of `eventKinds`.
const expected: Readonly<Record<StateKind, string>> = {
  //         start     stop-pl   stop-req  restart   redef   dep     spawned    sp-fail   sp-canc   exited    killed    checked   ready     r-time     s-time    overdue   kill-due backoff   healthy  hang      adopted  gone
  stopped:
    ">starting >stopped >stopped >starting - - ! ! - - - - - - - - - - - - >running >stopped",
  waiting: ">starting >stopped >stopped >starting - >starting ! ! - - - - - - - - - - - - ! !",
  starting:
    ">starting >stopping >stopping >starting - - >running >backoff >starting ! - - - - - - - - - - ! !",
  running:
    "- >running >stopping >stopping >running - ! ! ! >starting - - - - - - - - >running >stopping ! !",
  backoff: ">starting >stopped >stopped >starting - - ! ! - - - - - - - - - >starting - - ! !",
  stopping:
    ">stopping >stopping >stopping >stopping - - >stopping >backoff >starting >starting - - - - >stopping >starting - - - - ! !",
  exited: ">starting >stopped >stopped >starting - - ! ! - - - - - - - - - - - - ! !",
  fatal: ">starting >stopped >stopped >starting - - ! ! - - - - - - - - - - - - ! !",
};

describe("the table of transitions", () => {
  it("answers every event in every state", () => {
    for (const state of stateKinds) {
      expect(Object.keys(transitions[state]).toSorted()).toEqual(eventKinds.toSorted());
    }
  });

  for (const state of stateKinds) {
    it(`says what ${state} does with each event`, () => {
      const answers = eventKinds.map((kind) => {
        const from = situation(states[state], { ready: state === "running" });
        const step = nextStep(from, events[kind], context());
        if (step.kind === "ignored") return "-";
        if (step.kind === "illegal") return "!";
        return `>${step.situation.state.kind}`;
      });
      expect(answers.join(" ")).toBe(expected[state]);
    });
  }

  it("lets an event of an earlier launch change nothing, in any state", () => {
    for (const state of stateKinds) {
      for (const kind of eventKinds) {
        const event = events[kind];
        if (!("launch" in event)) continue;
        expect(
          nextStep(situation(states[state]), { ...event, launch: launch - 1 }, context()),
        ).toEqual({ kind: "ignored" });
      }
    }
  });

  it("refuses to start what is disabled, and anything while the daemon shuts down, with a code", () => {
    const disabled = { definition: defineProcess("a", { enabled: false }) };
    for (const state of ["stopped", "waiting", "backoff", "stopping", "exited", "fatal"] as const) {
      for (const kind of ["start-requested", "restart-requested"] as const) {
        const from = situation(states[state]);
        expect(nextStep(from, events[kind], context(disabled))).toEqual({
          kind: "illegal",
          code: "ERR_DPM_PROCESS_DISABLED",
        });
        expect(nextStep(from, events[kind], context({ closing: true }))).toEqual({
          kind: "illegal",
          code: "ERR_DPM_PROCESS_SHUTTING_DOWN",
        });
      }
    }
  });

  it("reports what can't happen by a code and leaves the situation alone", () => {
    const step = nextStep(situation(states.stopped), events.spawned, context());
    expect(step).toEqual({ kind: "illegal", code: "ERR_DPM_PROCESS_ILLEGAL_EVENT" });
  });
});

describe("a step towards running", () => {
  it("launches at once when the gate is open, and waits with a reason when it is not", () => {
    const start = events["start-requested"];
    const launched = move(situation(states.stopped), start);
    expect(launched.situation.state).toEqual({ kind: "starting", launch: launch + 1 });
    expect(launched.effects).toEqual([{ kind: "spawn", launch: launch + 1 }]);
    const waiting = move(situation(states.stopped), start, {
      gate: { kind: "waiting", by: ["db"] },
    });
    expect(waiting.situation).toMatchObject({
      desired: "up",
      state: { kind: "waiting", by: ["db"], failure: null },
    });
    expect(waiting.situation.reason).toBe("waits for db");
    expect(waiting.effects).toEqual([]);
    const blocked = move(situation(states.stopped), start, {
      gate: { kind: "failed", by: ["db"], cause: "requires db, which is disabled" },
    });
    expect(blocked.situation).toMatchObject({
      desired: "up",
      state: { kind: "waiting", failure: "requires db, which is disabled" },
      reason: "requires db, which is disabled",
    });
  });

  it("is ready as soon as it runs without a readiness probe", () => {
    const { situation: next, effects } = move(situation(states.starting), events.spawned);
    expect(next).toMatchObject({
      ready: true,
      health: "none",
      state: { kind: "running", instance },
    });
    expect(effects).toEqual([
      { kind: "run-hook", event: "on_start", pid: 42, exit: null },
      { kind: "run-hook", event: "on_ready", pid: 42, exit: null },
    ]);
  });

  it("is asked until the start timeout with a readiness probe, and only then for its health", () => {
    const probe = {
      check: { kind: "tcp", host: "127.0.0.1", port: 1 } as const,
      initialDelayMs: 0,
      periodMs: 10_000,
      timeoutMs: 1000,
      successThreshold: 1,
      failureThreshold: 3,
    };
    const around = { definition: defineProcess("a", { readiness: probe, health: probe }) };
    const running = move(situation(states.starting), events.spawned, around);
    expect(running.situation).toMatchObject({
      ready: false,
      health: "starting",
      state: { kind: "running" },
    });
    expect(effectKinds(running)).toEqual(["start-probe", "set-timer start-timeout", "run-hook"]);
    const ready = move(running.situation, events["became-ready"], around);
    expect(ready.situation).toMatchObject({ ready: true, health: "starting" });
    expect(effectKinds(ready)).toEqual([
      "stop-probes",
      "cancel-timer start-timeout",
      "start-probe",
      "run-hook",
    ]);
    const late = move(running.situation, events["ready-timed-out"], around);
    expect(late.situation.state).toMatchObject({ kind: "stopping", reason: "start-timeout" });
    expect(late.situation.failure).toEqual({ kind: "not-ready-in-time", timeoutMs: 90_000 });
  });

  it("keeps the first reason of a stop", () => {
    const hung = move(situation(states.running, { ready: true }), events["hang-detected"]);
    expect(hung.situation).toMatchObject({
      health: "unhealthy",
      state: { kind: "stopping", reason: "probe" },
    });
    const stopped = move(hung.situation, events["stop-requested"]);
    expect(stopped.situation).toMatchObject({
      desired: "down",
      state: { kind: "stopping", reason: "probe" },
    });
    const end = move(stopped.situation, events.exited);
    expect(end.situation).toMatchObject({
      desired: "down",
      state: { kind: "stopped" },
      lastExit: { result: "probe" },
    });
  });
});

describe("a step towards the end", () => {
  it("sends the stop signal and SIGCONT to the tree and sets the timer of SIGKILL", () => {
    const { effects } = move(situation(states.running), events["stop-requested"]);
    expect(effects.filter(({ kind }) => kind === "signal" || kind === "set-timer")).toEqual([
      { kind: "signal", instance, signal: "SIGTERM", to: "tree" },
      { kind: "signal", instance, signal: "SIGCONT", to: "tree" },
      { kind: "set-timer", name: "stop-timeout", atMs: 15_000, launch },
    ]);
  });

  it("asks only the main process politely in the other kill modes", () => {
    for (const killMode of ["mixed", "process"] as const) {
      const around = { definition: defineProcess("a", { killMode, stopSignal: "SIGINT" }) };
      const { effects } = move(situation(states.running), events["stop-requested"], around);
      expect(effects).toContainEqual({ kind: "signal", instance, signal: "SIGINT", to: "main" });
      expect(effects).not.toContainEqual(expect.objectContaining({ to: "tree" }));
    }
  });

  it("sets no timer when it may wait for ever", () => {
    const around = { definition: defineProcess("a", { stopTimeoutMs: Number.POSITIVE_INFINITY }) };
    const { effects } = move(situation(states.running), events["stop-requested"], around);
    expect(effects.some(({ kind }) => kind === "set-timer")).toBe(false);
  });

  it("gives the rest of the tree the rest of the timeout, then SIGKILL, and is stopped only when it is gone", () => {
    const main = { ...events.exited, treeAlive: true };
    const draining = move(situation(stopping, { desired: "down" }), main);
    expect(draining.situation.state).toMatchObject({ kind: "stopping", phase: "draining" });
    expect(effectKinds(draining)).toEqual(["set-timer tree-check"]);
    const still = move(draining.situation, { ...events["tree-checked"], treeAlive: true });
    expect(still.situation.state).toMatchObject({ phase: "draining", tries: 2 });
    const killing = move(still.situation, events["stop-timed-out"]);
    expect(killing.situation.state).toMatchObject({ phase: "killing" });
    expect(effectKinds(killing)).toContain("kill-tree");
    const done = move(killing.situation, events["tree-killed"]);
    expect(done.situation.state).toEqual({ kind: "stopped" });
    const sooner = move(draining.situation, events["tree-checked"]);
    expect(sooner.situation.state).toEqual({ kind: "stopped" });
  });

  it("kills the rest of the tree at once in kill mode mixed, and lets it live in kill mode process", () => {
    const main = { ...events.exited, treeAlive: true };
    const mixed = move(situation(stopping, { desired: "down" }), main, {
      definition: defineProcess("a", { killMode: "mixed" }),
    });
    expect(effectKinds(mixed)).toContain("kill-tree");
    const process = move(situation(stopping, { desired: "down" }), main, {
      definition: defineProcess("a", { killMode: "process" }),
    });
    expect(process.situation.state).toEqual({ kind: "stopped" });
  });

  it("clears away what a main process left before the policy has its say", () => {
    const left = move(situation(states.running, { ready: true }), {
      ...events.exited,
      treeAlive: true,
    });
    expect(left.situation.state).toMatchObject({
      kind: "stopping",
      reason: "main-ended",
      phase: "killing",
    });
    expect(left.situation.desired).toBe("up");
    const next = move(left.situation, events["tree-killed"]);
    expect(next.situation).toMatchObject({
      state: { kind: "starting" },
      restarts: 1,
      lastExit: { result: "exit-code" },
    });
  });

  it("never calls what SIGKILL does not end gone, and launches nothing in its place", () => {
    const killing: StoppingState = { ...stopping, phase: "killing" };
    const stuck = move(situation(killing), { ...events["tree-killed"], survivors: [42] });
    expect(stuck.situation.state).toMatchObject({
      kind: "stopping",
      phase: "stuck",
      survivors: [42],
    });
    expect(effectKinds(stuck)).toEqual(["set-timer kill-retry"]);
    const wanted = move(stuck.situation, events["start-requested"]);
    expect(wanted.situation.state).toMatchObject({
      kind: "stopping",
      phase: "stuck",
      startAfter: true,
    });
    expect(wanted.effects).toEqual([]);
    const again = move(wanted.situation, events["kill-due"]);
    expect(effectKinds(again)).toEqual(["kill-tree"]);
    const gone = move(again.situation, events.exited);
    expect(gone.situation.state.kind).toBe("starting");
  });

  it("waits for the word about the main process once the tree is gone, but not for ever", () => {
    const killing: StoppingState = { ...stopping, phase: "killing" };
    const waiting = move(situation(killing, { desired: "down" }), events["tree-killed"]);
    expect(effectKinds(waiting)).toContain("set-timer exit-overdue");
    const overdue = move(waiting.situation, events["exit-overdue"]);
    expect(overdue.situation).toMatchObject({
      state: { kind: "stopped" },
      lastExit: { report: { kind: "unknown" } },
    });
  });

  it("kills only the main process in kill mode process, and says when even that does not help", () => {
    const around = { definition: defineProcess("a", { killMode: "process" }) };
    const killing = move(
      situation(stopping, { desired: "down" }),
      events["stop-timed-out"],
      around,
    );
    expect(killing.effects).toContainEqual({
      kind: "signal",
      instance,
      signal: "SIGKILL",
      to: "main",
    });
    const stuck = move(killing.situation, events["kill-due"], around);
    expect(stuck.situation.state).toMatchObject({ phase: "stuck", survivors: [42] });
  });

  it("ends what a launch brings forth that could not be taken back", () => {
    const leaving = move(situation(states.starting), events["stop-requested"]);
    expect(effectKinds(leaving)).toEqual(["cancel-spawn"]);
    expect(leaving.situation).toMatchObject({
      desired: "down",
      state: { phase: "launching", instance: null },
    });
    const born = move(leaving.situation, events.spawned);
    expect(born.effects).toContainEqual({
      kind: "signal",
      instance,
      signal: "SIGTERM",
      to: "tree",
    });
    expect(move(leaving.situation, events["spawn-cancelled"]).situation.state).toEqual({
      kind: "stopped",
    });
    expect(move(leaving.situation, events["spawn-failed"]).situation.state).toEqual({
      kind: "stopped",
    });
  });
});

describe("a step by policy", () => {
  it("stays exited and is no longer wanted where the policy says so", () => {
    const around = { definition: defineProcess("a", { restart: "no" }) };
    const bad = move(situation(states.running), events.exited, around);
    expect(bad.situation).toMatchObject({
      desired: "down",
      state: { kind: "exited", expected: false },
    });
    const good = move(
      situation(states.running),
      { ...events.exited, report: { kind: "exited", code: 0 } },
      around,
    );
    expect(good.situation).toMatchObject({
      desired: "down",
      state: { kind: "exited", expected: true },
      failure: null,
    });
  });

  it("takes an end before startSecs for a failure, whatever its code", () => {
    const early = situation({ kind: "running", launch, instance, sinceMs: 4500 }, { ready: true });
    const clean = { ...events.exited, report: { kind: "exited", code: 0 } } as const;
    const restarted = move(early, clean);
    expect(restarted.situation).toMatchObject({
      state: { kind: "starting" },
      lastExit: { result: "success" },
    });
    const kept = move(early, clean, { definition: defineProcess("a", { startSecsMs: 0 }) });
    expect(kept.situation.state).toEqual({ kind: "exited", expected: true });
  });

  it("retries a launch that failed for a passing reason under every policy", () => {
    const failure = { stage: "fork", errno: "EAGAIN", path: null, passing: true } as const;
    const around = { definition: defineProcess("a", { restart: "no" }) };
    const next = move(situation(states.starting), { ...events["spawn-failed"], failure }, around);
    expect(next.situation.state).toEqual({ kind: "backoff", notBeforeMs: 6000, passing: true });
  });

  it("gives up a launch that failed for good where the policy does not retry failures", () => {
    const next = move(situation(states.starting), events["spawn-failed"], {
      definition: defineProcess("a", { restart: "no" }),
    });
    expect(next.situation).toMatchObject({
      desired: "up",
      state: { kind: "fatal" },
      reason: "program not found: /no/such (ENOENT)",
    });
  });

  it("is fatal when the start limit is reached, also by failed launches", () => {
    const definition = defineProcess("a", { startLimit: { count: 1, windowMs: 60_000 } });
    const history = { policyStarts: [4000], delays: 0 };
    const ended = move(situation(states.running, { history }), events.exited, { definition });
    expect(ended.situation).toMatchObject({
      state: { kind: "fatal" },
      failure: { kind: "limit-reached", count: 1 },
    });
    expect(ended.effects).toContainEqual(
      expect.objectContaining({ kind: "run-hook", event: "on_limit" }),
    );
    const failed = move(situation(states.starting, { history }), events["spawn-failed"], {
      definition,
    });
    expect(failed.situation).toMatchObject({
      state: { kind: "fatal" },
      failure: { kind: "launch-failed" },
    });
  });

  it("forgets back-off and restarts when somebody starts it", () => {
    const tired = situation(states.backoff, {
      restarts: 9,
      history: { policyStarts: [1], delays: 6 },
    });
    const next = move(tired, events["start-requested"]);
    expect(next.situation).toMatchObject({ restarts: 0, history: { policyStarts: [], delays: 0 } });
    expect(effectKinds(next)).toEqual(["cancel-timer backoff", "spawn"]);
  });

  it("restarts nothing while the daemon shuts down, and leaves it wanted for the next daemon", () => {
    const next = move(situation(states.running), events.exited, { closing: true });
    expect(next.situation).toMatchObject({ desired: "up", state: { kind: "stopped" } });
    expect(next.effects.some(({ kind }) => kind === "spawn")).toBe(false);
  });
});

describe("any sequence of events", () => {
  const anyEvent = fc.constantFrom(...eventKinds).chain((kind) =>
    fc
      .record({ treeAlive: fc.boolean(), survivors: fc.subarray([42, 43]) })
      .map((random): ProcessEvent => {
        const event = events[kind];
        if (event.kind === "exited" || event.kind === "tree-checked")
          return { ...event, treeAlive: random.treeAlive };
        if (event.kind === "tree-killed") return { ...event, survivors: random.survivors };
        return event;
      }),
  );
  const anyContext = fc.record({
    closing: fc.boolean(),
    open: fc.boolean(),
    killMode: fc.constantFrom("group" as const, "mixed" as const, "process" as const),
    restart: fc.constantFrom("no" as const, "always" as const, "on-failure" as const),
    enabled: fc.boolean(),
  });

  it("launches only from a state without an instance, never when unwanted, disabled by request or closing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, anyContext), { maxLength: 60 }), (sequence) => {
        let current: Situation = { ...neverStarted, launch };
        for (const [event, { closing, open, enabled, ...definition }] of sequence) {
          // Events of the engine always speak of the latest launch here: the harder case.
          const tagged = "launch" in event ? { ...event, launch: current.launch } : event;
          const around = context({
            closing,
            gate: open ? { kind: "open" } : { kind: "waiting", by: ["db"] },
            definition: defineProcess("a", { ...definition, enabled }),
          });
          const step = nextStep(current, tagged, around);
          if (step.kind !== "moved") continue;
          const next = step.situation;
          for (const effect of step.effects) {
            if (effect.kind !== "spawn") continue;
            expect(next.desired).toBe("up");
            expect(closing).toBe(false);
            expect(next.state).toEqual({ kind: "starting", launch: effect.launch });
            expect(effect.launch).toBeGreaterThan(current.launch);
          }
          if (
            next.state.kind === "stopping" &&
            current.state.kind === "stopping" &&
            next.launch === current.launch
          ) {
            expect(next.state.reason).toBe(current.state.reason);
          }
          if (next.ready) expect(next.state.kind).toBe("running");
          if (next.state.kind !== "running" && next.state.kind !== "stopping")
            expect(next.ready).toBe(false);
          current = next;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
