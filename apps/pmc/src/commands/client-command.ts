import type { Invocation } from "@dpm/commands";

import type { World } from "../world.ts";

/** Carries out one command and prints what came of it. Resolves with the exit status; throws what hindered it as a whole. */
export type RunCommand = (invocation: Invocation, world: World) => Promise<number>;
