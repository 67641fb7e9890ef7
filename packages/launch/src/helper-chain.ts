import { accessSync, constants } from "node:fs";
import { getPriority } from "node:os";
import type { LaunchStage, Program } from "@dpm/process-core";
import { launchFailure, LaunchError } from "./launch-failure.ts";
import type { LaunchIdentity } from "./launch-identity.ts";

/** One program that sets something and then executes the next. */
export interface Helper {
  readonly stage: LaunchStage;
  /** Its own arguments, up to where the next program begins. */
  readonly argv: readonly string[];
}

/** The helpers of a launch, first one first, and the environment that they are started with. */
export interface HelperChain {
  readonly helpers: readonly Helper[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What a program needs that is not in its description. */
export interface ChainSettings {
  readonly identity: LaunchIdentity;
  readonly environment: Readonly<Record<string, string>>;
  /** The soft limit of open files that programs get unless they configure one; null: as Node left it. */
  readonly softOpenFiles: number | null;
}

const limitNames = new Set(
  "as core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack".split(
    " ",
  ),
);

// What makes the C library load or read files of the caller's choice: not while a helper is still root.
const unsafeWhilePrivileged =
  /^(LD_.*|GLIBC_TUNABLES|GCONV_PATH|GETCONF_DIR|HOSTALIASES|LOCALDOMAIN|LOCPATH|MALLOC_.*|NIS_PATH|NLSPATH|RESOLV_HOST_CONF|RES_OPTIONS|TMPDIR|TZDIR)$/;

/**
 * Plans the helpers that bring limits, niceness, user and umask into force, each only where configured.
 * What needs privilege comes before privilege is given up.
 */
export function planHelpers(program: Program, settings: ChainSettings): HelperChain {
  const { identity, environment, softOpenFiles } = settings;
  const helpers: Helper[] = [];
  const limits = limitOptions(program, softOpenFiles);
  if (limits.length > 0)
    helpers.push({ stage: "limits", argv: [helperPath("prlimit", "limits"), ...limits, "--"] });
  if (program.nice !== null) {
    helpers.push({
      stage: "limits",
      argv: [helperPath("nice", "limits"), ...niceOptions(program.nice), "--"],
    });
  }
  const late = identity.own
    ? []
    : Object.keys(environment).filter((name) => unsafeWhilePrivileged.test(name));
  if (!identity.own)
    helpers.push({
      stage: "user",
      argv: [helperPath("setpriv", "user"), ...userOptions(identity), "--"],
    });
  // setpriv executes with root's capabilities still effective, and so what its user may not: the shell has none.
  if (program.umask !== null || !identity.own) {
    helpers.push({ stage: "exec", argv: shellHelper(program, environment, late) });
  }
  const early = Object.entries(environment).filter(([name]) => !late.includes(name));
  return { helpers, environment: Object.fromEntries(early) };
}

function limitOptions(program: Program, softOpenFiles: number | null): string[] {
  const options = Object.entries(program.limits).map(([name, { soft, hard }]) => {
    if (!limitNames.has(name)) throw new LaunchError(launchFailure("limits", "EINVAL", name));
    return `--${name}=${limitText(soft)}:${limitText(hard)}`;
  });
  if (softOpenFiles !== null && program.limits["nofile"] === undefined)
    options.push(`--nofile=${softOpenFiles}:`);
  return options;
}

function limitText(value: number): string {
  return Number.isFinite(value) ? String(value) : "unlimited";
}

// nice adds to what it finds, and where it may not it only warns and goes on.
function niceOptions(nice: number): string[] {
  const own = getPriority();
  if (nice < own && process.geteuid?.() !== 0)
    throw new LaunchError(launchFailure("limits", "EPERM", "nice"));
  return ["-n", String(nice - own)];
}

function userOptions({ account, gid }: LaunchIdentity): string[] {
  const groups = account.listed ? "--init-groups" : "--clear-groups";
  return [`--reuid=${account.uid}`, `--regid=${gid}`, groups, "--inh-caps=-all"];
}

function shellHelper(
  program: Program,
  environment: Readonly<Record<string, string>>,
  late: readonly string[],
): string[] {
  const steps = late.map((name, index) => `export ${name}="\${${index + 1}}"`);
  if (late.length > 0) steps.push(`shift ${late.length}`);
  // The shell sets a PWD that nobody asked for.
  if (environment["PWD"] === undefined) steps.push("unset PWD");
  if (program.umask !== null) steps.push(`umask ${program.umask.toString(8)}`);
  steps.push('exec "$@"');
  return ["/bin/sh", "-c", steps.join("; "), "sh", ...late.map((name) => environment[name] ?? "")];
}

// Never by the PATH of the daemon: helpers run with its privilege.
function helperPath(name: string, stage: LaunchStage): string {
  for (const folder of ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"]) {
    try {
      accessSync(`${folder}/${name}`, constants.X_OK);
      return `${folder}/${name}`;
    } catch {
      // Not in this folder.
    }
  }
  throw new LaunchError(launchFailure(stage, "ENOENT", name));
}
