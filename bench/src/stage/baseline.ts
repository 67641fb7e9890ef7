import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Command, Manager, Place, Service } from "../system.ts";
import { managerProcesses, proportionalMb } from "./manager-processes.ts";
import type { Stage } from "./stage.ts";

/** A daemon beside the stage, with some of its services, that ends before the stage begins. */
interface Other {
  readonly manager: Manager;
  readonly place: Place;
}

function prepareOther({ place, system }: Stage, name: string, services: readonly Service[]): Other {
  const directory = join(place.directory, name);
  mkdirSync(directory);
  const other = { ...place, directory };
  return { place: other, manager: system.prepare(other, services) };
}

function launch({ argv: [program, ...words], environment }: Command): ChildProcess {
  const env = { ...process.env, ...environment };
  return spawn(program, words, { env, stdio: ["ignore", "pipe", "pipe"] });
}

async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const ended = new Promise((resolve) => daemon.once("exit", resolve));
  daemon.kill("SIGTERM");
  // One that can't open a file may not be able to end either; the measurement goes on.
  const lastWord = setTimeout(() => daemon.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(lastWord);
}

/** The memory of the manager with just a few services, after some rest, in MB. */
export async function memoryWithFew(stage: Stage, count: number, restMs: number): Promise<number> {
  const { manager, place } = prepareOther(stage, "few", stage.services.slice(0, count));
  const daemon = launch(manager.daemon);
  await stage.stamps.until("the daemon to answer", () => manager.answers(), 30_000);
  await sleep(restMs);
  const memory = proportionalMb(managerProcesses(place.programs));
  await end(daemon);
  return memory;
}

/** Whether the daemon says by itself, at start, that it may open too few files. */
export async function saysTooLowLimit(stage: Stage, count: number): Promise<boolean> {
  const { manager } = prepareOther(stage, "low", stage.services.slice(0, count));
  const argv = ["prlimit", `--nofile=${count}:${count}`, ...manager.daemon.argv] as const;
  const daemon = launch({ ...manager.daemon, argv: [...argv] });
  let said = "";
  daemon.stdout?.on("data", (text: Buffer) => (said += text.toString()));
  daemon.stderr?.on("data", (text: Buffer) => (said += text.toString()));
  const isSaid = (): boolean => /descriptor|open files|nofile/i.test(said);
  await stage.stamps.until("a word about the limit", isSaid, 5_000).catch(() => undefined);
  await end(daemon);
  return isSaid();
}
