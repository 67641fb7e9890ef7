import { describe, expect, it } from "vitest";
import { classifyExit, exitResults, isTooEarly, toExitResult } from "./exit-class.ts";
import type { ExitReport } from "./model/instance.ts";
import { isOwnStop, makesUnwanted, phraseOfStopReason, type StopReason } from "./stop-reason.ts";

const definition = { exitCodes: [0, 7] };
const signalled = (signal: string, coreDumped = false): ExitReport => ({
  kind: "signalled",
  signal,
  coreDumped,
});
const reasons: readonly StopReason[] = [
  "requested",
  "restart-requested",
  "definition-changed",
  "removed",
  "disabled",
  "shutdown",
  "start-timeout",
  "probe",
  "main-ended",
];

describe("the class of an exit", () => {
  it("is success for every expected code and for the signals that a service may end by", () => {
    expect(classifyExit({ kind: "exited", code: 0 }, null, definition)).toBe("success");
    expect(classifyExit({ kind: "exited", code: 7 }, null, definition)).toBe("success");
    for (const signal of ["SIGHUP", "SIGINT", "SIGTERM", "SIGPIPE"]) {
      expect(classifyExit(signalled(signal), null, definition)).toBe("success");
    }
  });

  it("names an unexpected code, a signal and a core dump apart", () => {
    expect(classifyExit({ kind: "exited", code: 1 }, null, definition)).toBe("exit-code");
    expect(classifyExit(signalled("SIGKILL"), null, definition)).toBe("signal");
    expect(classifyExit(signalled("SIGSEGV", true), null, definition)).toBe("core-dump");
  });

  it("never guesses what nobody saw", () => {
    expect(classifyExit({ kind: "unknown" }, null, definition)).toBe("unknown");
  });

  it("is decided by the reason of the stop where there was one", () => {
    const results = reasons.map((reason) => classifyExit(signalled("SIGKILL"), reason, definition));
    expect(results).toEqual([
      "requested",
      "requested",
      "requested",
      "requested",
      "requested",
      "requested",
      "timeout",
      "probe",
      "signal",
    ]);
  });

  it("calls an end too early up to, but not at, startSecs", () => {
    expect(isTooEarly(999, { startSecsMs: 1000 })).toBe(true);
    expect(isTooEarly(1000, { startSecsMs: 1000 })).toBe(false);
    expect(isTooEarly(0, { startSecsMs: 0 })).toBe(false);
  });

  it("reads its own words back and takes a later version's word as unknown", () => {
    for (const result of exitResults) expect(toExitResult(result)).toBe(result);
    expect(toExitResult("vaporised")).toBe("unknown");
  });
});

describe("a stop reason", () => {
  it("has a phrase, and only requests, removal and disabling change what is wanted", () => {
    for (const reason of reasons) expect(phraseOfStopReason(reason).length).toBeGreaterThan(5);
    expect(reasons.filter(makesUnwanted)).toEqual(["requested", "removed", "disabled"]);
  });

  it("leaves the policy its say only where the process itself was the cause", () => {
    expect(reasons.filter((reason) => !isOwnStop(reason))).toEqual([
      "start-timeout",
      "probe",
      "main-ended",
    ]);
  });
});
