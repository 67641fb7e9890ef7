import { dpmError } from "@dpm/errors";
import type { Engine } from "@dpm/process-core";
import type { CommandLine } from "../life-cycle/own-command.ts";
import { checkProgram } from "./check-program.ts";

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
}

/** Finds out whether a program can take the place of this one. */
export interface Upgrades {
  /** Throws ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE or ERR_DPM_DAEMON_UPGRADE_PROGRAM, and then nothing happens. */
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
}

const checkTimeoutMs = 20_000;
const usualReadyWithinMs = 30_000;

/** Makes the judge of upgrades. */
export function createUpgrades(options: UpgradesOptions): Upgrades {
  const { engine, runtimeDirectory, ownProgram, words } = options;
  const accepted = Promise.withResolvers<AcceptedUpgrade>();
  let isBusy = false;

  const judge = async ({ path, readyWithinMs, actor }: UpgradeWish): Promise<AcceptedUpgrade> => {
    const program: CommandLine = path === null ? ownProgram : [path];
    const shown = path ?? ownProgram.at(-1) ?? "";
    const to = await checkProgram(
      { program, path: program[0], words },
      { engine, directory: runtimeDirectory, timeoutMs: checkTimeoutMs },
    );
    return { program, path: shown, to, readyWithinMs: readyWithinMs ?? usualReadyWithinMs, actor };
  };

  return {
    accepted: accepted.promise,
    async request(wish) {
      if (engine.name !== "posix")
        throw unavailable(`its engine is ${engine.name}, and only posix can do it`);
      if (isBusy) throw unavailable("another upgrade is under way");
      isBusy = true;
      try {
        const upgrade = await judge(wish);
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
