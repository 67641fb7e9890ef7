import * as fc from "fast-check";
import { expect, test } from "vitest";

import { systemClock } from "./clock.ts";
import { type Deadline, createDeadlines } from "./deadlines.ts";
import { createManualClock } from "./testing/manual-clock.ts";

type Step =
  | { readonly kind: "add"; readonly waitMs: number }
  | { readonly kind: "remove"; readonly index: number }
  | { readonly kind: "advance"; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), waitMs: fc.integer({ min: 0, max: 50 }) }),
  fc.record({ kind: fc.constant("remove" as const), index: fc.nat(40) }),
  fc.record({ kind: fc.constant("advance" as const), ms: fc.integer({ min: 0, max: 20 }) }),
);

test("Whatever is added and removed, each deadline passes once, in time and in order, unless it was removed", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const clock = createManualClock();
      const deadlines = createDeadlines(clock);
      const added: { readonly deadline: Deadline; state: "waiting" | "removed" | "passed" }[] = [];
      const passed: number[] = [];
      let wrong = false;
      for (const each of steps) {
        if (each.kind === "add") {
          const entry = {
            deadline: deadlines.add(each.waitMs, () => {
              wrong ||= entry.state !== "waiting" || clock.monotonicMs() !== entry.deadline.atMs;
              entry.state = "passed";
              passed.push(entry.deadline.atMs);
            }),
            state: "waiting" as "waiting" | "removed" | "passed",
          };
          added.push(entry);
        } else if (each.kind === "remove") {
          const entry = added[each.index];
          if (entry === undefined) continue;
          deadlines.remove(entry.deadline);
          if (entry.state === "waiting") entry.state = "removed";
        } else clock.advance(each.ms);
        const late = added.filter(
          (entry) => entry.state === "waiting" && entry.deadline.atMs < clock.monotonicMs(),
        );
        expect(late).toEqual([]);
        expect(deadlines.size).toBe(added.filter((entry) => entry.state === "waiting").length);
        expect(clock.pending).toBeLessThanOrEqual(1);
      }
      expect(wrong).toBe(false);
      expect(passed).toEqual(passed.toSorted((one, two) => one - two));
    }),
  );
});

test("No timer runs while there is no deadline", () => {
  const clock = createManualClock();
  const deadlines = createDeadlines(clock);
  deadlines.remove(deadlines.add(100, () => undefined));
  expect(clock.pending).toBe(0);
  deadlines.add(100, () => undefined);
  deadlines.clear();
  expect([clock.pending, deadlines.size]).toEqual([0, 0]);
});

test("A callback may remove others and add new ones", () => {
  const clock = createManualClock();
  const deadlines = createDeadlines(clock);
  const passed: string[] = [];
  const second = deadlines.add(10, () => passed.push("second"));
  deadlines.add(10, () => passed.push("third"));
  deadlines.add(5, () => {
    passed.push("first");
    deadlines.remove(second);
    deadlines.add(1, () => passed.push("added"));
  });
  clock.advance(100);
  expect(passed).toEqual(["first", "added", "third"]);
});

test("The clock of the process waits longer than a Node timer can, and never calls back early", async () => {
  const cancel = systemClock.callAt(systemClock.monotonicMs() + 2 ** 33, () =>
    expect.fail("called at once"),
  );
  const startedMs = systemClock.monotonicMs();
  await new Promise<void>((resolve) => systemClock.callAt(startedMs + 20, resolve));
  expect(systemClock.monotonicMs()).toBeGreaterThanOrEqual(startedMs + 20);
  cancel();
});
