import type { Dice } from "./dice.ts";
import type { Fault } from "./faults/fault.ts";
import {
  killDaemon,
  killHelpersFirst,
  killServicesMeanwhile,
  killWithHelpers,
  killWithServices,
} from "./faults/kills.ts";

/** The fault of a round, by the dice. */
export function chooseFault(dice: Dice): Fault {
  return dice.pick([
    killDaemon,
    killDaemon,
    killWithServices,
    killServicesMeanwhile,
    killWithHelpers,
    killHelpersFirst,
  ]);
}
