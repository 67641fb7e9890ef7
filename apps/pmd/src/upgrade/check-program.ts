import { randomBytes } from "node:crypto";
import { accessSync, constants, readFileSync, rmSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { type DpmError, dpmError } from "@dpm/errors";
import type { Engine } from "@dpm/process-core";
import { errnoOf, messageOf } from "../failure.ts";
import type { CommandLine } from "../life-cycle/own-command.ts";
import { describeProgramFailure, runProgram } from "../run-program.ts";
import type { Fitness } from "./check-state.ts";
import { handoverVersion } from "./handover.ts";

/** Which program is looked at. */
export interface Candidate {
  /** What runs it, without the words of a run. */
  readonly program: CommandLine;
  /** How people name it: its path. */
  readonly path: string;
  readonly words: readonly string[];
}

/** What a check works with. */
export interface ProgramCheck {
  readonly engine: Engine;
  /** Where the candidate leaves its answer for a moment. */
  readonly directory: string;
  readonly timeoutMs: number;
}

/** Asks a program whether it could take over, and answers its name and version. Throws ERR_DPM_DAEMON_UPGRADE_PROGRAM when it could not. */
export async function checkProgram(candidate: Candidate, check: ProgramCheck): Promise<string> {
  const { program, path, words } = candidate;
  assertExecutable(path);
  const answerFile = join(check.directory, `check-${randomBytes(6).toString("hex")}`);
  try {
    const end = await runProgram(check.engine, {
      id: "state-check",
      argv: [...program, "--check-state", answerFile, ...words],
      environment: ownEnvironment(),
      signal: AbortSignal.timeout(check.timeoutMs),
    });
    const fitness = readFitness(answerFile);
    if (fitness === null) {
      const why = describeProgramFailure(end) ?? "it ended without an answer";
      throw unfit(path, `it is no pmd that knows how: asked whether it could, ${why}`);
    }
    if (fitness.kind === "unfit") throw unfit(path, fitness.reason);
    if (fitness.handover !== handoverVersion)
      throw unfit(path, `it is ${fitness.name}, which takes over in another way`);
    return fitness.name;
  } finally {
    rmSync(answerFile, { force: true });
  }
}

function assertExecutable(path: string): void {
  if (!isAbsolute(path)) throw unfit(path, "its path has to be absolute");
  try {
    if (!statSync(path).isFile()) throw unfit(path, "it is not a file");
    accessSync(path, constants.X_OK);
  } catch (cause) {
    const errno = errnoOf(cause);
    if (errno === null || errno.startsWith("ERR_DPM")) throw cause;
    throw unfit(path, errno === "ENOENT" ? "there is no such file (ENOENT)" : messageOf(cause));
  }
}

function readFitness(path: string): Fitness | null {
  try {
    const fitness: Fitness = JSON.parse(readFileSync(path, "utf8"));
    return fitness.kind === "fit" || fitness.kind === "unfit" ? fitness : null;
  } catch {
    return null;
  }
}

// Settings may stand in it, and the candidate has to see the same.
function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function unfit(program: string, reason: string): DpmError {
  return dpmError("ERR_DPM_DAEMON_UPGRADE_PROGRAM", { program, reason });
}
