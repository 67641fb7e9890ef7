import type { Program } from "@dpm/process-core";
import type { Account } from "./account.ts";

/** Names the launch in the environment of everything that descends from it, so that it is found again. */
export const launchVariable = "PMD_LAUNCH";

const systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Where the parts of a clean environment come from. */
export interface EnvironmentSources {
  readonly account: Account;
  /** Whether it runs as the daemon's own user. */
  readonly ownUser: boolean;
  readonly daemonEnvironment: Readonly<Record<string, string | undefined>>;
  readonly launchToken: string;
}

/**
 * The whole environment of a program: the account's HOME, USER, LOGNAME and SHELL, PATH, LANG, TZ where the daemon has one,
 * what the program asks to be passed, what is configured, and the launch token. Later ones win. Nothing else of the daemon.
 */
export function cleanEnvironment(
  program: Program,
  sources: EnvironmentSources,
): Record<string, string> {
  const { account, ownUser, daemonEnvironment, launchToken } = sources;
  const environment: Record<string, string> = {};
  // Another user's programs must not be looked for in the daemon's private folders.
  environment["PATH"] = (ownUser ? daemonEnvironment["PATH"] : undefined) || systemPath;
  environment["HOME"] = account.home;
  environment["USER"] = account.name;
  environment["LOGNAME"] = account.name;
  environment["SHELL"] = account.shell;
  environment["LANG"] = daemonEnvironment["LANG"] || "C.UTF-8";
  // An empty TZ would mean UTC, so it is only set where the daemon's is.
  const handedOn = ["TZ", ...program.passEnvironment.filter((name) => !isOwnSetting(name))];
  for (const name of handedOn) {
    const value = daemonEnvironment[name];
    if (value !== undefined) environment[name] = value;
  }
  Object.assign(environment, program.environment);
  environment[launchVariable] = launchToken;
  return environment;
}

// Settings of the daemon, and of whatever started the daemon as its service: neither is the program's business.
function isOwnSetting(name: string): boolean {
  return name.startsWith("DPM_") || name === launchVariable;
}
