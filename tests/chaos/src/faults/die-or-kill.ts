import { setTimeout as pass } from "node:timers/promises";
import type { Dice } from "../dice.ts";
import type { World } from "../world/world.ts";
import { killLife } from "./kills.ts";

/** Waits for the death that was arranged, and kills when the work of the round did not come to it. Answers which it was. */
export async function dieOrKill(world: World, dice: Dice, what: string): Promise<string> {
  const end = await Promise.race([world.life?.ended, pass(dice.between(150, 700))]);
  if (end === "SIGKILL") return `died at ${what}`;
  if (end !== undefined) throw new Error(`pmd ended by itself, with ${end}, at ${what}`);
  await killLife(world);
  return `killed, not at ${what}`;
}
