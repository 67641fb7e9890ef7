import {
  createProcWatch,
  createTurnQueue,
  findIdentity,
  formatStartIdentity,
  LaunchError,
  type LogOwner,
  makeLaunchToken,
  parseStartIdentity,
  passHelpers,
  planLaunch,
  readProcEntry,
  seeLogDirectory,
  surveyLaunches,
} from "@dpm/launch";
import type { DpmError } from "@dpm/errors";
import type { Engine, ExitReport, Instance, LaunchListener, Program } from "@dpm/process-core";
import { adoptProcess } from "./adoption.ts";
import { createLogCapture } from "./capture/log-capture.ts";
import { openCgroups, removeCgroup } from "./cgroups.ts";
import { watchChildren } from "./children.ts";
import { descriptorTrouble } from "./descriptor-trouble.ts";
import { createEmptyCgroups } from "./empty-cgroups.ts";
import { findLaunched } from "./find-launched.ts";
import { splitLimits } from "./inner-limits.ts";
import { MainWatch, type Telling } from "./main-watch.ts";
import { createMemberSignals } from "./member-signals.ts";
import { openFileLimits } from "./native/limits.ts";
import { spawnProcess } from "./native/spawn.ts";
import { becomeSubreaper } from "./native/subreaper.ts";
import { startPlanned } from "./posix-launch.ts";
import { cgroupOf, livingRecord, noteEnd, type ProcessRecord } from "./process-record.ts";
import { createServiceOutput } from "./service-output.ts";

/** What an engine takes from the daemon that it works in. */
export interface PosixEngineOptions {
  /** Tells two daemons apart: in the names of control groups and launches. The same for each daemon of one state. Letters, digits, `-` and `_`. */
  readonly instanceId: string;
  /** Where the FIFOs of captured output are: absolute, of this daemon alone, the same for the next one. Made if it isn't there. */
  readonly captureDirectory: string;
  /** The daemon's own directory for logs: absolute. It is made again when somebody removes it, as no other is. */
  readonly logDirectory?: string;
  /** The program of the capture thread; the one in this package unless told. A bundle has it as a file of its own. */
  readonly captureThread?: URL;
  /** The daemon's own variables, of which programs get PATH, LANG, TZ and those they name; those of this process unless told. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The soft limit of open files that programs start with, since Node raises its own to the hard one; 1024 unless told. */
  readonly softOpenFiles?: number;
  /** Whether programs get control groups of their own where that is possible; true unless told. */
  readonly useCgroups?: boolean;
  /** Hears what is wrong with the engine, and with null when that is over. */
  readonly trouble?: (name: string, error: DpmError | null) => void;
}

// A start blocks for about 0.6 ms; a client that asks meanwhile waits for no more than this and one start.
const startBudgetMs = 8;
const usualSoftOpenFiles = 1_024;

/**
 * Makes the engine for Linux. It reaps every child of this process, so there is one at a time. Throws
 * ERR_DPM_PROCESS_ENGINE_UNAVAILABLE where the C library can't be called, and what the file system says of `captureDirectory`.
 */
export function createPosixEngine(options: PosixEngineOptions): Engine {
  becomeSubreaper();
  const daemonEnvironment = options.environment ?? { ...process.env };
  const trouble = options.trouble ?? (() => {});
  const softOpenFiles = options.softOpenFiles ?? usualSoftOpenFiles;
  const watch = createProcWatch();
  const children = watchChildren();
  const cgroups = options.useCgroups === false ? null : openCgroups(options.instanceId);
  const emptied = createEmptyCgroups();
  const turns = createTurnQueue(startBudgetMs);
  const signals = createMemberSignals(watch);
  // By start identity, which no two launches share.
  const records = new Map<string, ProcessRecord>();
  const latestOf = new Map<string, string>();
  const telling: Telling = { isOver: false };

  const logDirectory =
    options.logDirectory === undefined ? null : seeLogDirectory(options.logDirectory);
  const capture = createLogCapture({
    directory: options.captureDirectory,
    ...(logDirectory === null ? {} : { logDirectory }),
    ...(options.captureThread === undefined ? {} : { threadFile: options.captureThread }),
    trouble,
    spawnHolder: (fifos) => {
      const holder = spawnProcess({
        path: "/bin/sleep",
        argv: ["sleep", "infinity"],
        environment: [],
        directory: "/",
        stdio: [null, null, null],
        reads: fifos,
      });
      if (holder.errno !== null) throw new Error(`no holder of output: ${holder.errno}`);
      const { pid } = holder;
      children.watch(pid, { exited: () => capture.holderEnded(pid) });
      return pid;
    },
  });
  const outputs = createServiceOutput(capture, logDirectory);

  const recordOf = (instance: Instance): ProcessRecord => {
    const known = records.get(instance.startIdentity);
    if (known !== undefined) return known;
    const { token, startTicks } = parseStartIdentity(instance.startIdentity);
    const entry = readProcEntry(instance.pid);
    const isAlive = entry !== null && !entry.dead && entry.startTicks === startTicks;
    const cgroupBase =
      token === null ? null : (cgroups?.baseOf(token, isAlive ? instance.pid : null) ?? null);
    const record = livingRecord(instance, { cgroupBase, isChild: false });
    record.leaderEnded = !isAlive;
    record.deadSinceMs = isAlive ? null : performance.now();
    return record;
  };

  // Of an id that starts again and again only the last launch is remembered; an earlier one is made from its instance if asked for.
  const remember = (id: string, instance: Instance, record: ProcessRecord): void => {
    const earlier = latestOf.get(id);
    if (earlier !== undefined && records.get(earlier)?.leaderEnded === true)
      records.delete(earlier);
    records.set(instance.startIdentity, record);
    latestOf.set(id, instance.startIdentity);
  };

  const noteGone = (record: ProcessRecord): void => {
    const cgroup = record.gone ? null : cgroupOf(record);
    if (cgroup !== null) emptied.add(cgroup);
    record.gone = true;
  };

  const start = async (
    id: string,
    program: Program,
    listener: LaunchListener,
  ): Promise<Instance> => {
    const launch = listener.launch ?? makeLaunchToken(null);
    const { inner, rest } = splitLimits(program, softOpenFiles);
    // Looking for programs takes its time too when there are a thousand.
    const plan = await turns.run(() =>
      planLaunch(rest, {
        daemonEnvironment,
        softOpenFiles: null,
        launchToken: launch,
        openOutput: (owner) => outputs.open(id, program.output, owner),
      }),
    );
    try {
      const argv0 = program.argv[0];
      const { pid, cgroup, ...started } = await turns.run(() =>
        startPlanned(plan, cgroups, { launch, argv0, inner }),
      );
      // Until it is reaped here the number is certain to be this child's.
      const startTicks = started.startTicks ?? readProcEntry(pid)?.startTicks ?? "";
      const startIdentity = formatStartIdentity({ startTicks, token: launch });
      const instance: Instance = { pid, startIdentity, startedAt: Date.now() };
      const cgroupBase = cgroup === null ? null : (cgroups?.base ?? null);
      const record = livingRecord(instance, { cgroupBase, isChild: true });
      remember(id, instance, record);
      if (plan.chain.helpers.length === 0) {
        children.watch(pid, new MainWatch(telling, record, listener));
        return instance;
      }
      const ended = Promise.withResolvers<ExitReport>();
      // Told also when the engine closes meanwhile: it is the launch itself that waits here.
      const exited = (report: ExitReport): void => {
        noteEnd(record);
        ended.resolve(report);
      };
      children.watch(pid, { exited });
      try {
        const code = ended.promise.then((report) =>
          report.kind === "exited" ? report.code : null,
        );
        await passHelpers(plan, { pid, ended: code });
      } catch (error) {
        records.delete(startIdentity);
        if (cgroup !== null) removeCgroup(cgroup);
        throw error;
      }
      const tell = (report: ExitReport): void => {
        if (!telling.isOver) listener.exited(report);
      };
      // One turn later, so that whoever started it has learnt of the start even if it ended at once.
      void ended.promise.then((report) => setImmediate(tell, report));
      return instance;
    } finally {
      plan.output.close();
    }
  };

  return {
    name: "posix",
    nextLaunch: (id) =>
      makeLaunchToken(id === undefined ? null : { instanceId: options.instanceId, id }),
    spawn: async (id, program, listener) => {
      try {
        return { kind: "spawned", instance: await start(id, program, listener) };
      } catch (error) {
        if (error instanceof LaunchError) return { kind: "spawn-failed", failure: error.failure };
        throw error;
      }
    },
    prepare: async (entries) => {
      const captured = entries.filter(({ program }) => program.output.capture === "pipe");
      const owned = await Promise.all(
        captured.map(async ({ id, program }) => ({
          id,
          output: program.output,
          owner: await ownerOf(program),
        })),
      );
      await capture.prepare(owned);
    },
    restore: (entries) => {
      trouble("open files", descriptorTrouble(entries, openFileLimits().hard));
      return outputs.restore(entries);
    },
    find: (launches) => findLaunched({ cgroups, watch }, launches),
    survey: async () =>
      surveyLaunches({
        instanceId: options.instanceId,
        launches: [...(cgroups?.launches() ?? []), ...(await watch.nextTable()).launches()],
        find: (launches) => findLaunched({ cgroups, watch }, launches),
      }),
    adopt: async (id, instance, listener) => {
      const { record, exit } = adoptProcess(
        { children, cgroups, capture, telling },
        instance,
        listener,
      );
      remember(id, instance, record);
      await outputs.resume(id, listener.output, exit === null ? instance.pid : null);
      return exit === null ? { kind: "adopted", instance } : { kind: "gone", exit };
    },
    signal: (instance, signal) => signals.toLeader(recordOf(instance), signal),
    signalTree: (instance, signal) => signals.toTree(recordOf(instance), signal),
    killTree: async (instance) => {
      const record = recordOf(instance);
      const outcome = await signals.kill(record);
      if (outcome.kind === "empty") noteGone(record);
      return outcome;
    },
    isTreeAlive: (instance) => {
      const record = recordOf(instance);
      const isAlive = signals.isAlive(record);
      if (!isAlive) noteGone(record);
      return isAlive;
    },
    setOutput: (id, output) => outputs.change(id, output),
    forget: (id) => {
      const latest = latestOf.get(id);
      if (latest !== undefined) records.delete(latest);
      latestOf.delete(id);
      outputs.forget(id);
    },
    reopenLogs: () => void capture.reopen(),
    close: async () => {
      if (telling.isOver) return;
      telling.isOver = true;
      await capture.close();
      children.close();
      emptied.close();
      cgroups?.close();
    },
  };
}

// What fails here is told by the launch.
async function ownerOf(program: Program): Promise<LogOwner> {
  const identity = await findIdentity(program).catch(() => null);
  return identity === null || identity.own
    ? null
    : { uid: identity.account.uid, gid: identity.gid };
}
