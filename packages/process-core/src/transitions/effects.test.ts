import { describe, expect, it } from "vitest";
import type { Effect } from "../effects.ts";
import type { ProcessEvent } from "../events.ts";
import type { Instance } from "../model/instance.ts";
import type { Probe } from "../model/probe.ts";
import type { ProcessDefinition } from "../model/process-definition.ts";
import { neverStarted, type ProcessState, type Situation, type StoppingState } from "../states.ts";
import type { StopReason } from "../stop-reason.ts";
import { defineProcess } from "../testing/define-process.ts";
import { nextStep } from "../transitions.ts";
import type { Context } from "./cell.ts";

const instance: Instance = { pid: 42, startIdentity: "t42", startedAt: 0 };
const probe: Probe = {
  check: { kind: "tcp", host: "127.0.0.1", port: 1 },
  initialDelayMs: 0,
  periodMs: 1000,
  timeoutMs: 500,
  successThreshold: 1,
  failureThreshold: 3,
};

function nameOf(effect: Effect): string {
  switch (effect.kind) {
    case "set-timer":
      return `set ${effect.name} +${effect.atMs - 5000}`;
    case "cancel-timer":
      return `cancel ${effect.name}`;
    case "signal":
      return `${effect.signal} to ${effect.to}`;
    case "start-probe":
      return `ask ${effect.probe}`;
    case "run-hook":
      return effect.event;
    case "spawn":
    case "cancel-spawn":
    case "kill-tree":
    case "stop-probes":
      return effect.kind;
  }
}

interface Case {
  readonly state: ProcessState;
  readonly event: ProcessEvent;
  readonly situation?: Partial<Situation>;
  readonly definition?: Partial<ProcessDefinition>;
  readonly context?: Partial<Context>;
}

/** The state that a case leads to and all that is to be done, by name. */
function outcomeOf({ state, event, situation = {}, definition = {}, context = {} }: Case): {
  readonly state: string;
  readonly desired: string;
  readonly effects: readonly string[];
} {
  const before: Situation = { ...neverStarted, desired: "up", launch: 7, state, ...situation };
  const step = nextStep(before, event, {
    definition: defineProcess("a", definition),
    nowMs: 5000,
    wallMs: 1_790_000_000_000,
    chance: 0.5,
    gate: { kind: "open" },
    closing: false,
    ...context,
  });
  if (step.kind !== "moved") return { state: step.kind, desired: before.desired, effects: [] };
  return {
    state: step.situation.state.kind,
    desired: step.situation.desired,
    effects: step.effects.map(nameOf),
  };
}

const running: ProcessState = { kind: "running", launch: 7, instance, sinceMs: 0 };
const starting: ProcessState = { kind: "starting", launch: 7 };
const backoff: ProcessState = { kind: "backoff", notBeforeMs: 6000, passing: false };
const stopping = (overrides: Partial<StoppingState> = {}): StoppingState => ({
  kind: "stopping",
  launch: 7,
  instance,
  sinceMs: 0,
  reason: "requested",
  phase: "terminating",
  exit: null,
  startAfter: false,
  survivors: [],
  tries: 0,
  ...overrides,
});
const start: ProcessEvent = { kind: "start-requested", actor: "me", cause: "start", forget: true };
const restart: ProcessEvent = {
  kind: "restart-requested",
  actor: "me",
  reason: "restart-requested",
};
const stop = (reason: StopReason): ProcessEvent => ({
  kind: "stop-requested",
  actor: null,
  reason,
});
const exited = (code: number, treeAlive = false): ProcessEvent => ({
  kind: "exited",
  launch: 7,
  report: { kind: "exited", code },
  treeAlive,
});
const leaveStopping = [
  "cancel stop-timeout",
  "cancel tree-check",
  "cancel kill-retry",
  "cancel exit-overdue",
];
const leaveRunning = ["stop-probes", "cancel start-timeout"];

describe("all that is to be done", () => {
  it("for a launch with a health probe and no readiness probe is to ask for its health at once", () => {
    const event: ProcessEvent = { kind: "spawned", launch: 7, instance };
    expect(outcomeOf({ state: starting, event, definition: { health: probe } })).toEqual({
      state: "running",
      desired: "up",
      effects: ["ask health", "on_start", "on_ready"],
    });
  });

  it("for a launch that may take for ever to become ready sets no timer", () => {
    const event: ProcessEvent = { kind: "spawned", launch: 7, instance };
    const definition = { readiness: probe, startTimeoutMs: Number.POSITIVE_INFINITY };
    expect(outcomeOf({ state: starting, event, definition }).effects).toEqual([
      "ask readiness",
      "on_start",
    ]);
  });

  it("for an adopted instance is to ask it, but neither to hurry it nor to run the hooks of a start", () => {
    const event: ProcessEvent = {
      kind: "adopted",
      instance,
      startedMs: 0,
      midLaunch: false,
      ending: null,
    };
    const definition = { readiness: probe, health: probe };
    expect(outcomeOf({ state: { kind: "stopped" }, event, definition }).effects).toEqual([
      "ask readiness",
    ]);
    expect(
      outcomeOf({ state: { kind: "stopped" }, event, definition: { health: probe } }).effects,
    ).toEqual(["ask health"]);
  });

  it("for a stop ends the probes, asks politely and sets the timer of force", () => {
    expect(outcomeOf({ state: running, event: stop("requested") })).toEqual({
      state: "stopping",
      desired: "down",
      effects: [...leaveRunning, "SIGTERM to tree", "SIGCONT to tree", "set stop-timeout +10000"],
    });
  });

  it("for a shutdown leaves wanted what is wanted", () => {
    expect(outcomeOf({ state: running, event: stop("shutdown") })).toMatchObject({
      state: "stopping",
      desired: "up",
    });
    expect(outcomeOf({ state: backoff, event: stop("shutdown") })).toEqual({
      state: "stopped",
      desired: "up",
      effects: ["cancel backoff"],
    });
    expect(outcomeOf({ state: { kind: "fatal" }, event: stop("shutdown") }).state).toBe("ignored");
  });

  it("for a hang runs its hook beside the stop, and leaves the process wanted", () => {
    const event: ProcessEvent = { kind: "hang-detected", launch: 7, detail: "no answer" };
    expect(outcomeOf({ state: running, event })).toEqual({
      state: "stopping",
      desired: "up",
      effects: [
        ...leaveRunning,
        "SIGTERM to tree",
        "SIGCONT to tree",
        "set stop-timeout +10000",
        "on_health_fail",
      ],
    });
  });

  it("for an end that restarts at once is first of all the launch", () => {
    expect(outcomeOf({ state: running, event: exited(1) })).toEqual({
      state: "starting",
      desired: "up",
      effects: ["spawn", "on_exit", "on_failure", "on_restart", ...leaveRunning],
    });
  });

  it("for an end that restarts later is the timer", () => {
    const situation = { history: { policyStarts: [4000], delays: 3 } };
    expect(outcomeOf({ state: running, event: exited(1), situation })).toEqual({
      state: "backoff",
      desired: "up",
      effects: ["set backoff +8000", "on_exit", "on_failure", ...leaveRunning],
    });
  });

  it("for a clean end that stays is no failure", () => {
    expect(outcomeOf({ state: running, event: exited(0) })).toEqual({
      state: "exited",
      desired: "down",
      effects: ["on_exit", ...leaveRunning],
    });
  });

  it("for an end while its stop waits for its turn is nothing more than the end", () => {
    expect(outcomeOf({ state: running, event: exited(1), situation: { desired: "down" } })).toEqual(
      {
        state: "stopped",
        desired: "down",
        effects: ["on_exit", "on_stop", ...leaveRunning],
      },
    );
  });

  it("for the end of a stop cancels every timer that a stop may have", () => {
    expect(
      outcomeOf({ state: stopping(), event: exited(0), situation: { desired: "down" } }),
    ).toEqual({
      state: "stopped",
      desired: "down",
      effects: [...leaveStopping, "on_exit", "on_stop"],
    });
  });

  it("for the end of a restart launches first, whatever the policy", () => {
    const state = stopping({ reason: "restart-requested", startAfter: true });
    expect(outcomeOf({ state, event: exited(0), definition: { restart: "no" } })).toEqual({
      state: "starting",
      desired: "up",
      effects: ["spawn", ...leaveStopping, "on_exit", "on_restart"],
    });
  });

  it("for the end of a restart whose gate is closed waits", () => {
    const state = stopping({ reason: "restart-requested", startAfter: true });
    const context = { gate: { kind: "waiting", by: ["db"] } } as const;
    expect(outcomeOf({ state, event: exited(0), context })).toMatchObject({
      state: "waiting",
      desired: "up",
    });
  });

  it("for the end of a hung process follows the policy, and of one that was started meanwhile does not", () => {
    const definition = { restart: "no" } as const;
    expect(
      outcomeOf({ state: stopping({ reason: "probe" }), event: exited(0), definition }),
    ).toMatchObject({
      state: "exited",
      desired: "down",
    });
    const wanted = stopping({ reason: "probe", startAfter: true });
    expect(outcomeOf({ state: wanted, event: exited(0), definition }).state).toBe("starting");
  });

  it("for a stop that ran out of time is SIGKILL to the tree, in place of every other timer", () => {
    const event: ProcessEvent = { kind: "stop-timed-out", launch: 7 };
    for (const phase of ["terminating", "draining"] as const) {
      expect(outcomeOf({ state: stopping({ phase }), event }).effects).toEqual([
        "cancel stop-timeout",
        "cancel tree-check",
        "kill-tree",
      ]);
    }
    for (const phase of ["launching", "killing", "stuck"] as const) {
      expect(outcomeOf({ state: stopping({ phase }), event }).state).toBe("ignored");
    }
  });

  it("for a tree that drains is to look again, less and less often", () => {
    const event: ProcessEvent = { kind: "tree-checked", launch: 7, treeAlive: true };
    const delays = [0, 1, 3, 6, 40].map(
      (tries) => outcomeOf({ state: stopping({ phase: "draining", tries }), event }).effects,
    );
    expect(delays).toEqual([
      ["set tree-check +10"],
      ["set tree-check +20"],
      ["set tree-check +80"],
      ["set tree-check +500"],
      ["set tree-check +500"],
    ]);
  });

  it("for survivors is to try again, less and less often, at least once a minute", () => {
    const event: ProcessEvent = { kind: "tree-killed", launch: 7, survivors: [42] };
    const delays = [0, 1, 5, 6, 40].map(
      (tries) => outcomeOf({ state: stopping({ phase: "stuck", tries }), event }).effects,
    );
    expect(delays).toEqual([
      ["set kill-retry +1000"],
      ["set kill-retry +2000"],
      ["set kill-retry +32000"],
      ["set kill-retry +60000"],
      ["set kill-retry +60000"],
    ]);
  });

  it("for a start of what is being stopped is only to remember it", () => {
    expect(outcomeOf({ state: stopping(), event: start, situation: { desired: "down" } })).toEqual({
      state: "stopping",
      desired: "up",
      effects: [],
    });
    expect(
      outcomeOf({ state: stopping(), event: restart, situation: { desired: "down" } }),
    ).toEqual({
      state: "stopping",
      desired: "up",
      effects: [],
    });
  });

  it("for a stop of what was to start again is only to forget that", () => {
    const state = stopping({ reason: "restart-requested", startAfter: true });
    expect(outcomeOf({ state, event: stop("requested") })).toEqual({
      state: "stopping",
      desired: "down",
      effects: [],
    });
    expect(
      outcomeOf({
        state: stopping(),
        event: stop("requested"),
        situation: { desired: "down", stoppedByRequest: true },
      }).state,
    ).toBe("ignored");
  });

  it("for a launch that failed while the process was to be started again is the next launch", () => {
    const failure = { stage: "program", errno: "ENOENT", path: "/x", passing: false } as const;
    const event: ProcessEvent = { kind: "spawn-failed", launch: 7, failure };
    const state = stopping({ phase: "launching", instance: null, startAfter: true });
    expect(outcomeOf({ state, event })).toMatchObject({ state: "starting", desired: "up" });
  });

  it("for the stop of a start that is being launched is to take it back", () => {
    for (const reason of ["requested", "removed", "disabled"] as const) {
      expect(outcomeOf({ state: starting, event: stop(reason) })).toEqual({
        state: "stopping",
        desired: "down",
        effects: ["cancel-spawn"],
      });
    }
  });

  it("for an instance that was found gone with something left is to clear that away first", () => {
    const event: ProcessEvent = {
      kind: "found-gone",
      instance,
      report: { kind: "unknown" },
      treeAlive: true,
      ending: null,
    };
    const state: ProcessState = { kind: "stopped" };
    expect(outcomeOf({ state, event })).toEqual({
      state: "stopping",
      desired: "up",
      effects: ["kill-tree"],
    });
    expect(outcomeOf({ state, event, definition: { killMode: "process" } }).state).toBe("starting");
  });

  it("for new probes of a running process is to ask by them, and for none to ask no more", () => {
    const event: ProcessEvent = { kind: "redefined", readiness: true, health: true };
    const ready = { ready: true };
    expect(
      outcomeOf({ state: running, event, situation: ready, definition: { health: probe } }).effects,
    ).toEqual(["ask health"]);
    expect(outcomeOf({ state: running, event, situation: ready }).effects).toEqual(["stop-probes"]);
    expect(outcomeOf({ state: running, event, definition: { readiness: probe } }).effects).toEqual([
      "ask readiness",
    ]);
    expect(outcomeOf({ state: running, event }).effects).toEqual([
      "stop-probes",
      "cancel start-timeout",
      "on_ready",
    ]);
    const same: ProcessEvent = { kind: "redefined", readiness: false, health: false };
    expect(outcomeOf({ state: running, event: same, situation: ready }).state).toBe("ignored");
    expect(outcomeOf({ state: running, event: same, definition: { readiness: probe } }).state).toBe(
      "ignored",
    );
  });
});
