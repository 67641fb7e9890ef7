import { join, resolve } from "node:path";

/** What the paths of a daemon are decided from. */
export interface PathsInput {
  /** Absent where the system has no user numbers. */
  readonly uid: number | undefined;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** As typed; relative ones count from the current directory. */
  readonly flags: {
    readonly config?: string | undefined;
    readonly stateDir?: string | undefined;
    readonly runtimeDir?: string | undefined;
    readonly logDir?: string | undefined;
  };
}

/** Every place that a daemon reads or writes by itself; all absolute. */
export interface Paths {
  readonly configFile: string;
  readonly stateDirectory: string;
  readonly runtimeDirectory: string;
  readonly logDirectory: string;
  /** Where clients of the same user reach the daemon without a token. */
  readonly socketFile: string;
  /** Tells where the daemon listens, while it does. */
  readonly publishedFile: string;
  /** Where every daemon of this user says where it listens, wherever its own directories are. */
  readonly runningDirectory: string;
  /** What a pmd leaves for the one that takes its place. */
  readonly handoverFile: string;
  readonly tokenFile: string;
  readonly databaseFile: string;
  /** The name of the state directory. */
  readonly instanceFile: string;
  readonly lockFile: string;
  readonly pidFile: string;
  /** The daemon's own log once it is detached. */
  readonly daemonLogFile: string;
}

/** Decides the paths: flags first, then `/etc/dpm` and its like for root, else the XDG directories. */
export function planPaths({ uid, home, environment, flags }: PathsInput): Paths {
  const system = uid === 0;
  const xdg = (name: string, fallback: string): string => {
    const value = environment[name];
    // The specification says that relative values are to be ignored.
    return value?.startsWith("/") === true ? value : join(home, fallback);
  };
  const usualState = system ? "/var/lib/dpm" : join(xdg("XDG_STATE_HOME", ".local/state"), "dpm");
  const stateDirectory = flagged(flags.stateDir) ?? usualState;
  const ownState = flags.stateDir !== undefined;
  const logDirectory =
    flagged(flags.logDir) ?? (system && !ownState ? "/var/log/dpm" : join(stateDirectory, "log"));
  const usualRuntime = system ? "/run/dpm" : userRuntimeDirectory(environment, usualState);
  const runtimeDirectory =
    flagged(flags.runtimeDir) ?? (ownState ? join(stateDirectory, "run") : usualRuntime);
  return {
    configFile:
      flagged(flags.config) ??
      (system ? "/etc/dpm/pmd.xml" : join(xdg("XDG_CONFIG_HOME", ".config"), "dpm/pmd.xml")),
    stateDirectory,
    runtimeDirectory,
    logDirectory,
    socketFile: join(runtimeDirectory, "pmd.sock"),
    publishedFile: join(runtimeDirectory, "pmd.json"),
    runningDirectory: join(usualRuntime, "running"),
    handoverFile: join(runtimeDirectory, "upgrade.json"),
    tokenFile: join(stateDirectory, "token"),
    instanceFile: join(stateDirectory, "instance"),
    databaseFile: join(stateDirectory, "state.db"),
    lockFile: join(stateDirectory, "lock"),
    pidFile: join(stateDirectory, "pmd.pid"),
    daemonLogFile: join(logDirectory, "pmd.log"),
  };
}

function flagged(value: string | undefined): string | undefined {
  return value === undefined ? undefined : resolve(value);
}

function userRuntimeDirectory(
  environment: PathsInput["environment"],
  stateDirectory: string,
): string {
  const base = environment["XDG_RUNTIME_DIR"];
  return base?.startsWith("/") === true ? join(base, "dpm") : join(stateDirectory, "run");
}
