import { homedir } from "node:os";
import { isDpmError, type DpmError } from "@dpm/errors";
import { type Invocation, readArguments, type RunFlags } from "./arguments.ts";
import { counted } from "./counted.ts";
import { faultLine } from "./fault-line.ts";
import { ensurePrivateDirectory } from "./files/private-directory.ts";
import { detach, tellStarter } from "./life-cycle/detach.ts";
import { exitCodeOf, exitCodes } from "./life-cycle/exit-codes.ts";
import { wordsOfRun } from "./life-cycle/own-command.ts";
import { watchSignals } from "./life-cycle/signals.ts";
import { type Paths, planPaths } from "./paths.ts";
import { readVersion } from "./version.ts";

const exitCode = await main();
// Whatever a hook or a client may have left open: a daemon that was told to end ends.
process.exit(exitCode);

async function main(): Promise<number> {
  try {
    const version = readVersion();
    return await carryOut(readArguments(process.argv.slice(2), version), version);
  } catch (error) {
    const isForeseen = isDpmError(error);
    const text = isForeseen ? describe(error) : faultLine(error);
    const exitCode = isForeseen ? exitCodeOf(error) : exitCodes.bug;
    // First of all: where standard error is a file on a full disk, nothing more may be said.
    await tellStarter({ kind: "failed", exitCode, text });
    process.stderr.on("error", () => {}).write(text);
    return exitCode;
  }
}

async function carryOut(invocation: Invocation, version: string): Promise<number> {
  switch (invocation.kind) {
    case "text":
      process.stdout.write(invocation.text);
      return exitCodes.done;
    case "usage-error":
      process.stderr.write(invocation.message);
      return exitCodes.usage;
    case "check":
      return check(pathsOf(invocation.config === undefined ? {} : { config: invocation.config }));
    case "run": {
      const { flags } = invocation;
      const paths = pathsOf(flags);
      if (flags.checkState !== undefined) {
        const { checkState } = await import("./upgrade/check-state.ts");
        const { kind } = await checkState(flags.checkState, { paths, flags, version });
        return kind === "fit" ? exitCodes.done : exitCodes.failed;
      }
      if (flags.daemon === true) return runDetached(flags, paths);
      // Before anything else is loaded, which takes its time: until then each signal ends this process.
      const signals = watchSignals();
      // Loaded here, so that help and a usage error need none of it.
      const { run } = await import("./run.ts");
      return run({ paths, flags, version, signals });
    }
  }
}

function pathsOf(flags: RunFlags): Paths {
  return planPaths({ uid: process.getuid?.(), home: homedir(), environment: process.env, flags });
}

async function check(paths: Paths): Promise<number> {
  const { checkConfiguration } = await import("./check-configuration.ts");
  const { file, processes, files } = await checkConfiguration(paths);
  const found = `${counted(processes, "process", "processes")} in ${counted(files, "file", "files")}`;
  process.stdout.write(`${file} is right: ${found}\n`);
  return exitCodes.done;
}

async function runDetached(flags: RunFlags, paths: Paths): Promise<number> {
  // Where there is no configuration nothing is to be made, also no directory for a log.
  const { loadWith } = await import("./load-with.ts");
  await loadWith(paths.configFile, flags);
  ensurePrivateDirectory(paths.logDirectory);
  const outcome = await detach({
    script: process.argv[1] ?? "",
    words: wordsOfRun({ ...flags, detached: true }, paths),
    logFile: paths.daemonLogFile,
  });
  switch (outcome.kind) {
    case "ready":
      process.stdout.write(
        `pmd is ready, pid ${outcome.pid}, listening on ${outcome.addresses.join(", ")}\n`,
      );
      return exitCodes.done;
    case "failed":
      process.stderr.write(outcome.text);
      return outcome.exitCode;
    case "timed-out":
      process.stderr.write(describe(outcome.error));
      return exitCodes.failed;
  }
}

function describe({ code, message, hint }: DpmError): string {
  // Each line of a configuration error begins with its place, as compilers and editors like it.
  const text = code === "ERR_DPM_CONFIG_INVALID" ? message : `pmd: ${message}`;
  return `${text}\n${hint === undefined ? "" : `${hint}\n`}`;
}
