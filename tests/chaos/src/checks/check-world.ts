import { setTimeout as pass } from "node:timers/promises";
import { ask } from "../world/ask.ts";
import { readBirths, readProgress } from "../world/births.ts";
import type { World } from "../world/world.ts";
import { checkBirths } from "./check-births.ts";
import { checkInstances } from "./check-instances.ts";
import { checkLogs } from "./check-logs.ts";
import { checkState } from "./check-state.ts";
import { checkWords } from "./check-words.ts";
import { checkZombies } from "./check-zombies.ts";

/** How long may pass until what is wanted is so, on a machine with more to do than it can. */
const patienceMs = 20_000;
const pollMs = 25;

/** All invariants, once the world has settled. What is wrong only for a moment is not wrong; what stays wrong is told. */
export async function checkWorld(world: World): Promise<string[]> {
  const lost = await persistently(() => checkInstances(world, readBirths(world.folder)));
  if (lost.length > 0) return lost;
  const problems = await persistently(async () =>
    checkWords(world, await ask(world, { ping: {} })),
  );
  problems.push(...(await persistently(() => checkZombies(world.pid))));
  problems.push(
    ...(await persistently(() => {
      // What was done is read before what is stored: a line that comes in between is no loss.
      const progress = readProgress(world.folder);
      const births = readBirths(world.folder);
      return [
        ...checkLogs(world, { births, progress }),
        ...checkBirths(world, { births, progress }),
      ];
    })),
  );
  problems.push(...(await persistently(() => checkState(world.folder))));
  return problems;
}

async function persistently(check: () => string[] | Promise<string[]>): Promise<string[]> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const problems = await attempt(check);
    if (problems.length === 0 || performance.now() > end) return problems;
    await pass(pollMs);
  }
}

/** A check that fails, as one does that reads what is being changed, found something wrong as well. */
async function attempt(check: () => string[] | Promise<string[]>): Promise<string[]> {
  try {
    return await check();
  } catch (error) {
    return [String(error)];
  }
}
