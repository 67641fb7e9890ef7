import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collectAtRest } from "./collect-at-rest.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("garbage is collected once after many tasks, when none comes any more", () => {
  const collect = vi.fn<() => void>();
  const done = collectAtRest(collect);
  done(999);
  vi.advanceTimersByTime(5_000);
  expect(collect).toHaveBeenCalledTimes(0);
  done(1);
  vi.advanceTimersByTime(900);
  done(1);
  vi.advanceTimersByTime(900);
  expect(collect).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(100);
  expect(collect).toHaveBeenCalledTimes(1);
  done(1);
  vi.advanceTimersByTime(5_000);
  expect(collect).toHaveBeenCalledTimes(1);
});
