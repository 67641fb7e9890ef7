// The composition: everything is made here, in the order in which one thing needs another, and taken apart in reverse.
import type { Configuration } from "@dpm/config";
import type { Logger } from "@dpm/logger";
import { createSupervisor, type Supervisor } from "@dpm/process-core";
import { createServer } from "@dpm/rpc";
import { readBootId } from "./boot-id.ts";
import { systemClock } from "./clock.ts";
import { createConfigurationEdits } from "./configuration/create-configuration-edits.ts";
import { createConfigurationKeeper } from "./configuration/configuration-keeper.ts";
import { counted } from "./counted.ts";
import { createEngine } from "./engine.ts";
import { createGate } from "./gate.ts";
import { handleRequest } from "./handlers/handle-request.ts";
import { createHookRunner } from "./hooks/hook-runner.ts";
import type { InstanceLock } from "./instance-lock.ts";
import { announce } from "./life-cycle/announce.ts";
import { createEnding, type Ending } from "./life-cycle/ending.ts";
import { openListeners } from "./listeners/open-listeners.ts";
import { planListeners } from "./listeners/plan-listeners.ts";
import { logServerEvent } from "./log-server-event.ts";
import { openState } from "./open-state.ts";
import type { Paths } from "./paths.ts";
import { createProber } from "./probes/prober.ts";
import { createReloading } from "./life-cycle/reloading.ts";
import type { ServerFacts, Services } from "./services.ts";
import { toDefinition } from "./to-definition.ts";
import { readOrMakeToken } from "./token.ts";
import { transitionLine } from "./transition-line.ts";
import { createTroubles, type Troubles } from "./troubles.ts";
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
}

/** A daemon that answers. */
export interface Daemon {
  readonly ending: Ending;
  /** Where it listens, for the log. */
  readonly addresses: readonly string[];
  /** Reads configuration and certificates again; what is wrong with them is logged and shown to clients, and changes nothing. */
  reload(cause: string): Promise<void>;
  reopenLogs(): void;
  /** What is wrong with the daemon, as clients see it. */
  readonly troubles: Pick<Troubles, "set" | "clear">;
  /** Answers what is being asked, then closes everything. The processes are the business of {@link Ending}. */
  close(): Promise<void>;
}

// How long the answers that are on their way may take when the daemon ends.
const lastAnswersMs = 1_000;

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
  const { paths, version, configuration: initial, log } = options;
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
  undo.add(() => options.lock.release());

  const store = await openState({
    path: paths.databaseFile,
    historyLimit: settings.historyLimit,
    troubles,
  });
  undo.add(() => store.close());
  const engine = createEngine(settings.engine, { pollIntervalMs: settings.pollInterval });
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
        const { mailServer, mailFrom } = configuration.settings.settings.values;
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
  });
  const configuration = createConfigurationKeeper({
    load: options.load,
    initial,
    former: store.generation,
    logDirectory: paths.logDirectory,
    supervisor,
    troubles,
    saveGeneration: (generation) => store.saveGeneration(generation),
    applySettings: ({ settings: { values } }) => {
      log.setLevel(values.logLevel);
      // A failed write is a trouble already.
      store.limitHistory(values.historyLimit).catch(() => {});
    },
  });
  const ending = createEnding({
    supervisor,
    log,
    timeoutMs: () => configuration.settings.settings.values.shutdownTimeout,
  });

  const server: ServerFacts = {
    name: `pmd ${version}`,
    pid: process.pid,
    startedAtMs,
    instanceId: store.instanceId,
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
    logDirectory: paths.logDirectory,
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
  clients.letGo = () => rpc.close({ graceMs: lastAnswersMs });
  undo.add(() => listeners.close());

  const report = await supervisor.start(
    initial.processes.map((configured) => toDefinition(configured, paths.logDirectory)),
  );
  log.info(
    `adopted ${counted(report.adopted.length, "process", "processes")}, starting ${report.starting.length}, stopping ${report.removed.length} that are no longer configured`,
    { lost: report.lost },
  );
  ready.open();
  const published = {
    pid: process.pid,
    listen: listeners.addresses,
    socket: listeners.socketFile,
    stateDirectory: paths.stateDirectory,
  };
  undo.add(announce(published, { paths, lock: options.lock, troubles }));

  const reloading = createReloading({ configuration, listeners, troubles, log });
  return {
    ending,
    addresses: [
      ...listeners.addresses,
      ...(listeners.socketFile === null ? [] : [`unix:${listeners.socketFile}`]),
    ],
    reload: (cause) => reloading.reload(cause),
    reopenLogs: () => {
      log.reopen();
      supervisor.reopenLogs();
    },
    troubles,
    close: () => undo.undo(),
  };
}
