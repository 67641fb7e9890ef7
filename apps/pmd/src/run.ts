import type { Configuration } from "@dpm/config";
import { hasCode, isDpmError } from "@dpm/errors";
import type { Logger } from "@dpm/logger";
import { shieldInheritedDescriptors } from "@dpm/process-posix";
import type { RunFlags } from "./arguments.ts";
import { closeLog } from "./close-log.ts";
import { type Daemon, startDaemon } from "./daemon.ts";
import { messageOf } from "./failure.ts";
import { ensurePrivateDirectory } from "./files/private-directory.ts";
import { type InstanceLock, takeInstanceLock } from "./instance-lock.ts";
import { tellStarter } from "./life-cycle/detach.ts";
import { exitCodes } from "./life-cycle/exit-codes.ts";
import { watchFaults } from "./life-cycle/faults.ts";
import { type FormerGuardian, takeFormerGuardian } from "./life-cycle/former-guardian.ts";
import { type Guardian, guardianCommand, startGuardian } from "./life-cycle/guardian.ts";
import { type CommandLine, ownProgram, wordsOfRun } from "./life-cycle/own-command.ts";
import { isRunByServiceManager, tellServiceManager } from "./life-cycle/tell-service-manager.ts";
import { unpublish } from "./life-cycle/published.ts";
import type { Signals } from "./life-cycle/signals.ts";
import { loadWith } from "./load-with.ts";
import { openLog } from "./open-log.ts";
import type { Paths } from "./paths.ts";
import { giveWay } from "./upgrade/give-way.ts";
import { forgetFailedUpgrade, type Succession, takeOver } from "./upgrade/take-over.ts";

/** What one run of the daemon is given. */
export interface RunOptions {
  readonly paths: Paths;
  readonly flags: RunFlags;
  readonly version: string;
  /** Taken since the first moment. */
  readonly signals: Signals;
}

/** What this process was before, if it was or replaces a pmd. */
interface Past {
  readonly guardian: FormerGuardian | null;
  readonly succession: Succession | null;
}

/** Runs the daemon to its end and answers the exit code. Throws when it can't start. */
export async function run(options: RunOptions): Promise<number> {
  const { flags } = options;
  // First of all, while nothing is started that would inherit it.
  const past: Past = {
    guardian: flags.revived === undefined ? null : takeFormerGuardian(),
    succession: flags.upgraded === undefined ? null : takeOver(flags.upgraded),
  };
  // What else is open is somebody else's, and would reach every process that is started.
  shieldInheritedDescriptors();
  try {
    return await live(options, past);
  } catch (error) {
    // Another pmd does the work. Any other reason may pass, and the guardian tries again, ever more slowly.
    if (hasCode(error, "ERR_DPM_DAEMON_ALREADY_RUNNING")) past.guardian?.dismiss();
    past.succession?.giveBack(messageOf(error), {
      error: (text) => process.stderr.write(`pmd: ${text}\n`),
      flushSync: () => {},
    });
    throw error;
  }
}

async function live(options: RunOptions, past: Past): Promise<number> {
  const { paths, flags, version, signals } = options;
  const program = ownProgram();
  const words = wordsOfRun(flags, paths);
  const detached = flags.detached === true;
  const { lock, log, daemon } = await begin(options, past, { program, words });
  try {
    signals.act({
      end: (name, again) => {
        if (again) daemon.ending.hurry();
        else void daemon.ending.end({ leave: false, cause: name }).catch(() => {});
      },
      reload: () => void daemon.reload("SIGHUP"),
      reopenLogs: () => daemon.reopenLogs(),
    });
    const guardian = detached ? guard([...program, ...words], flags, daemon) : null;
    past.guardian?.dismiss();
    settle(past.succession, { paths, daemon, log, version });
    log.info(`ready, listening on ${daemon.addresses.join(", ")}`);
    tellServiceManager("READY=1", daemon.troubles);
    await tellStarter({ kind: "ready", addresses: daemon.addresses });
    const outcome = await Promise.race([daemon.ending.ended, daemon.upgrades.accepted]);
    if ("program" in outcome) {
      throw await giveWay(outcome, {
        name: `pmd ${version}`,
        program,
        words,
        handoverFile: paths.handoverFile,
        log,
        handOver: () => daemon.handOver(),
        dismissGuardian: async () => guardian?.dismiss(),
        endedBy: () => daemon.ending.deferred,
      });
    }
    const { survivors } = outcome;
    tellServiceManager("STOPPING=1", daemon.troubles);
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

interface Begun {
  readonly lock: InstanceLock;
  readonly log: Logger;
  readonly daemon: Daemon;
}

/** Everything until there is a daemon. On its own, since what a function that waits has in hand stays in memory: here the whole configuration. */
async function begin(
  { paths, flags, version }: RunOptions,
  past: Past,
  { program, words }: { readonly program: CommandLine; readonly words: readonly string[] },
): Promise<Begun> {
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
    const daemon = await startDaemon({
      paths,
      version,
      configuration,
      lock,
      load,
      log,
      ownProgram: program,
      words,
      former: formerOf([...program, ...words], detached),
      inherited: past.succession?.sockets ?? new Map(),
    }).catch(async (error: unknown) => {
      // Whoever started it is told in one line; where it went wrong is for those who mend pmd.
      if (!isDpmError(error))
        log[detached ? "error" : "debug"]("a fault of this program", { err: error });
      await closeLog(log);
      throw error;
    });
    running = daemon;
    return { lock, log, daemon };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What brings this pmd back: where a service manager does that, nothing must come before it, which it would not know. */
function formerOf(command: CommandLine, detached: boolean): CommandLine | null {
  if (detached) return guardianCommand({ command, shortLives: 0 });
  return isRunByServiceManager() ? null : command;
}

function guard(command: CommandLine, { revived = 0 }: RunFlags, { troubles }: Daemon): Guardian {
  return startGuardian({ command, shortLives: revived, troubles });
}

interface Settled {
  readonly paths: Paths;
  readonly daemon: Daemon;
  readonly log: Logger;
  readonly version: string;
}

/** Ends an upgrade, or tells of one that failed. */
function settle(succession: Succession | null, { paths, daemon, log, version }: Settled): void {
  const { failure, endedBy } = succession ??
    forgetFailedUpgrade(paths.handoverFile) ?? { failure: null, endedBy: null };
  if (failure !== null) daemon.troubles.set("upgrade", failure);
  if (succession !== null) {
    const { silentMs, from } = succession.ready();
    log.info(`upgraded from ${from} to pmd ${version}, ${silentMs} ms without answers`);
  }
  if (endedBy !== null) void daemon.ending.end(endedBy).catch(() => {});
}
