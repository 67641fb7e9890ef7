import type { Dice } from "../dice.ts";
import type { LaunchTerms } from "../world/daemon.ts";
import type { World } from "../world/world.ts";

/** A way in which pmd dies. */
export interface Fault {
  /** Says all that is needed to tell one from another: `crash point store.save.after, pass 3`. */
  readonly name: string;
  /** pmd is killed and started under these terms before the round. */
  readonly terms?: LaunchTerms;
  /** Called while operations are under way; pmd is dead once it resolves. Answers what really happened. */
  strike(world: World, dice: Dice): Promise<string>;
}
