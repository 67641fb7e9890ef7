import type { Dice } from "./dice.ts";
import { crashAtPoint } from "./faults/crash-points.ts";
import type { Fault } from "./faults/fault.ts";
import {
  killDaemon,
  killEverything,
  killHelpersFirst,
  killServicesMeanwhile,
  killWithHelpers,
  killWithServices,
} from "./faults/kills.ts";
import { hasStrace, killAtSystemCall } from "./faults/system-calls.ts";

const kills: readonly Fault[] = [
  killDaemon,
  killDaemon,
  killWithServices,
  killServicesMeanwhile,
  killWithHelpers,
  killHelpersFirst,
  killEverything,
];

/** The fault of a round, by the dice. Without strace there are more of the other kinds. */
export function chooseFault(dice: Dice): Fault {
  const chance = dice.next();
  if (chance < 0.35) return crashAtPoint(dice);
  if (chance < 0.7 && hasStrace) return killAtSystemCall(dice);
  return dice.pick(kills);
}
