import type { Engine } from "@dpm/process-core";
import { describeProgramFailure, runProgram } from "../run-program.ts";

/** Runs a program; the process is well when it ends with code 0. */
export async function askExec(
  engine: Engine,
  argv: readonly [string, ...string[]],
  signal: AbortSignal,
): Promise<string | null> {
  const failure = describeProgramFailure(
    await runProgram(engine, { id: "probe", argv, environment: {}, signal }),
  );
  return failure === null ? null : `${argv[0]}: ${failure}`;
}
