import { setTimeout as pass } from "node:timers/promises";
import { checkWorld } from "./checks/check-world.ts";
import { createDice } from "./dice.ts";
import type { Fault } from "./faults/fault.ts";
import { killLife } from "./faults/kills.ts";
import { operate, type Tally } from "./operations.ts";
import { ask } from "./world/ask.ts";
import { uptime } from "./world/births.ts";
import type { World } from "./world/world.ts";

/** What a round was and what it found. */
export interface RoundReport {
  readonly round: number;
  readonly fault: string;
  readonly outcome: string;
  /** How long it took. */
  readonly ms: number;
  readonly tally: Tally;
  readonly violations: readonly string[];
}

const clients = 3;

/** One round: work, a death in the midst of it, a new pmd, and a look at everything. pmd runs before and after. */
export async function playRound(
  world: World,
  { seed, round, fault }: { seed: number; round: number; fault: Fault },
): Promise<RoundReport> {
  const begun = performance.now();
  const dice = createDice(seed, "round", round);
  const tally: Tally = { answered: 0, refused: 0, unknown: 0, failedRows: [], violations: [] };
  if (fault.terms !== undefined) {
    await killLife(world);
    await world.start(fault.terms);
  }
  let isOver = false;
  const operations = Array.from({ length: clients }, (_, client) =>
    operate(world, {
      dice: createDice(seed, "client", round, client),
      tally,
      goesOn: () => !isOver && world.life?.isOver() === false,
    }),
  );
  const outcome = await fault.strike(world, dice).catch(({ message }: Error) => {
    tally.violations.push(message);
    return message;
  });
  isOver = true;
  world.deaths.push(uptime());
  await Promise.all(operations);
  if (dice.chance(0.5)) await pass(dice.between(0, 400));
  const found = await comeBack(world);
  return {
    round,
    fault: fault.name,
    outcome,
    ms: Math.round(performance.now() - begun),
    tally,
    violations: [...tally.violations, ...found],
  };
}

async function comeBack(world: World): Promise<string[]> {
  if ((await world.start()) === null) return ["pmd does not start any more"];
  await settle(world);
  return checkWorld(world);
}

/** What nobody knows is now as pmd has it; whether that is so is then checked like everything else. */
async function settle(world: World): Promise<void> {
  for (const id of world.ledger.accounts.keys())
    if (!world.plans.has(id) && world.ledger.account(id).wanted !== "down")
      world.ledger.retire(id, uptime() + 5);
  const answer = await ask(world, { ping: {} });
  for (const result of answer.results) {
    if (result.payload !== "processes") continue;
    for (const { status } of result.processes.rows) {
      const plan = world.plans.get(status?.id ?? "");
      if (plan === undefined || status === null) continue;
      if (world.ledger.account(plan.id).wanted !== "either") continue;
      world.ledger.acknowledge(plan, status.desired === 1 ? "up" : "down", uptime() + 5);
    }
  }
}
