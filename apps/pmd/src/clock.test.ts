import { expect, onTestFinished, test, vi } from "vitest";
import { systemClock } from "./clock.ts";

test("a call comes when its time has come and not before, however far away", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const called = vi.fn<() => void>();
  const monthMs = 30 * 24 * 3_600_000;
  systemClock.callAt(systemClock.monotonicMs() + monthMs, called);
  vi.advanceTimersByTime(monthMs - 1_000);
  expect(called).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_001);
  expect(called).toHaveBeenCalledTimes(1);
});

test("a cancelled call never comes, nor does one at the end of time", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const called = vi.fn<() => void>();
  systemClock.callAt(systemClock.monotonicMs() + 1_000, called)();
  systemClock.callAt(Number.POSITIVE_INFINITY, called);
  vi.advanceTimersByTime(10_000_000_000);
  expect(called).not.toHaveBeenCalled();
});

test("a moment that has passed calls soon, never within the call itself", async () => {
  let called = false;
  systemClock.callAt(systemClock.monotonicMs() - 5, () => (called = true));
  expect(called).toBe(false);
  await vi.waitFor(() => expect(called).toBe(true));
});
