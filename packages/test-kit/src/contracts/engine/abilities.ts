import type { EngineFactory } from "./engine-factory.ts";

/** What only some engines or systems can do; the tests of what is false are skipped by name. */
export interface EngineAbilities {
  /** Finds grandchildren in a session of their own after their parents are gone. */
  readonly findsDetachedGrandchildren: boolean;
  /** Finds what an earlier engine launched by the launch alone. */
  readonly findsLaunches: boolean;
  /** The start identity begins with field 22 of `/proc/PID/stat`. */
  readonly startIsTicks: boolean;
  /** Brings limits and niceness into force. */
  readonly setsLimits: boolean;
  /** Runs programs as another user, when the tests run as root. */
  readonly changesUser: boolean;
  /** Keeps descriptors that its own process inherited from its children. */
  readonly closesInherited: boolean;
}

/** What an engine on Linux can do. */
export const fullAbilities: EngineAbilities = {
  findsDetachedGrandchildren: process.platform === "linux",
  findsLaunches: process.platform === "linux",
  startIsTicks: process.platform === "linux",
  setsLimits: process.platform === "linux",
  changesUser: process.platform === "linux" && process.getuid?.() === 0,
  closesInherited: process.platform === "linux",
};

/** An engine under the contract. */
export interface EngineSubject {
  readonly createEngine: EngineFactory;
  readonly abilities: EngineAbilities;
}
