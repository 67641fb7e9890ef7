import { expect, test } from "vitest";
import { signalNumber } from "./signal-number.ts";

test.each([
  ["SIGTERM", 15],
  ["TERM", 15],
  ["sigkill", 9],
  ["15", 15],
  ["SIGRTMIN", 34],
  ["SIGRTMIN+3", 37],
  ["RTMAX-1", 63],
  ["SIGRTMIN+31", null],
  ["SIGNONSENSE", null],
  ["65", null],
  ["", null],
  ["toString", null],
])("the signal %j has the number %j", (name, number) => {
  expect(signalNumber(name)).toBe(number);
});
