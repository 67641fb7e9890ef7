import { join, resolve } from "node:path";

import type { World } from "../world.ts";

/** Where the pmd of this machine and this user keeps what a client may look at. */
export interface LocalPlaces {
  readonly runtimeDirectory: string;
  /** True when the user named the runtime directory: then only the pmd there is meant. */
  readonly named: boolean;
  readonly stateDirectory: string;
  /** Where every pmd of this user lists itself, wherever its own directories are. */
  readonly runningDirectory: string;
}

/** The places of the local pmd: `PMC_RUNTIME_DIR`, else the same defaults as pmd's own. */
export function localPlaces(world: Pick<World, "environment" | "home" | "uid">): LocalPlaces {
  const system = world.uid === 0;
  const xdg = (name: string): string | null => {
    const value = world.environment[name];
    // The specification says that relative values are to be ignored.
    return value?.startsWith("/") === true ? join(value, "dpm") : null;
  };
  const stateDirectory = system
    ? "/var/lib/dpm"
    : (xdg("XDG_STATE_HOME") ?? join(world.home, ".local", "state", "dpm"));
  const usual = system ? "/run/dpm" : (xdg("XDG_RUNTIME_DIR") ?? join(stateDirectory, "run"));
  const runningDirectory = join(usual, "running");
  const named = world.environment["PMC_RUNTIME_DIR"] ?? "";
  if (named === "")
    return { runtimeDirectory: usual, named: false, stateDirectory, runningDirectory };
  return { runtimeDirectory: resolve(named), named: true, stateDirectory, runningDirectory };
}
