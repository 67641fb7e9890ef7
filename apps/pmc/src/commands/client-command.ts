import type { Command, CommandOf, Invocation } from "@dpm/commands";

import type { World } from "../world.ts";

/** Carries out one command and prints what came of it. Resolves with the exit status; throws what hindered it as a whole. */
export type RunCommand<K extends Command["kind"]> = (
  invocation: Invocation & { readonly command: CommandOf<K> },
  world: World,
) => Promise<number>;
