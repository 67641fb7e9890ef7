import { accessSync, constants, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import type { Program } from "@dpm/process-core";
import { cleanEnvironment } from "./clean-environment.ts";
import { type HelperChain, planHelpers } from "./helper-chain.ts";
import { inStage, launchFailure, LaunchError } from "./launch-failure.ts";
import { findIdentity } from "./launch-identity.ts";
import type { LogOwner, OutputDescriptors } from "./output-files.ts";
import { findProgram } from "./program-search.ts";

/** What the daemon contributes to every launch. */
export interface PlanSettings {
  readonly daemonEnvironment: Readonly<Record<string, string | undefined>>;
  /** As in {@link ChainSettings}. */
  readonly softOpenFiles: number | null;
  readonly launchToken: string;
  /** Opens where the program's output goes. */
  readonly openOutput: (owner: LogOwner) => OutputDescriptors | Promise<OutputDescriptors>;
}

/** A launch of which everything was checked that can be checked before. */
export interface LaunchPlan {
  readonly directory: string;
  /** To be closed when it was started or that failed. */
  readonly output: OutputDescriptors;
  readonly chain: HelperChain;
  /** The program's absolute path and its arguments: what the last helper executes. */
  readonly command: readonly [string, ...string[]];
}

/** Checks everything that a launch needs, in the order of its stages. Rejects with a {@link LaunchError}. */
export async function planLaunch(program: Program, settings: PlanSettings): Promise<LaunchPlan> {
  const directory = program.directory ?? "/";
  inStage("directory", directory, () => checkDirectory(directory));
  const identity = await findIdentity(program);
  const { account, own } = identity;
  const output = await settings.openOutput(own ? null : { uid: account.uid, gid: identity.gid });
  try {
    const environment = cleanEnvironment(program, { ...settings, account, ownUser: own });
    const { softOpenFiles } = settings;
    const chain = planHelpers(program, { identity, environment, softOpenFiles });
    const path = findProgram(program.argv[0], { path: environment["PATH"] ?? "", directory });
    return { directory, output, chain, command: [path, ...program.argv.slice(1)] };
  } catch (error) {
    output.close();
    throw error;
  }
}

function checkDirectory(directory: string): void {
  if (!isAbsolute(directory))
    throw new LaunchError(launchFailure("directory", "EINVAL", directory));
  const found = statSync(directory);
  if (!found.isDirectory()) throw new LaunchError(launchFailure("directory", "ENOTDIR", directory));
  accessSync(directory, constants.X_OK);
}
