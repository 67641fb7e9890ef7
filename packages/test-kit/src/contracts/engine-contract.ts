import { describe } from "vitest";
import { describeAdoption } from "./engine/adoption.ts";
import { type EngineAbilities, fullAbilities } from "./engine/abilities.ts";
import { describeHygiene } from "./engine/hygiene.ts";
import { describeLaunchFailures } from "./engine/launch-failures.ts";
import { describeLifeCycle } from "./engine/life-cycle.ts";
import type { EngineFactory } from "./engine/engine-factory.ts";
import { describeOutput } from "./engine/output.ts";
import { describeSearch } from "./engine/search.ts";
import { describeTrees } from "./engine/trees.ts";

/**
 * The tests that every engine must pass. Called by the test of each engine, in a process of its own,
 * since an engine may reap every child of its process.
 */
export function describeEngineContract(
  name: string,
  createEngine: EngineFactory,
  abilities: Partial<EngineAbilities> = {},
): void {
  const subject = { createEngine, abilities: { ...fullAbilities, ...abilities } };
  describe(`the ${name} engine`, () => {
    describeLifeCycle(subject);
    describeHygiene(subject);
    describeLaunchFailures(subject);
    describeTrees(subject);
    describeOutput(subject);
    describeAdoption(subject);
    describeSearch(subject);
  });
}
