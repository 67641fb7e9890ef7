import type { Dice } from "./dice.ts";
import { ask, type Answer } from "./world/ask.ts";
import { findInstances } from "./world/find-instances.ts";
import type { ServicePlan } from "./world/service-plan.ts";
import { addService, type World } from "./world/world.ts";

/** What happened to the answers of one round. */
export interface Tally {
  answered: number;
  refused: number;
  unknown: number;
  /** Rows that said "not done". */
  failedRows: string[];
  /** What an acknowledgement claimed and `/proc` did not show at that moment. */
  violations: string[];
}

/** Asks for random things, one after the other, until told to stop or until pmd is not there any more. */
export async function operate(
  world: World,
  { dice, tally, goesOn }: { dice: Dice; tally: Tally; goesOn: () => boolean },
): Promise<void> {
  while (goesOn()) {
    const answer = dice.chance(0.15)
      ? await reload(world, dice, tally)
      : await command(world, dice, tally);
    if (answer === null) return;
    tally[answer.kind] += 1;
    if (answer.kind === "unknown") return;
  }
}

async function command(world: World, dice: Dice, tally: Tally): Promise<Answer | null> {
  const plans = pickFree(world, dice);
  if (plans.length === 0) return null;
  const verb = dice.pick(["start", "start", "stop", "restart"] as const);
  const before = plans.map(({ id }) => ({ ...world.ledger.account(id) }));
  for (const { id } of plans) world.ledger.begin(id, verb !== "stop");
  const selector = { selector: { ids: plans.map(({ id }) => id) } };
  const request =
    verb === "start"
      ? { start: selector }
      : verb === "stop"
        ? { stop: selector }
        : { restart: selector };
  const answer = await ask(world, request);
  for (const [index, plan] of plans.entries()) {
    const row = lastRow(answer, plan.id);
    const account = before[index];
    if (row?.done === true && row.ok) {
      world.ledger.acknowledge(plan, verb === "stop" ? "down" : "up", answer.at);
      if (verb === "stop") tally.violations.push(...remainsOf(world, plan));
    } else if (answer.kind === "refused" && account !== undefined)
      world.ledger.refuse(plan.id, account);
    else {
      if (row?.done === true) tally.failedRows.push(`${verb} ${plan.id}: ${row.error?.message}`);
      world.ledger.lose(plan.id);
    }
  }
  return answer;
}

/** I8: when a stop is acknowledged nothing of the service is left. */
function remainsOf(world: World, { id }: ServicePlan): string[] {
  return findInstances(world.marker)
    .filter((found) => found.id === id || found.id === `${id}.child`)
    .map((found) => `the stop of ${id} was acknowledged and pid ${found.pid} (${found.id}) lives`);
}

async function reload(world: World, dice: Dice, tally: Tally): Promise<Answer | null> {
  const touched = new Set<string>();
  const removed: ServicePlan[] = [];
  const before = new Map<string, ReturnType<World["ledger"]["account"]>>();
  const free = pickFree(world, dice);
  for (const plan of free) {
    before.set(plan.id, { ...world.ledger.account(plan.id) });
    if (world.plans.size > 6 && plan.kind !== "deaf" && dice.chance(0.3)) {
      world.plans.delete(plan.id);
      removed.push(plan);
    } else if (dice.chance(0.5)) {
      world.plans.set(plan.id, { ...plan, logMaxKib: dice.pick([16, 64, 256]) });
      continue;
    } else world.plans.set(plan.id, { ...plan, variant: plan.variant + 1 });
    world.ledger.begin(plan.id, true);
    touched.add(plan.id);
  }
  const added = world.plans.size < 12 && dice.chance(0.5) ? addService(world, dice) : null;
  if (added !== null) {
    world.ledger.begin(added.id, false);
    touched.add(added.id);
  }
  world.configure();
  const answer = await ask(world, { configReload: {} });
  if (answer.kind === "refused") tally.failedRows.push(`reload: ${answer.reason}`);
  for (const plan of removed) {
    if (answer.kind === "answered") {
      world.ledger.retire(plan.id, answer.at);
      // A reload answers when it is in force; what it ends may take until its timeout.
      world.ledger.account(plan.id).since = answer.at + 5;
    } else world.ledger.lose(plan.id);
  }
  for (const id of touched) {
    const plan = world.plans.get(id);
    const was = before.get(id);
    if (plan === undefined) continue;
    if (answer.kind !== "answered") world.ledger.lose(id);
    else if (plan === added) world.ledger.acknowledge(plan, "up", answer.at);
    else if (was !== undefined) {
      // A change starts nothing that was not up.
      const { startsAllowed } = world.ledger.account(id);
      world.ledger.refuse(id, { ...was, startsAllowed });
    }
  }
  return answer;
}

function pickFree(world: World, dice: Dice): ServicePlan[] {
  const free = [...world.plans.values()].filter(({ id }) => !world.ledger.account(id).busy);
  const count = Math.min(free.length, dice.between(1, 3));
  const picked = new Set<ServicePlan>();
  for (let tries = 0; tries < 8 && picked.size < count; tries += 1) picked.add(dice.pick(free));
  return [...picked];
}

function lastRow(answer: Answer, id: string) {
  return answer.results
    .flatMap((result) => (result.payload === "processes" ? result.processes.rows : []))
    .findLast((row) => row.status?.id === id);
}
