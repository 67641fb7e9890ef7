import { expect, test } from "vitest";

import { createManualClock } from "../testing/manual-clock.ts";
import { createGuessDelay } from "./guess-delay.ts";

test("Each wrong guess of a machine takes twice as long, up to four seconds, from whatever port", () => {
  const guesses = createGuessDelay(createManualClock());
  const delays = Array.from({ length: 9 }, (_, index) =>
    guesses.nextDelayMs(`10.0.0.1:${40_000 + index}`),
  );
  expect(delays).toEqual([100, 200, 400, 800, 1_600, 3_200, 4_000, 4_000, 4_000]);
});

test("One machine's guesses slow down no other; an IPv6 network counts as one machine", () => {
  const guesses = createGuessDelay(createManualClock());
  for (let guess = 0; guess < 10; guess += 1) guesses.nextDelayMs("10.0.0.1:1");
  expect(guesses.nextDelayMs("10.0.0.2:1")).toBe(100);
  guesses.nextDelayMs("tls://[2001:db8:1:2:3:4:5:6]:1");
  expect(guesses.nextDelayMs("[2001:db8:1:2:ffff::1]:9")).toBe(200);
  expect(guesses.nextDelayMs("[2001:db8:1:3::1]:9")).toBe(100);
});

test("Guesses are forgotten after ten minutes without one", () => {
  const clock = createManualClock();
  const guesses = createGuessDelay(clock);
  guesses.nextDelayMs("10.0.0.1:1");
  clock.advance(599_999);
  expect(guesses.nextDelayMs("10.0.0.1:1")).toBe(200);
  clock.advance(600_000);
  expect(guesses.nextDelayMs("10.0.0.1:1")).toBe(100);
});

test("The memory of guesses is bounded, and forgets the oldest first", () => {
  const guesses = createGuessDelay(createManualClock());
  guesses.nextDelayMs("10.0.0.1:1");
  for (let peer = 0; peer < 4_095; peer += 1)
    guesses.nextDelayMs(`10.1.${peer >> 8}.${peer & 255}:1`);
  expect(guesses.nextDelayMs("10.0.0.1:1")).toBe(200);
  for (let peer = 0; peer < 4_096; peer += 1)
    guesses.nextDelayMs(`10.2.${peer >> 8}.${peer & 255}:1`);
  expect(guesses.nextDelayMs("10.0.0.1:1")).toBe(100);
});
