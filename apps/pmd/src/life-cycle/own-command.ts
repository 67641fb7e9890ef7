import type { RunFlags } from "../arguments.ts";
import type { Paths } from "../paths.ts";
import { withNodeFlags } from "./node-flags.ts";

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...words: string[]];

/** What runs this pmd, without the words of the run: Node, its flags and the script. */
export function ownProgram(
  runner: Pick<NodeJS.Process, "execPath" | "execArgv" | "argv"> = process,
): CommandLine {
  return [runner.execPath, ...withNodeFlags(runner.execArgv), runner.argv[1] ?? ""];
}

/** The words of this run for another process, whatever its current directory: all paths as this process sees them. */
export function wordsOfRun(
  { listen, logLevel, engine, detached }: RunFlags,
  paths: Paths,
): string[] {
  const options: (readonly [string, string])[] = [
    ["--config", paths.configFile],
    ["--state-dir", paths.stateDirectory],
    ["--runtime-dir", paths.runtimeDirectory],
    ["--log-dir", paths.logDirectory],
  ];
  for (const address of listen ?? []) options.push(["--listen", address]);
  if (engine !== undefined) options.push(["--engine", engine]);
  if (logLevel !== undefined) options.push(["--log-level", logLevel]);
  return [...(detached === true ? ["--detached"] : []), ...options.flat()];
}
