import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "@dpm/test-kit";
import { checkLeftBehind } from "./checks/check-left-behind.ts";
import { checkWorld } from "./checks/check-world.ts";
import { chooseFault } from "./choose-fault.ts";
import { createDice } from "./dice.ts";
import { killLife } from "./faults/kills.ts";
import { playRound, type RoundReport } from "./round.ts";
import { createWorld, type World } from "./world/world.ts";

/** What to run. */
export interface ChaosOptions {
  readonly seed: number;
  /** The first round and how many; a round is the same whatever came before, but for the world that it finds. */
  readonly first: number;
  readonly rounds: number;
  /** No round begins later than this after the start; null: all of them do. */
  readonly mostMs: number | null;
  readonly command: readonly [string, ...string[]];
  readonly words: readonly string[];
  readonly told: (report: RoundReport) => void;
}

/** What came of it. */
export interface ChaosOutcome {
  readonly rounds: number;
  /** By name of the fault: in how many rounds it was planned, and in how many it struck before the work was over. */
  readonly faults: ReadonlyMap<string, { readonly rounds: number; readonly struck: number }>;
  readonly violations: readonly Violation[];
}

/** A broken invariant, and where all evidence of it is. */
export interface Violation {
  readonly seed: number;
  readonly round: number;
  readonly fault: string;
  readonly what: readonly string[];
  readonly folder: string;
}

/** Rounds that share a world: a fresh one costs a second, and old state is a risk of its own. */
const roundsOfWorld = 10;

/** Plays rounds in worlds of ten. A world with a violation is kept as it is, and the next begins anew. */
export async function runChaos(options: ChaosOptions): Promise<ChaosOutcome> {
  const { seed, first, rounds, mostMs, told } = options;
  const begun = performance.now();
  const faults = new Map<string, { rounds: number; struck: number }>();
  const violations: Violation[] = [];
  let played = 0;
  let world: World | null = null;
  const keep = (found: Omit<Violation, "seed">): void => {
    const violation = { seed, ...found };
    writeFileSync(join(found.folder, "violation.json"), JSON.stringify(violation, null, 2));
    violations.push(violation);
  };
  for (let round = first; round < first + rounds; round += 1) {
    if (mostMs !== null && performance.now() - begun > mostMs) break;
    world ??= await openWorld(options, Math.floor(round / roundsOfWorld));
    const fault = chooseFault(createDice(seed, "fault", round));
    const report = await playRound(world, { seed, round, fault });
    played += 1;
    const sum = faults.get(fault.name) ?? { rounds: 0, struck: 0 };
    sum.rounds += 1;
    if (!report.outcome.startsWith("killed, not at")) sum.struck += 1;
    faults.set(fault.name, sum);
    told(report);
    const isLast = round % roundsOfWorld === roundsOfWorld - 1;
    if (report.violations.length > 0) {
      keep({ round, fault: fault.name, what: report.violations, folder: world.folder });
      await abandon(world);
      world = null;
    } else if (isLast) {
      const left = await closeWorld(world);
      if (left.length > 0)
        keep({ round, fault: "end of the world", what: left, folder: world.folder });
      world = null;
    }
  }
  if (world !== null) {
    const left = await closeWorld(world);
    if (left.length > 0)
      keep({ round: first + played, fault: "end of the world", what: left, folder: world.folder });
  }
  return { rounds: played, faults, violations };
}

async function openWorld(options: ChaosOptions, number: number): Promise<World> {
  const dice = createDice(options.seed, "world", number);
  const world = createWorld({ dice, services: dice.between(7, 10), ...options });
  if ((await world.start()) === null) throw new Error(`pmd does not start; see ${world.folder}`);
  const problems = await checkWorld(world);
  if (problems.length > 0)
    throw new Error(`wrong before anything was done: ${problems.join("; ")}; see ${world.folder}`);
  return world;
}

/** Ends a world in order and answers what is left behind. */
async function closeWorld(world: World): Promise<string[]> {
  const { life } = world;
  process.kill(world.pid, "SIGTERM");
  const end = await life?.ended;
  let left: string[] = [];
  await waitUntil(() => (left = checkLeftBehind(world)).length === 0, { deadlineMs: 5_000 }).catch(
    () => {},
  );
  if (end !== "exit 0") left.push(`pmd ended with ${end}`);
  if (left.length === 0) world.remove();
  return left;
}

/** Ends the processes of a world whose folder is kept as evidence. */
async function abandon(world: World): Promise<void> {
  await killLife(world);
  const { endProcesses } = await import("./world/end-processes.ts");
  await endProcesses(world);
}
