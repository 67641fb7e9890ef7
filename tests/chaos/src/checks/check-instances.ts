import type { Wanted } from "../world/ledger.ts";
import { isRestless, type ServicePlan } from "../world/service-plan.ts";
import type { World } from "../world/world.ts";
import { type Birth, uptime } from "../world/births.ts";
import { findInstances } from "../world/find-instances.ts";

/** Seconds in which a service that crashes by plan has to be seen again. */
const restlessS = 3;

/**
 * None lost, none double, none back from the dead, as the process table is now. What pmd needs a moment for is wrong at first:
 * the caller asks until nothing is wrong any more or its patience ends.
 */
export function checkInstances(world: World, births: readonly Birth[]): string[] {
  const instances = findInstances(world.marker);
  const problems: string[] = [];
  const pidsOf = (id: string): number[] =>
    instances.filter((found) => found.id === id).map(({ pid }) => pid);
  for (const [id, { wanted }] of world.ledger.accounts) {
    const plan = world.plans.get(id);
    const pids = pidsOf(id);
    const children = pidsOf(`${id}.child`);
    if (pids.length > 1) problems.push(`double: ${id} runs as ${pids.join(" and ")}`);
    if (children.length > 1)
      problems.push(`double: the child of ${id} runs as ${children.join(" and ")}`);
    problems.push(...missing({ id, wanted, plan, pids, births }));
    if (wanted === "down" && pids.length + children.length > 0)
      problems.push(
        `back from the dead: ${id} is stopped and runs as ${[...pids, ...children].join(" and ")}`,
      );
  }
  const known = new Set([...world.ledger.accounts.keys()].flatMap((id) => [id, `${id}.child`]));
  for (const { id, pid } of instances)
    if (!known.has(id)) problems.push(`a stranger: pid ${pid} runs as ${id}`);
  return problems;
}

function missing(found: {
  readonly id: string;
  readonly wanted: Wanted;
  readonly plan: ServicePlan | undefined;
  readonly pids: readonly number[];
  readonly births: readonly Birth[];
}): string[] {
  const { id, wanted, plan, pids, births } = found;
  if (wanted !== "up" || pids.length === 1 || plan === undefined) return [];
  const last = births.findLast((birth) => birth.id === id);
  if (isRestless(plan) && last !== undefined && uptime() - last.at < restlessS) return [];
  return [`lost: ${id} is up by the history and does not run`];
}
