import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BackoffInput,
  countPolicyStarts,
  emptyHistory,
  planPassingRetry,
  planRetry,
} from "./backoff.ts";
import { defineProcess } from "./testing/define-process.ts";
import type { StartHistory } from "./states.ts";

const policy = defineProcess("a").backoff;
const middle = 0.5;

function input(overrides: Partial<BackoffInput> = {}): BackoffInput {
  return {
    history: emptyHistory,
    policy,
    limit: null,
    nowMs: 1_000_000,
    uptimeMs: 0,
    launchFailed: false,
    chance: middle,
    ...overrides,
  };
}

/** The delays of a process that dies at once, again and again. */
function delaysOfCrashLoop(
  count: number,
  overrides: Partial<BackoffInput> = {},
): (number | "give-up")[] {
  let history: StartHistory = emptyHistory;
  let nowMs = 1_000_000;
  return Array.from({ length: count }, () => {
    const plan = planRetry(input({ history, nowMs, ...overrides }));
    history = plan.history;
    if (plan.kind === "give-up") return plan.kind;
    nowMs += plan.delayMs;
    return plan.delayMs;
  });
}

describe("the back-off", () => {
  it("lets the first three restarts come at once, then doubles from one second up to five minutes", () => {
    expect(delaysOfCrashLoop(14)).toEqual([
      0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
    ]);
  });

  it("keeps the delay when the window of the burst has passed only because the delays are long", () => {
    const history = { policyStarts: [1_000_000], delays: 8 };
    const plan = planRetry(input({ history, nowMs: 2_000_000, uptimeMs: 5 }));
    expect(plan).toMatchObject({ kind: "retry", delayMs: 256_000 });
  });

  it("lets a process that dies every 30 seconds start at once for ever, since that is within its burst", () => {
    let history: StartHistory = emptyHistory;
    for (let round = 0; round < 50; round += 1) {
      const plan = planRetry(
        input({ history, nowMs: 1_000_000 + round * 30_000, uptimeMs: 30_000 }),
      );
      expect(plan).toMatchObject({ kind: "retry", delayMs: 0 });
      history = plan.history;
    }
  });

  it("forgets everything after ten minutes of running, and not a millisecond sooner", () => {
    const history = { policyStarts: [999_000, 999_100, 999_200], delays: 5 };
    expect(planRetry(input({ history, uptimeMs: 599_999 }))).toMatchObject({ delayMs: 32_000 });
    expect(planRetry(input({ history, uptimeMs: 600_000 }))).toMatchObject({ delayMs: 0 });
  });

  it("spreads the delay by a quarter to both sides", () => {
    const history = { policyStarts: [], delays: 2 };
    expect(planRetry(input({ history, chance: 0 }))).toMatchObject({ delayMs: 3000 });
    expect(planRetry(input({ history, chance: 1 }))).toMatchObject({ delayMs: 5000 });
  });

  it("gives a failed launch no restart at once", () => {
    expect(delaysOfCrashLoop(3, { launchFailed: true })).toEqual([1000, 2000, 4000]);
  });

  it("gives up after as many restarts as the limit allows, and not before", () => {
    const limit = { count: 5, windowMs: 60_000 };
    expect(delaysOfCrashLoop(6, { limit })).toEqual([0, 0, 0, 1000, 2000, "give-up"]);
  });

  it("does not give up when the restarts are further apart than the window of the limit", () => {
    const limit = { count: 2, windowMs: 1000 };
    const history = { policyStarts: [995_000, 997_000], delays: 1 };
    expect(planRetry(input({ history, limit })).kind).toBe("retry");
  });

  it("counts for the limit only what lies within its window", () => {
    const history = { policyStarts: [1000, 50_000, 60_000], delays: 0 };
    expect(countPolicyStarts(history, { count: 5, windowMs: 20_000 }, 65_000)).toBe(2);
  });

  it("tries a launch that fails for a passing reason for ever, with a capped delay and no count", () => {
    let history: StartHistory = emptyHistory;
    const delays = Array.from({ length: 2000 }, () => {
      const plan = planPassingRetry({ history, policy, chance: middle });
      history = plan.history;
      return plan.delayMs;
    });
    expect(delays.slice(0, 3)).toEqual([1000, 2000, 4000]);
    expect(delays.at(-1)).toBe(300_000);
    expect(history.policyStarts).toEqual([]);
  });

  it("remembers a bounded number of moments whatever happens, and never plans a delay that is not a number", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            gap: fc.integer({ min: 0, max: 100_000 }),
            uptime: fc.integer({ min: 0, max: 700_000 }),
          }),
          {
            maxLength: 200,
          },
        ),
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (deaths, initialMs, chance) => {
          let history: StartHistory = emptyHistory;
          let nowMs = 0;
          for (const { gap, uptime } of deaths) {
            nowMs += gap;
            const plan = planRetry(
              input({ history, nowMs, uptimeMs: uptime, chance, policy: { ...policy, initialMs } }),
            );
            history = plan.history;
            expect(history.policyStarts.length).toBeLessThanOrEqual(3);
            if (plan.kind !== "retry") throw new Error("gave up without a limit");
            expect(plan.delayMs).toBeGreaterThanOrEqual(0);
            expect(plan.delayMs).toBeLessThanOrEqual(policy.maxMs * 1.25);
          }
        },
      ),
    );
  });
});
