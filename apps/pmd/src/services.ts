import type { ShutdownReport, Supervisor } from "@dpm/process-core";
import type { ConfigurationEdits } from "./configuration/configuration-edits.ts";
import type { ConfigurationKeeper } from "./configuration/configuration-keeper.ts";
import type { Upgrades } from "./upgrade/upgrades.ts";
import type { Troubles } from "./troubles.ts";

/** Who the daemon is. */
export interface ServerFacts {
  /** Program and version, such as `pmd 1.0.0`. */
  readonly name: string;
  readonly pid: number;
  readonly startedAtMs: number;
  readonly instanceId: string;
  readonly bootId: string;
}

/** How the daemon is to end. */
export interface ShutdownWish {
  /** Lets the processes run on. */
  readonly leave: boolean;
  /** For the log. */
  readonly cause: string;
}

/** What handlers ask; everything that a command can be about. */
export interface Services {
  readonly server: ServerFacts;
  readonly supervisor: Supervisor;
  readonly configuration: ConfigurationKeeper;
  readonly edits: ConfigurationEdits;
  readonly troubles: Pick<Troubles, "list">;
  readonly upgrades: Pick<Upgrades, "request">;
  /** Resolves when the processes have ended, or were let go; the daemon itself ends just after. */
  shutdown(wish: ShutdownWish): Promise<ShutdownReport>;
}
