import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import { constants as systemConstants } from "node:os";
import { join } from "node:path";
import type { DpmError } from "@dpm/errors";
import { type LogOwner, seeLogDirectory } from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import { createLogCapture, type LogCapture } from "../log-capture.ts";

/** Capture with nothing of an engine around it, for tests of it alone. */
export interface TestCapture {
  readonly capture: LogCapture;
  readonly directory: string;
  /** What is wrong now, by name. */
  readonly troubles: Map<string, DpmError>;
  /** The holders that were started. */
  readonly holders: ChildProcess[];
  /** Starts a program whose output is captured. */
  readonly start: (
    id: string,
    argv: readonly string[],
    options: StartOptions,
  ) => Promise<ChildProcess>;
}

/** Where the output goes and whose the program is. */
export interface StartOptions {
  readonly output: Output;
  readonly owner?: LogOwner;
}

/** An output that goes to this file, both streams together, and is never rotated unless told. */
export function outputTo(path: string, more: Partial<Output> = {}): Output {
  return {
    capture: "pipe",
    stdoutFile: path,
    stderrFile: path,
    maxBytes: null,
    maxAgeMs: null,
    backups: 10,
    totalBytes: null,
    compress: false,
    ...more,
  };
}

/** Starts capture with its FIFOs in `fifos` of a folder, and its own logs in `logs`. */
export function startCapture(folder: string, mayHold: () => boolean = () => true): TestCapture {
  const directory = join(folder, "fifos");
  const troubles = new Map<string, DpmError>();
  const holders: ChildProcess[] = [];
  const capture = createLogCapture({
    directory,
    logDirectory: seeLogDirectory(join(folder, "logs")),
    trouble: (name, error) => {
      if (error === null) troubles.delete(name);
      else troubles.set(name, error);
    },
    spawnHolder: (fifos) => {
      if (!mayHold()) throw new Error("EAGAIN");
      const flags = constants.O_RDONLY | constants.O_NONBLOCK;
      const fds = fifos.map((path) => openSync(path, flags));
      const holder = spawn("sleep", ["infinity"], {
        stdio: ["ignore", "ignore", "ignore", ...fds],
        detached: true,
      });
      for (const fd of fds) closeSync(fd);
      const { pid } = holder;
      if (pid === undefined) throw new Error("sleep can't be started");
      holder.unref();
      holder.once("exit", () => capture.holderEnded(pid));
      holders.push(holder);
      return pid;
    },
  });
  const start: TestCapture["start"] = async (
    id,
    [program = "", ...argv],
    { output, owner = null },
  ) => {
    const ends = await capture.open(id, output, owner);
    const child = spawn(program, argv, {
      stdio: ["ignore", ends.stdout, ends.stderr],
      detached: true,
    });
    ends.close();
    return child;
  };
  return { capture, directory, troubles, holders, start };
}

/** Ends a process that a test has started. */
export function kill(child: ChildProcess): void {
  child.kill(systemConstants.signals.SIGKILL);
}
