import { expect, test } from "vitest";
import { createDueTimes } from "./due-times.ts";
import { createRest } from "./rest.ts";

test("memory is given back once after much work, a second after the last of it", () => {
  const dueTimes = createDueTimes();
  let collected = 0;
  const rest = createRest(dueTimes, () => void collected++);
  rest.after(999);
  expect(dueTimes.timeoutMs(performance.now())).toBe(-1);
  rest.after(1);
  const nowMs = performance.now();
  dueTimes.run(nowMs + 500);
  expect(collected).toBe(0);
  dueTimes.run(nowMs + 1_001);
  expect(collected).toBe(1);
  expect(dueTimes.timeoutMs(nowMs + 1_002)).toBe(-1);
  rest.after(1);
  expect(dueTimes.timeoutMs(nowMs)).toBe(-1);
});
