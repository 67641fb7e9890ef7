import type { Probe } from "../model/probe.ts";
import type { Prober, Question } from "../ports/prober.ts";
import type { Kernel } from "./kernel.ts";
import type { ProcessEntry } from "./process-entry.ts";

/** Asks processes how they are, again and again. */
export interface ProbeRunner {
  /** In place of a probe that is running. */
  start(entry: ProcessEntry, which: "readiness" | "health", launch: number): void;
  stop(entry: ProcessEntry): void;
}

interface Running {
  cancel(): void;
}

/** Makes a runner of probes. */
export function createProbeRunner(kernel: () => Kernel, prober: Prober): ProbeRunner {
  const running = new Map<ProcessEntry, Running>();
  const stop = (entry: ProcessEntry): void => {
    running.get(entry)?.cancel();
    running.delete(entry);
  };
  return {
    stop,
    start: (entry, which, launch) => {
      stop(entry);
      const probe = which === "readiness" ? entry.definition.readiness : entry.definition.health;
      if (probe !== null)
        running.set(entry, runProbe({ kernel: kernel(), prober, entry, which, launch }, probe));
    },
  };
}

interface ProbeRun {
  readonly kernel: Kernel;
  readonly prober: Prober;
  readonly entry: ProcessEntry;
  readonly which: "readiness" | "health";
  readonly launch: number;
}

function runProbe(run: ProbeRun, probe: Probe): Running {
  const { clock } = run.kernel;
  const beganMs = clock.monotonicMs();
  const isHeartbeat = probe.check.kind === "heartbeat";
  const silenceMs = probe.periodMs * probe.failureThreshold;
  // A heart that has just begun gets one whole silence before it is missed; a missed one was silent long enough.
  const graceMs = isHeartbeat && run.which === "health" ? silenceMs : 0;
  const failuresAllowed = isHeartbeat ? 1 : probe.failureThreshold;
  let cancelled = false;
  let question: Question | null = null;
  let cancelTimer: (() => void) | null = null;
  let successes = 0;
  let failures = 0;

  const ask = async (): Promise<void> => {
    const askedMs = clock.monotonicMs();
    // While it becomes ready, only a beat of this instance counts, not one that its predecessor left in the file.
    const failAfterMs =
      run.which === "readiness" ? Math.min(silenceMs, Math.max(1, askedMs - beganMs)) : silenceMs;
    question = run.prober.ask(probe.check, { timeoutMs: probe.timeoutMs, failAfterMs });
    const answer = await question.answer.catch((error: unknown) => ({
      kind: "failed" as const,
      reason: String(error),
    }));
    if (cancelled) return;
    if (answer.kind === "passed") {
      successes += 1;
      failures = 0;
    } else {
      failures += 1;
      successes = 0;
    }
    // Before anything is reported: the report may end this very probe.
    cancelTimer = clock.callAt(
      Math.max(askedMs + probe.periodMs, clock.monotonicMs()),
      () => void ask(),
    );
    report(answer.kind === "failed" ? answer.reason : "");
  };
  const report = (reason: string): void => {
    const { entry, launch, kernel } = run;
    if (run.which === "readiness") {
      if (successes >= probe.successThreshold)
        kernel.dispatch(entry, { kind: "became-ready", launch });
      return;
    }
    if (failures >= failuresAllowed)
      kernel.dispatch(entry, { kind: "hang-detected", launch, detail: reason });
    else if (successes >= probe.successThreshold)
      kernel.dispatch(entry, { kind: "health-passed", launch });
  };
  cancelTimer = clock.callAt(beganMs + probe.initialDelayMs + graceMs, () => void ask());
  return {
    cancel: () => {
      cancelled = true;
      cancelTimer?.();
      question?.cancel();
    },
  };
}
