import { expect, test } from "vitest";
import { planFullPipe } from "./drop-policy.ts";

const KiB = 1024;

test("nothing is dropped of a pipe that its writer can still write to", () => {
  const pipe = { capacityBytes: 64 * KiB, triedAgoMs: 0 };
  expect(planFullPipe({ ...pipe, pendingBytes: 0 })).toEqual({ kind: "wait" });
  expect(planFullPipe({ ...pipe, pendingBytes: 27 * KiB })).toEqual({ kind: "wait" });
});

test("before anything is dropped the log is tried again, but not for each write", () => {
  const pipe = { capacityBytes: 64 * KiB, pendingBytes: 64 * KiB };
  expect(planFullPipe({ ...pipe, triedAgoMs: 50 })).toEqual({ kind: "try" });
  expect(planFullPipe({ ...pipe, triedAgoMs: 49 })).toEqual({ kind: "drop", bytes: 48 * KiB });
});

test("a pipe whose pages are only half used is full as well", () => {
  const pipe = { capacityBytes: 64 * KiB, pendingBytes: 32 * KiB, triedAgoMs: 0 };
  expect(planFullPipe(pipe)).toEqual({ kind: "drop", bytes: 16 * KiB });
});
