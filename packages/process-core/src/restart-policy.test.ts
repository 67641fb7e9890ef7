import { describe, expect, it } from "vitest";
import type { ExitReport } from "./model/instance.ts";
import type { RestartPolicy } from "./model/process-definition.ts";
import { type ExitResult, exitResults } from "./exit-class.ts";
import {
  causeOf,
  type EndedInstance,
  isFailure,
  shouldRestart,
  shouldRetryLaunch,
} from "./restart-policy.ts";
import { defineProcess } from "./testing/define-process.ts";

const policies: readonly RestartPolicy[] = [
  "no",
  "always",
  "unless-stopped",
  "on-success",
  "on-failure",
  "on-abnormal",
  "on-abort",
  "on-watchdog",
];

const exited = (code: number): ExitReport => ({ kind: "exited", code });
const signalled = (signal: string): ExitReport => ({
  kind: "signalled",
  signal,
  coreDumped: false,
});

function ended(report: ExitReport, result: ExitResult, tooEarly = false): EndedInstance {
  return { report, result, tooEarly };
}

// The truth table of systemd, by cause; `always` and `unless-stopped` restart after each, `no` after none.
const table: readonly {
  readonly name: string;
  readonly end: EndedInstance;
  readonly restarts: readonly string[];
}[] = [
  { name: "a clean exit", end: ended(exited(0), "success"), restarts: ["on-success"] },
  {
    name: "a clean exit that came too early",
    end: ended(exited(0), "success", true),
    restarts: ["on-success", "on-failure"],
  },
  {
    name: "an end by SIGTERM from outside",
    end: ended(signalled("SIGTERM"), "success"),
    restarts: ["on-success"],
  },
  { name: "an unclean code", end: ended(exited(1), "exit-code"), restarts: ["on-failure"] },
  {
    name: "an unclean code that came too early",
    end: ended(exited(1), "exit-code", true),
    restarts: ["on-failure"],
  },
  {
    name: "an unclean signal",
    end: ended(signalled("SIGSEGV"), "signal"),
    restarts: ["on-failure", "on-abnormal", "on-abort"],
  },
  {
    name: "a core dump",
    end: ended(signalled("SIGABRT"), "core-dump"),
    restarts: ["on-failure", "on-abnormal", "on-abort"],
  },
  {
    name: "a start that took too long",
    end: ended(signalled("SIGTERM"), "timeout"),
    restarts: ["on-failure", "on-abnormal"],
  },
  {
    name: "a hang",
    end: ended(signalled("SIGKILL"), "probe"),
    restarts: ["on-failure", "on-abnormal", "on-watchdog"],
  },
  {
    name: "an end that nobody saw",
    end: ended({ kind: "unknown" }, "unknown"),
    restarts: ["on-failure", "on-abnormal"],
  },
];

describe("the restart policy", () => {
  for (const { name, end, restarts } of table) {
    it(`restarts after ${name} exactly where systemd does`, () => {
      const restarting = policies.filter((restart) =>
        shouldRestart(end, defineProcess("a", { restart })),
      );
      expect(restarting.toSorted()).toEqual(["always", "unless-stopped", ...restarts].toSorted());
    });
  }

  it("never restarts after a status that prevents it, whatever the policy and whatever forces it", () => {
    for (const restart of policies) {
      const definition = defineProcess("a", {
        restart,
        restartPreventExitStatus: [78, "SIGKILL"],
        restartForceExitStatus: [78, "SIGKILL"],
      });
      expect(shouldRestart(ended(exited(78), "exit-code"), definition)).toBe(false);
      expect(shouldRestart(ended(signalled("SIGKILL"), "signal"), definition)).toBe(false);
    }
  });

  it("always restarts after a status that forces it, even with policy no", () => {
    for (const restart of policies) {
      const definition = defineProcess("a", { restart, restartForceExitStatus: [3] });
      expect(shouldRestart(ended(exited(3), "exit-code"), definition)).toBe(true);
    }
  });

  it("matches a listed status neither against an end that nobody saw nor against another signal", () => {
    const definition = defineProcess("a", {
      restart: "always",
      restartPreventExitStatus: [0, "SIGTERM"],
    });
    expect(shouldRestart(ended({ kind: "unknown" }, "unknown"), definition)).toBe(true);
    expect(shouldRestart(ended(signalled("SIGINT"), "success"), definition)).toBe(true);
  });

  it("tries a launch again that failed for good exactly where a failure restarts", () => {
    const retrying = policies.filter((restart) => shouldRetryLaunch({ restart }));
    expect(retrying).toEqual(["always", "unless-stopped", "on-failure"]);
  });

  it("calls everything a failure but a clean end in good time and an end on request", () => {
    expect(isFailure(ended(exited(0), "success"))).toBe(false);
    expect(isFailure(ended(exited(0), "success", true))).toBe(true);
    expect(isFailure(ended(exited(1), "requested", true))).toBe(false);
    expect(isFailure(ended(exited(1), "exit-code"))).toBe(true);
    expect(isFailure(ended({ kind: "unknown" }, "unknown"))).toBe(true);
  });

  it("knows the row of every result word", () => {
    for (const result of exitResults)
      expect(causeOf(ended(exited(1), result))).toBeTypeOf("string");
    expect(causeOf(ended(exited(203), "exec-failed"))).toBe("launch-failed");
    expect(causeOf(ended(exited(1), "oom-kill"))).toBe("unclean-signal");
    expect(causeOf(ended(exited(1), "watchdog"))).toBe("watchdog");
  });
});
