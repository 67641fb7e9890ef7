// The composition: everything is made here, in the order in which one thing needs another, and taken apart in reverse.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Configuration } from "@dpm/config";
import type { Logger } from "@dpm/logger";
import { createSupervisor, type Supervisor } from "@dpm/process-core";
import { duplicateDescriptor } from "@dpm/process-posix";
import { createServer } from "@dpm/rpc";
import { atMost } from "./at-most.ts";
import { readBootId } from "./boot-id.ts";
import { systemClock } from "./clock.ts";
import { createConfigurationEdits } from "./configuration/create-configuration-edits.ts";
import { createConfigurationKeeper } from "./configuration/configuration-keeper.ts";
import { counted } from "./counted.ts";
import { crashPoints } from "./crash-point.ts";
import { createEngine } from "./engine.ts";
import { keepWritten } from "./files/keep-written.ts";
import { createGate } from "./gate.ts";
import { handleRequest } from "./handlers/handle-request.ts";
import { createHookRunner } from "./hooks/hook-runner.ts";
import { readInstanceId, writeInstanceId } from "./instance-id.ts";
import type { InstanceLock } from "./instance-lock.ts";
import { announce } from "./life-cycle/announce.ts";
import { createEnding, type Ending } from "./life-cycle/ending.ts";
import { openListeners } from "./listeners/open-listeners.ts";
import { planListeners } from "./listeners/plan-listeners.ts";
import { logServerEvent } from "./log-server-event.ts";
import { openState } from "./open-state.ts";
import type { Paths } from "./paths.ts";
import type { CommandLine } from "./life-cycle/own-command.ts";
import { createProber } from "./probes/prober.ts";
import {
  giveMemoryBack,
  type MemoryRelease,
  releaseMemoryAtRest,
} from "./life-cycle/release-memory.ts";
import { keepReachable } from "./life-cycle/keep-reachable.ts";
import { keepState } from "./life-cycle/keep-state.ts";
import { createReloading } from "./life-cycle/reloading.ts";
import type { ServerFacts, Services } from "./services.ts";
import { toDefinition } from "./to-definition.ts";
import { readOrMakeToken } from "./token.ts";
import { transitionLine } from "./transition-line.ts";
import { createTroubles, type Troubles } from "./troubles.ts";
import type { HandedOver } from "./upgrade/handover.ts";
import { createUpgrades, type Upgrades } from "./upgrade/upgrades.ts";
import { createUndoStack } from "./undo-stack.ts";
import { withSupervisorTroubles } from "./with-supervisor-troubles.ts";

/** What a daemon is made of; its directories exist and its lock is held. */
export interface DaemonOptions {
  readonly paths: Paths;
  readonly version: string;
  readonly configuration: Configuration;
  readonly lock: InstanceLock;
  /** Reads the configuration again, under the same terms. */
  readonly load: () => Promise<Configuration>;
  readonly log: Logger;
  /** How another pmd would be started in its place. */
  readonly ownProgram: CommandLine;
  readonly words: readonly string[];
  /** What brings this one back where an upgrade fails; null: a service manager does. */
  readonly former: CommandLine | null;
  /** Sockets that a former pmd has handed over. */
  readonly inherited: ReadonlyMap<string, number>;
}

/** A daemon that answers. */
export interface Daemon {
  readonly ending: Ending;
  readonly upgrades: Upgrades;
  /** Where it listens, for the log. */
  readonly addresses: readonly string[];
  /** Reads configuration and certificates again; what is wrong with them is logged and shown to clients, and changes nothing. */
  reload(cause: string): Promise<void>;
  reopenLogs(): void;
  /** What is wrong with the daemon, as clients see it. */
  readonly troubles: Pick<Troubles, "set" | "clear">;
  /**
   * Lets go of the processes, the clients and everything else but the sockets, for another program in this process. Who
   * connects from then on waits.
   */
  handOver(): Promise<HandedOver>;
  /** Answers what is being asked, then closes everything. The processes are the business of {@link Ending}. */
  close(): Promise<void>;
}

// How long the answers that are on their way may take when the daemon ends.
const lastAnswersMs = 1_000;
// The same where others wait to be answered by the next program, and how long the goodbye itself may take.
const hurriedAnswersMs = 30;
const hurriedGoodbyeMs = 100;

/** Starts a daemon: adopts and starts processes, then answers. Throws, and leaves nothing open, when something that it needs is missing. */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const { log } = options;
  const undo = createUndoStack((err) => log.error("something could not be closed", { err }));
  try {
    return await compose(options, undo);
  } catch (error) {
    await undo.undo();
    throw error;
  }
}

async function compose(
  options: DaemonOptions,
  undo: ReturnType<typeof createUndoStack>,
): Promise<Daemon> {
  const { paths, version, configuration: initial, lock, log } = options;
  const startedAtMs = Date.now();
  const bootId = readBootId();
  const settings = initial.settings.values;
  const token = readOrMakeToken(paths.tokenFile);
  const troubles = createTroubles((name, error) => {
    if (error === null) log.info(`${name}: the trouble is over`);
    else log.warn(error.message, { trouble: name, code: error.code, hint: error.hint });
  });

  // Undone last: who waits for a daemon to end waits for the end of the connection, and may start the next one at once.
  const clients = { letGo: async (): Promise<void> => {} };
  undo.add(() => clients.letGo());
  undo.add(() => lock.release());

  const places = crashPoints(process.env["DPM_FAILPOINTS"]);
  // A directory that has its name already, but no database, has lost that.
  const hasName = existsSync(paths.instanceFile);
  const hasDatabase = existsSync(paths.databaseFile);
  const opened = await openState({
    path: paths.databaseFile,
    historyLimit: settings.historyLimit,
    troubles,
  });
  const store = places.wrap("store", opened);
  undo.add(() => store.close());
  const instanceId = readInstanceId(paths.instanceFile, store.instanceId);
  undo.add(
    keepWritten(
      {
        name: "instance",
        path: paths.instanceFile,
        loss: "if the database were lost too, what runs could not be found again",
        write: () => writeInstanceId(paths.instanceFile, instanceId),
      },
      troubles,
    ),
  );
  const captureDirectory = join(paths.runtimeDirectory, `capture-${instanceId}`);
  const engine = places.wrap(
    "engine",
    createEngine(settings.engine, {
      pollIntervalMs: settings.pollInterval,
      instanceId,
      captureDirectory,
      logDirectory: paths.logDirectory,
      trouble: (name, error) => {
        if (error === null) troubles.clear(name);
        else troubles.set(name, error);
      },
    }),
  );
  undo.add(() => engine.close());

  const supervisor: Supervisor = createSupervisor({
    engine,
    clock: systemClock,
    random: Math.random,
    store,
    prober: createProber(engine),
    hookRunner: createHookRunner({
      engine,
      failed: (sentence) => log.warn(sentence),
      mail: () => {
        const { mailServer, mailFrom } = configuration.settings.values;
        return { server: mailServer, from: mailFrom };
      },
    }),
    bootId,
    onEvent: (event) => {
      // Other events, such as becoming ready, are no change of state.
      const level = event.from === event.to ? "debug" : "info";
      log[level](transitionLine(event), { actor: event.actor ?? undefined });
    },
    maxConcurrentStarts: settings.maxConcurrentStarts,
    mayBeLost: hasName && (!hasDatabase || opened.wasSetAside),
  });
  let memory: MemoryRelease | null = null;
  const configuration = createConfigurationKeeper({
    load: options.load,
    initial,
    former: store.generation,
    logDirectory: paths.logDirectory,
    supervisor,
    troubles,
    saveGeneration: (generation) => store.saveGeneration(generation),
    made: () => memory?.afterMuch(),
    putSettings: ({ values }) => {
      log.setLevel(values.logLevel);
      // A failed write is a trouble already.
      store.limitHistory(values.historyLimit).catch(() => {});
    },
  });
  const ending = createEnding({
    supervisor,
    log,
    timeoutMs: () => configuration.settings.values.shutdownTimeout,
  });

  const upgrades = createUpgrades({
    engine,
    runtimeDirectory: paths.runtimeDirectory,
    ownProgram: options.ownProgram,
    words: options.words,
    former: options.former,
    ending,
  });
  const server: ServerFacts = {
    name: `pmd ${version}`,
    pid: process.pid,
    startedAtMs,
    instanceId,
    bootId,
  };
  const services: Services = {
    server,
    supervisor,
    configuration,
    edits: createConfigurationEdits(configuration, (file, actor) =>
      log.info(`${file} was changed by ${actor}`),
    ),
    troubles: withSupervisorTroubles(troubles, supervisor),
    upgrades,
    shutdown: (wish) => ending.end(wish),
  };
  const rpc = createServer({
    identity: {
      server: server.name,
      instanceId: server.instanceId,
      bootId,
      get generation() {
        return configuration.generation;
      },
    },
    handle: (request, context) => handleRequest(services, request, context),
    log: (event) => logServerEvent(log, event),
  });

  // Bound before anything is started, so that a taken port is found out in time; answered once there is something to say.
  const ready = createGate();
  const listeners = await openListeners(planListeners(settings.listen, paths.socketFile), {
    maxConnections: settings.maxConnections,
    inherited: options.inherited,
    accept: (connection, { isLocal }) =>
      ready.pass(() =>
        rpc.accept(connection, {
          authentication: isLocal ? { kind: "none" } : { kind: "token", token },
          permission: "admin",
        }),
      ),
    problem: (error) => log.debug(error.message, { code: error.code }),
    unavailable: (error) => troubles.set("socket", error),
  });
  let isHandingOver = false;
  clients.letGo = () =>
    isHandingOver
      ? atMost(hurriedGoodbyeMs, rpc.close({ graceMs: hurriedAnswersMs }))
      : rpc.close({ graceMs: lastAnswersMs });
  undo.add(() => listeners.close());

  const reopenLogs = (): void => {
    log.reopen();
    supervisor.reopenLogs();
  };
  undo.add(keepState({ paths, instanceId, token, lock, store, reopenLogs, troubles }));

  const report = await supervisor.start(
    initial.processes.map((configured) => toDefinition(configured, paths.logDirectory)),
  );
  log.info(
    `adopted ${counted(report.adopted.length, "process", "processes")}, starting ${report.starting.length}, stopping ${report.removed.length} that are no longer configured`,
    { lost: report.lost },
  );
  ready.open();
  memory = releaseMemoryAtRest({ supervisor, clock: systemClock, release: giveMemoryBack });
  undo.add(() => memory?.stop());
  const published = {
    pid: process.pid,
    listen: listeners.addresses,
    socket: listeners.socketFile,
    stateDirectory: paths.stateDirectory,
  };
  const takeDown = announce(published, { paths, lock, troubles });
  // The next program has the same pid and the same addresses.
  undo.add(() => (isHandingOver ? undefined : takeDown()));

  undo.add(keepReachable({ paths, captureDirectory, published, listeners, log, troubles }));
  const reloading = createReloading({ configuration, listeners, troubles, log });
  return {
    ending,
    addresses: [
      ...listeners.addresses,
      ...(listeners.socketFile === null ? [] : [`unix:${listeners.socketFile}`]),
    ],
    reload: (cause) => reloading.reload(cause),
    reopenLogs,
    troubles,
    upgrades,
    async handOver() {
      // While clients are still answered: what is being launched may take its time.
      await supervisor.shutdown({ leave: true, timeoutMs: 0 });
      isHandingOver = true;
      const sockets = listeners.handOver(duplicateDescriptor);
      const silentSinceMs = Date.now();
      await undo.undo();
      return { sockets, silentSinceMs };
    },
    close: () => undo.undo(),
  };
}
