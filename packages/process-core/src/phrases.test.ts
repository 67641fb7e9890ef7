import { describe, expect, it } from "vitest";
import type { LaunchFailure } from "./model/instance.ts";
import {
  phraseOfExit,
  phraseOfLaunchFailure,
  phraseOfSpan,
  phraseOfStartFailure,
} from "./phrases.ts";

function failure(overrides: Partial<LaunchFailure>): LaunchFailure {
  return { stage: "program", errno: "ENOENT", path: "/no/such", passing: false, ...overrides };
}

describe("a phrase", () => {
  it("names what a launch lacked, where, and the errno", () => {
    expect(phraseOfLaunchFailure(failure({}))).toBe("program not found: /no/such (ENOENT)");
    expect(phraseOfLaunchFailure(failure({ stage: "directory", path: "/gone" }))).toBe(
      "working directory not found: /gone (ENOENT)",
    );
    expect(phraseOfLaunchFailure(failure({ stage: "interpreter", path: "/bin/nosh" }))).toBe(
      "interpreter not found: /bin/nosh (ENOENT)",
    );
    expect(phraseOfLaunchFailure(failure({ stage: "fork", errno: "EAGAIN", path: null }))).toBe(
      "new process not possible now, too many processes (EAGAIN)",
    );
    expect(phraseOfLaunchFailure(failure({ errno: "EWEIRD" }))).toBe(
      "program failed: /no/such (EWEIRD)",
    );
  });

  it("tells an exit by code, by signal and unseen apart", () => {
    expect(phraseOfExit({ kind: "exited", code: 3 })).toBe("exited with code 3");
    expect(phraseOfExit({ kind: "signalled", signal: "SIGSEGV", coreDumped: true })).toBe(
      "ended by SIGSEGV, core dumped",
    );
    expect(phraseOfExit({ kind: "signalled", signal: "SIGKILL", coreDumped: false })).toBe(
      "ended by SIGKILL",
    );
    expect(phraseOfExit({ kind: "unknown" })).toBe("ended, nobody saw how");
  });

  it("tells each way in which a start fails", () => {
    const exit = {
      report: { kind: "exited", code: 1 } as const,
      result: "exit-code" as const,
      at: 0,
    };
    expect(phraseOfStartFailure({ kind: "ended", exit, uptimeMs: 120 })).toBe(
      "exited with code 1 after 120 ms",
    );
    expect(phraseOfStartFailure({ kind: "not-ready-in-time", timeoutMs: 90_000 })).toBe(
      "not ready within 90 s",
    );
    expect(phraseOfStartFailure({ kind: "limit-reached", count: 5, windowMs: 60_000 })).toBe(
      "given up: 5 restarts within 60 s",
    );
    expect(phraseOfStartFailure({ kind: "launch-failed", failure: failure({}) })).toContain(
      "ENOENT",
    );
  });

  it("writes spans in the unit that people would choose", () => {
    expect([0, 999, 1000, 1550, 119_999, 120_000, 5_400_000].map(phraseOfSpan)).toEqual([
      "0 ms",
      "999 ms",
      "1 s",
      "1.6 s",
      "120 s",
      "2 min",
      "90 min",
    ]);
  });
});
