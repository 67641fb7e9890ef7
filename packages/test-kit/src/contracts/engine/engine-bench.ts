import { join } from "node:path";
import type { Engine, ExitReport, Instance, Program, SpawnOutcome } from "@dpm/process-core";
import { onTestFinished } from "vitest";
import { isAlive, startTicksOf } from "../../process-inspection.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { waitUntil } from "../../wait-until.ts";
import type { EngineFactory } from "./engine-factory.ts";

/** An instance that a test started, and what the engine told of it. */
export interface BenchInstance {
  readonly instance: Instance;
  readonly pid: number;
  /** Every call of the listener, in order. */
  readonly exits: readonly ExitReport[];
  /** Waits for the end. */
  exit(): Promise<ExitReport>;
}

/** One engine in one test; whatever it started is gone when the test ends. */
export interface EngineBench {
  readonly engine: Engine;
  readonly folder: string;
  readonly logFile: string;
  spawn(program: Program): Promise<SpawnOutcome>;
  /** Spawns what must start; under a token of `nextLaunch` when one is given. */
  start(program: Program, launch?: string): Promise<BenchInstance>;
  /** A program with nothing configured but its arguments, whose output goes to `logFile`. */
  program(argv: readonly [string, ...string[]], changes?: Partial<Program>): Program;
  /** Plays the daemon's end and the next one's beginning. */
  succeed(): Promise<EngineBench>;
}

/** Sets an engine up for the running test. */
export async function createEngineBench(
  createEngine: EngineFactory,
  folder: string = temporaryDirectory(),
): Promise<EngineBench> {
  const engine = await createEngine();
  const logFile = join(folder, "out.log");
  const started: Instance[] = [];
  onTestFinished(async () => {
    for (const instance of started) await endCompletely(engine, instance);
    await engine.close();
  });

  const spawn = async (
    program: Program,
    exits: ExitReport[] = [],
    launch?: string,
  ): Promise<SpawnOutcome> => {
    const outcome = await engine.spawn("test", program, {
      exited: (report) => void exits.push(report),
      ...(launch === undefined ? {} : { launch }),
    });
    if (outcome.kind === "spawned") started.push(outcome.instance);
    return outcome;
  };

  return {
    engine,
    folder,
    logFile,
    spawn: (program) => spawn(program),
    start: async (program, launch) => {
      const exits: ExitReport[] = [];
      const outcome = await spawn(program, exits, launch);
      if (outcome.kind !== "spawned")
        throw new Error(`not started: ${JSON.stringify(outcome.failure)}`);
      const { instance } = outcome;
      const exit = (): Promise<ExitReport> =>
        waitUntil(() => exits[0], { what: `the exit of ${instance.pid}` });
      return { instance, pid: instance.pid, exits, exit };
    },
    program: (argv, changes = {}) => ({
      argv,
      directory: folder,
      environment: {},
      passEnvironment: [],
      user: null,
      userGroup: null,
      umask: null,
      nice: null,
      limits: {},
      output: {
        capture: "file",
        stdoutFile: logFile,
        stderrFile: logFile,
        maxBytes: null,
        backups: 0,
        maxAgeMs: null,
        totalBytes: null,
        compress: false,
      },
      ...changes,
    }),
    succeed: async () => {
      await engine.close();
      return createEngineBench(createEngine, folder);
    },
  };
}

async function endCompletely(engine: Engine, instance: Instance): Promise<void> {
  await engine.killTree(instance);
  // A broken engine must not leave the process to the machine either.
  if (
    isAlive(instance.pid) &&
    instance.startIdentity.startsWith(startTicksOf(instance.pid) ?? "gone")
  ) {
    process.kill(instance.pid, "SIGKILL");
  }
}
