import type { ChildProcess } from "node:child_process";
import {
  createProcWatch,
  createTreeSignals,
  createTurnQueue,
  findLaunches,
  findMembers,
  formatStartIdentity,
  isLeader,
  LaunchError,
  makeLaunchToken,
  parseStartIdentity,
  passHelpers,
  type ProcessTree,
  readLaunchToken,
  seeLogDirectory,
  surveyLaunches,
} from "@dpm/launch";
import type { DpmError } from "@dpm/errors";
import type { Engine, ExitReport, Instance, InstanceListener } from "@dpm/process-core";
import { createAdoptionWatch } from "./adoption-watch.ts";
import { createFifoDrain } from "./fifo-drain.ts";
import { launch } from "./launch.ts";
import { createPsWatch } from "./ps-watch.ts";

/** What an engine takes from the daemon that it works in. */
export interface NodeEngineOptions {
  /** Tells two daemons apart: in the names of launches. The same for each daemon of one state, without a dot; without it nothing is found by a survey. */
  readonly instanceId?: string;
  /** The daemon's own variables, of which programs get PATH, LANG, TZ and those they name; those of this process unless told. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Where the Linux engine of an earlier daemon has had its FIFOs: absolute. What still writes to one is read; nothing is unless told. */
  readonly captureDirectory?: string;
  /** Hears what is wrong with the engine, and with null when that is over. */
  readonly trouble?: (name: string, error: DpmError | null) => void;
  /** The daemon's own directory for logs: absolute. It is made again when somebody removes it, as no other is. */
  readonly logDirectory?: string;
  /**
   * The soft limit of open files that programs start with. Node raises its own to the hard one, children inherit that,
   * and what it was before can't be asked; null leaves it so. Null unless told.
   */
  readonly softOpenFiles?: number | null;
  /** How processes are looked at: `proc` on Linux and `ps` elsewhere unless told. */
  readonly processTable?: "proc" | "ps";
  /** How often adopted processes are looked at, since nothing tells of the end of one that is no child; 100 unless told. */
  readonly pollIntervalMs?: number;
}

// A start blocks for about 2 ms; a client that asks meanwhile waits for no more than this and one start.
const startBudgetMs = 10;

/** Makes the engine that runs processes through `node:child_process`. */
export function createNodeEngine(options: NodeEngineOptions = {}): Engine {
  const daemonEnvironment = options.environment ?? process.env;
  const instanceId = options.instanceId ?? null;
  const logDirectory =
    options.logDirectory === undefined ? null : seeLogDirectory(options.logDirectory);
  const drain =
    options.captureDirectory === undefined
      ? null
      : createFifoDrain({
          directory: options.captureDirectory,
          logDirectory,
          trouble: options.trouble ?? (() => {}),
        });
  const softOpenFiles = options.softOpenFiles ?? null;
  const processTable = options.processTable ?? (process.platform === "linux" ? "proc" : "ps");
  const watch = processTable === "proc" ? createProcWatch() : createPsWatch();
  const turns = createTurnQueue(startBudgetMs);
  const adoptions = createAdoptionWatch(watch, options.pollIntervalMs ?? 100);
  const signals = createTreeSignals(watch);
  // Members that were seen once are remembered here; the tree of an instance that is not here is made from what it says.
  const trees = new Map<string, ProcessTree>();
  const latestOf = new Map<string, string>();
  const children = new Set<ChildProcess>();
  let closed = false;
  let deathsOfThisTurn: number | null = null;

  const treeOf = (instance: Instance): ProcessTree => {
    const known = trees.get(keyOf(instance));
    if (known !== undefined) return known;
    return {
      pid: instance.pid,
      ...parseStartIdentity(instance.startIdentity),
      seen: new Map(),
      leaderEnded: false,
      gone: false,
      deadSinceMs: performance.now(),
    };
  };

  // Node reaps all children that ended before it tells of the first, so one table serves all the deaths of a turn.
  const markDead = (tree: ProcessTree): void => {
    if (deathsOfThisTurn === null) {
      deathsOfThisTurn = performance.now();
      setImmediate(() => (deathsOfThisTurn = null));
    }
    tree.leaderEnded = true;
    tree.deadSinceMs = deathsOfThisTurn;
  };

  // Of an id that starts again and again only the last launch is remembered; an earlier one is made from its instance if asked for.
  const remember = (id: string, instance: Instance, tree: ProcessTree): void => {
    const earlier = latestOf.get(id);
    if (earlier !== undefined && trees.get(earlier)?.deadSinceMs !== null) trees.delete(earlier);
    trees.set(keyOf(instance), tree);
    latestOf.set(id, keyOf(instance));
  };

  const spawn: Engine["spawn"] = async (id, program, listener) => {
    const launchToken = listener.launch ?? makeLaunchToken(null);
    try {
      const launched = await launch(program, {
        daemonEnvironment,
        softOpenFiles,
        launchToken,
        turns,
        logDirectory,
      });
      const { child, pid, plan } = launched;
      const startedAt = Date.now();
      // Read before anything else happens: until its end is noticed here, the pid is certain to be this child's.
      const startTicks = watch.look(pid)?.startTicks ?? "";
      const tree: ProcessTree = {
        pid,
        startTicks,
        token: launchToken,
        seen: new Map(),
        leaderEnded: false,
        gone: false,
        deadSinceMs: null,
      };
      const instance: Instance = { pid, startIdentity: formatStartIdentity(tree), startedAt };
      remember(id, instance, tree);
      drain?.forget(id);
      children.add(child);
      const exit = exitOf(child, () => {
        markDead(tree);
        children.delete(child);
      });
      try {
        await passHelpers(plan, {
          pid,
          ended: exit.then((report) => (report.kind === "exited" ? report.code : null)),
        });
      } catch (error) {
        trees.delete(keyOf(instance));
        throw error;
      }
      reportAfterStart(exit, listener);
      return { kind: "spawned", instance };
    } catch (error) {
      if (error instanceof LaunchError) return { kind: "spawn-failed", failure: error.failure };
      throw error;
    }
  };

  const reportAfterStart = (exit: Promise<ExitReport>, listener: InstanceListener): void => {
    void exit.then((report) => {
      // One turn later, so that whoever started it has learnt of the start even if it ended at once.
      setImmediate(() => {
        if (!closed) listener.exited(report);
      });
    });
  };

  return {
    name: "node",
    nextLaunch: (id) =>
      makeLaunchToken(id === undefined || instanceId === null ? null : { instanceId, id }),
    spawn,
    find: (launches) => findLaunches(watch, launches),
    survey: async () =>
      instanceId === null
        ? new Map()
        : surveyLaunches({
            instanceId,
            launches: (await watch.nextTable()).launches(),
            find: (launches) => findLaunches(watch, launches),
          }),
    // The process holds its files itself, so there is nothing to prepare or to let go, and to change only what the other engine launched.
    prepare: async () => {},
    restore: async () => {},
    setOutput: (id, output) => drain?.change(id, output),
    forget: (id) => drain?.forget(id),
    adopt: async (id, instance, listener) => {
      const { startTicks, token } = parseStartIdentity(instance.startIdentity);
      const now = watch.look(instance.pid);
      const isHere = now !== null && !now.dead && now.startTicks === startTicks;
      // Its last words are there, too, when it has ended.
      drain?.add(id, isHere ? instance.pid : null, listener.output);
      if (!isHere) return { kind: "gone", exit: { kind: "unknown" } };
      const tree: ProcessTree = {
        pid: instance.pid,
        startTicks,
        token: token ?? readLaunchToken(instance.pid),
        seen: new Map(),
        leaderEnded: false,
        gone: false,
        deadSinceMs: null,
      };
      remember(id, instance, tree);
      adoptions.add(instance.pid, startTicks, () => {
        markDead(tree);
        listener.exited({ kind: "unknown" });
      });
      return { kind: "adopted", instance };
    },
    signal: (instance, signal) => signals.toLeader(treeOf(instance), signal),
    signalTree: (instance, signal) => signals.toTree(treeOf(instance), signal),
    killTree: async (instance) => {
      const tree = treeOf(instance);
      const outcome = await signals.kill(tree);
      tree.gone = outcome.kind === "empty";
      return outcome;
    },
    isTreeAlive: (instance) => {
      const tree = treeOf(instance);
      if (tree.gone) return false;
      const leader = watch.look(tree.pid);
      if (leader !== null && !leader.dead && isLeader(leader, tree)) return true;
      // The end of a child may be seen here before Node tells of it.
      const tables = watch.evidence(tree.deadSinceMs ?? performance.now());
      const alive = tables.some((table) => findMembers(table, tree).length > 0);
      tree.gone = !alive;
      return alive;
    },
    // Each process that this engine launched holds its own file.
    reopenLogs: () => drain?.reopen(),
    close: async () => {
      closed = true;
      adoptions.close();
      drain?.close();
      for (const child of children) child.unref();
    },
  };
}

function keyOf(instance: Instance): string {
  return `${instance.pid} ${instance.startIdentity}`;
}

// The event "exit", not "close": a grandchild that holds the output open is no reason to wait.
function exitOf(child: ChildProcess, ended: () => void): Promise<ExitReport> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      ended();
      // Node doesn't tell whether a core was dumped.
      if (signal !== null) resolve({ kind: "signalled", signal, coreDumped: false });
      else resolve(code === null ? { kind: "unknown" } : { kind: "exited", code });
    });
  });
}
