import type { Configuration } from "@dpm/config";
import { hasCode, isDpmError } from "@dpm/errors";
import { closeInheritedDescriptors } from "@dpm/launch";
import type { RunFlags } from "./arguments.ts";
import { closeLog } from "./close-log.ts";
import { type Daemon, startDaemon } from "./daemon.ts";
import { ensurePrivateDirectory } from "./files/private-directory.ts";
import { takeInstanceLock } from "./instance-lock.ts";
import { tellStarter } from "./life-cycle/detach.ts";
import { exitCodes } from "./life-cycle/exit-codes.ts";
import { watchFaults } from "./life-cycle/faults.ts";
import { type FormerGuardian, takeFormerGuardian } from "./life-cycle/former-guardian.ts";
import { type Guardian, startGuardian } from "./life-cycle/guardian.ts";
import { ownCommand } from "./life-cycle/own-command.ts";
import { unpublish } from "./life-cycle/published.ts";
import { watchSignals } from "./life-cycle/signals.ts";
import { loadWith } from "./load-with.ts";
import { openLog } from "./open-log.ts";
import type { Paths } from "./paths.ts";

/** What one run of the daemon is given. */
export interface RunOptions {
  readonly paths: Paths;
  readonly flags: RunFlags;
  readonly version: string;
}

/** Runs the daemon to its end and answers the exit code. Throws when it can't start. */
export async function run(options: RunOptions): Promise<number> {
  // First of all, while nothing is started that would inherit it.
  const former = options.flags.revived === undefined ? null : takeFormerGuardian();
  try {
    return await live(options, former);
  } catch (error) {
    // Another pmd does the work. Any other reason may pass, and the guardian tries again, ever more slowly.
    if (hasCode(error, "ERR_DPM_DAEMON_ALREADY_RUNNING")) former?.dismiss();
    throw error;
  }
}

async function live(
  { paths, flags, version }: RunOptions,
  former: FormerGuardian | null,
): Promise<number> {
  // First of all, while everything open is somebody else's: what was inherited would reach every process that is started.
  closeInheritedDescriptors();
  const signals = watchSignals();
  const load = (): Promise<Configuration> => loadWith(paths.configFile, flags);
  // Before anything is made: where there is no configuration, pmd leaves no trace.
  const configuration = await load();
  for (const path of [paths.stateDirectory, paths.runtimeDirectory, paths.logDirectory])
    ensurePrivateDirectory(path);
  const lock = await takeInstanceLock(paths);
  try {
    const detached = flags.detached === true;
    const { values } = configuration.settings;
    const log = openLog(values, { detached, defaultFile: paths.daemonLogFile });
    if (flags.revived !== undefined)
      log.warn("the pmd before this one died without a word", { shortLives: flags.revived });
    log.info(`pmd ${version} starts, pid ${process.pid}, configuration ${configuration.file}`);
    let running: Daemon | null = null;
    watchFaults({
      log,
      note: (error) => running?.troubles.set("fault", error),
      abandon: () => unpublish(paths.publishedFile),
    });
    const daemon = await startDaemon({ paths, version, configuration, lock, load, log }).catch(
      async (error: unknown) => {
        // Whoever started it is told in one line; where it went wrong is for those who mend pmd.
        if (!isDpmError(error))
          log[detached ? "error" : "debug"]("a fault of this program", { err: error });
        await closeLog(log);
        throw error;
      },
    );
    running = daemon;
    signals.act({
      end: (name, again) => {
        if (again) daemon.ending.hurry();
        else void daemon.ending.end({ leave: false, cause: name }).catch(() => {});
      },
      reload: () => void daemon.reload("SIGHUP"),
      reopenLogs: () => daemon.reopenLogs(),
    });
    const guardian = detached ? guard(daemon, flags.revived ?? 0) : null;
    former?.dismiss();
    log.info(`ready, listening on ${daemon.addresses.join(", ")}`);
    await tellStarter({ kind: "ready", addresses: daemon.addresses });
    const { survivors } = await daemon.ending.ended;
    // Before clients see the end: whoever waits for that may look whether anything is left.
    await guardian?.dismiss();
    await daemon.close();
    if (survivors.length > 0) {
      log.error(`could not end ${survivors.map(({ id }) => id).join(", ")}`);
    }
    log.info("ended");
    await closeLog(log);
    return survivors.length === 0 ? exitCodes.done : exitCodes.failed;
  } finally {
    lock.release();
  }
}

function guard(daemon: Daemon, shortLives: number): Guardian {
  const { troubles } = daemon;
  return startGuardian({ command: ownCommand(), shortLives, troubles });
}
