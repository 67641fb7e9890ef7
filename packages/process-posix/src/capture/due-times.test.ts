import { expect, test } from "vitest";
import { createDueTimes, type Due } from "./due-times.ts";

function item(done: string[], name: string, again: (nowMs: number) => void = () => {}): Due {
  return {
    dueMs: Number.POSITIVE_INFINITY,
    due(nowMs) {
      done.push(`${name} ${nowMs}`);
      again(nowMs);
    },
  };
}

test("while nothing is due a thread sleeps without an end", () => {
  const times = createDueTimes();
  expect(times.timeoutMs(5)).toBe(-1);
  const never = item([], "never");
  times.set(never, Number.POSITIVE_INFINITY);
  expect(times.timeoutMs(5)).toBe(-1);
});

test("it wakes for the earliest, does what is due and sleeps for the next", () => {
  const times = createDueTimes();
  const done: string[] = [];
  const late = item(done, "late", () => times.set(late, Number.POSITIVE_INFINITY));
  const early = item(done, "early", () => times.set(early, Number.POSITIVE_INFINITY));
  times.set(late, 20);
  times.set(early, 10.5);
  expect(times.timeoutMs(10)).toBe(1);
  times.run(10);
  expect(done).toEqual([]);
  times.run(11);
  expect(done).toEqual(["early 11"]);
  expect(times.timeoutMs(11)).toBe(9);
  times.run(30);
  expect(done).toEqual(["early 11", "late 30"]);
  expect(times.timeoutMs(30)).toBe(-1);
});

test("what was forgotten or put off is not done", () => {
  const times = createDueTimes();
  const done: string[] = [];
  const [gone, later] = [item(done, "gone"), item(done, "later")];
  times.set(gone, 10);
  times.set(later, 10);
  times.forget(gone);
  times.set(later, 50);
  times.run(20);
  expect(done).toEqual([]);
  expect(times.timeoutMs(20)).toBe(30);
});

test("a time far away is no more than a wait can be told", () => {
  const times = createDueTimes();
  times.set(item([], "far"), 1e12);
  expect(times.timeoutMs(0)).toBe(0x7fffffff);
});
