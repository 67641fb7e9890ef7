import { dpmError } from "@dpm/errors";
import type { Engine } from "@dpm/process-core";
import type { CommandLine } from "../life-cycle/own-command.ts";
import type { Ending } from "../life-cycle/ending.ts";
import { checkProgram } from "./check-program.ts";
import { startWatchdog, type Watchdog } from "./watchdog.ts";

/** What a client asks for. */
export interface UpgradeWish {
  /** The path of the program; null for the one that runs. */
  readonly path: string | null;
  /** How long it may take to be ready; null for the usual time. */
  readonly readyWithinMs: number | null;
  readonly actor: string;
}

/** A program that was found to be fit to take over. */
export interface AcceptedUpgrade {
  readonly program: CommandLine;
  readonly path: string;
  /** Its name and version, as it says. */
  readonly to: string;
  readonly readyWithinMs: number;
  readonly actor: string;
  /** Watches already. */
  readonly watchdog: Watchdog;
}

/** Finds out whether a program can take the place of this one. */
export interface Upgrades {
  /**
   * Throws ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE, ERR_DPM_DAEMON_UPGRADE_PROGRAM or, once an end has begun, ERR_DPM_DAEMON_ENDING, and
   * then nothing happens. Where it does not, a wish to end is from then on the business of the new program.
   */
  request(wish: UpgradeWish): Promise<AcceptedUpgrade>;
  /** Resolves with the first one that is accepted; it is to be carried out. */
  readonly accepted: Promise<AcceptedUpgrade>;
}

/** What upgrades work with. */
export interface UpgradesOptions {
  readonly engine: Engine;
  readonly runtimeDirectory: string;
  readonly ownProgram: CommandLine;
  readonly words: readonly string[];
  /** What brings this one back where the other one fails; null: a service manager does. */
  readonly former: CommandLine | null;
  readonly ending: Pick<Ending, "begunBy" | "defer">;
}

const checkTimeoutMs = 20_000;
const usualReadyWithinMs = 30_000;

/** Makes the judge of upgrades. */
export function createUpgrades(options: UpgradesOptions): Upgrades {
  const { engine, runtimeDirectory, ownProgram, words, former, ending } = options;
  const accepted = Promise.withResolvers<AcceptedUpgrade>();
  let isBusy = false;

  const assertStaying = (): void => {
    const cause = ending.begunBy;
    if (cause !== null) throw dpmError("ERR_DPM_DAEMON_ENDING", { cause });
  };

  const judge = async (wish: UpgradeWish): Promise<AcceptedUpgrade> => {
    const { path, readyWithinMs, actor } = wish;
    const program: CommandLine = path === null ? ownProgram : [path];
    const shown = path ?? ownProgram.at(-1) ?? "";
    const to = await checkProgram(
      { program, path: program[0], words },
      { engine, directory: runtimeDirectory, timeoutMs: checkTimeoutMs },
    );
    assertStaying();
    const limit = { readyWithinMs: readyWithinMs ?? usualReadyWithinMs };
    const watchdog = await startWatchdog({ ...limit, former });
    return { ...limit, program, path: shown, to, actor, watchdog };
  };

  return {
    accepted: accepted.promise,
    async request(wish) {
      if (engine.name !== "posix")
        throw unavailable(`its engine is ${engine.name}, and only posix can do it`);
      assertStaying();
      if (isBusy) throw unavailable("another upgrade is under way");
      isBusy = true;
      try {
        const upgrade = await judge(wish);
        ending.defer();
        accepted.resolve(upgrade);
        return upgrade;
      } catch (error) {
        isBusy = false;
        throw error;
      }
    },
  };
}

function unavailable(reason: string): Error {
  return dpmError("ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE", { reason });
}
