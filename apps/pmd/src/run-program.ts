import type { Engine, ExitReport, Instance, LaunchFailure, Program } from "@dpm/process-core";

/** How a short program that the daemon ran for itself came out. */
export type ProgramEnd =
  | { readonly kind: "ended"; readonly report: ExitReport }
  | { readonly kind: "spawn-failed"; readonly failure: LaunchFailure }
  /** It ran out of time or was not wanted any more; it and all it started are killed. */
  | { readonly kind: "killed" };

/** What to run: no output is kept and nothing of the daemon's environment but PATH and its like reaches it. */
export interface ProgramRun {
  /** For the engine's bookkeeping; not the id of a configured process. */
  readonly id: string;
  readonly argv: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Runs a program to its end through the engine, the one place that starts and reaps processes. */
export async function runProgram(
  engine: Engine,
  { id, argv, environment, signal }: ProgramRun,
): Promise<ProgramEnd> {
  if (signal.aborted) return { kind: "killed" };
  const end = Promise.withResolvers<ProgramEnd>();
  const outcome = await engine.spawn(id, programOf(argv, environment), {
    exited: (report) => end.resolve({ kind: "ended", report }),
  });
  if (outcome.kind === "spawn-failed") return outcome;
  const kill = (): void => void killed(engine, outcome.instance).then(end.resolve);
  signal.addEventListener("abort", kill);
  if (signal.aborted) kill();
  const result = await end.promise;
  signal.removeEventListener("abort", kill);
  // Its end may be the effect of the kill, and then that is what happened.
  return signal.aborted ? { kind: "killed" } : result;
}

async function killed(engine: Engine, instance: Instance): Promise<ProgramEnd> {
  await engine.killTree(instance);
  return { kind: "killed" };
}

function programOf(
  argv: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
): Program {
  return {
    argv,
    directory: null,
    environment,
    passEnvironment: [],
    user: null,
    userGroup: null,
    umask: null,
    nice: null,
    limits: {},
    output: {
      capture: "none",
      stdoutFile: null,
      stderrFile: null,
      maxBytes: null,
      maxAgeMs: null,
      backups: 0,
      totalBytes: null,
      compress: false,
    },
  };
}

/** Says for people how a program came out; null when it succeeded. */
export function describeProgramFailure(end: ProgramEnd): string | null {
  switch (end.kind) {
    case "killed":
      return "it did not end in time and was killed";
    case "spawn-failed":
      return `it could not be started: ${end.failure.errno}${end.failure.path === null ? "" : ` ${end.failure.path}`}`;
    case "ended":
      return describeExit(end.report);
  }
}

function describeExit(report: ExitReport): string | null {
  switch (report.kind) {
    case "exited":
      return report.code === 0 ? null : `it ended with code ${report.code}`;
    case "signalled":
      return `it was ended by ${report.signal}`;
    case "unknown":
      return "it ended, nobody saw how";
  }
}
