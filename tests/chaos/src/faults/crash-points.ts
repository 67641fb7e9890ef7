import type { Dice } from "../dice.ts";
import type { Fault } from "./fault.ts";
import { dieOrKill } from "./die-or-kill.ts";

/** Every call of the two ports behind which durable things happen, and how many passes of it a round has at most. */
const places: readonly (readonly [place: string, passes: number])[] = [
  ["store.load", 1],
  ["store.save", 40],
  ["store.saveGeneration", 2],
  ["store.remove", 2],
  ["store.limitHistory", 2],
  ["engine.find", 1],
  ["engine.prepare", 2],
  ["engine.adopt", 6],
  ["engine.nextLaunch", 10],
  ["engine.spawn", 12],
  ["engine.signalTree", 6],
  ["engine.isTreeAlive", 8],
  ["engine.killTree", 3],
  ["engine.setOutput", 2],
  ["engine.forget", 1],
];

/** pmd ends itself by SIGKILL right before or right after the Nth call of one method of a port. */
export function crashAtPoint(dice: Dice): Fault {
  const [place, passes] = dice.pick(places);
  const name = `${place}.${dice.pick(["before", "after"])}`;
  const wish = `${name}:${dice.between(1, passes)}`;
  return {
    name: `crash point ${name}`,
    terms: { environment: { DPM_FAILPOINTS: wish } },
    strike: (world, dice) => dieOrKill(world, dice, wish),
  };
}
