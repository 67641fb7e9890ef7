import { setImmediate as nextTurn } from "node:timers/promises";
import type { DpmError } from "@dpm/errors";
import type { Logger } from "@dpm/logger";
import { replaceProgram } from "@dpm/process-posix";
import { readBootId } from "../boot-id.ts";
import type { CommandLine } from "../life-cycle/own-command.ts";
import { type HandedOver, type Handover, handoverVersion, writeHandover } from "./handover.ts";
import type { AcceptedUpgrade } from "./upgrades.ts";
import type { ShutdownWish } from "../services.ts";
import { markVariable } from "./watchdog.ts";

/** What gives way. */
export interface Incumbent {
  readonly name: string;
  /** What runs it, and the words of its run. */
  readonly program: CommandLine;
  readonly words: readonly string[];
  readonly handoverFile: string;
  readonly log: Logger;
  /** Lets the processes and the clients go, and keeps the sockets. Nothing can go on in this process afterwards. */
  readonly handOver: () => Promise<HandedOver>;
  /** Of a detached one; the watchdog does its work meanwhile. */
  readonly dismissGuardian: () => Promise<void>;
  /** A wish to end that came meanwhile. */
  readonly endedBy: () => ShutdownWish | null;
}

/** Puts the program in the place of this one. Returns only when neither it nor this one can be executed; the watchdog then does what it can. */
export async function giveWay(upgrade: AcceptedUpgrade, self: Incumbent): Promise<DpmError> {
  const { log, words } = self;
  const command: CommandLine = [...self.program, ...words];
  const { to, program, actor, watchdog } = upgrade;
  log.info(`upgrade requested by ${actor}: ${self.name} gives way to ${to}, ${upgrade.path}`);
  await self.dismissGuardian();
  const { sockets, silentSinceMs } = await self.handOver();
  const handover: Handover = {
    version: handoverVersion,
    from: { name: self.name, command },
    to: upgrade.path,
    silentSinceMs,
    sockets,
    watchdogFd: watchdog.fd,
    mark: watchdog.mark,
    endedBy: null,
    leftBy: null,
    bootId: readBootId(),
    refusedBecause: null,
  };
  const execution = { handover, file: self.handoverFile, log };
  const complete = await withWish(execution, self.endedBy);
  return execute([...program, ...words], { ...execution, handover: complete });
}

/**
 * Adds the wish to end that came so far, once all that takes time is done: a signal that comes between this look and the execution
 * is seen by nobody.
 */
async function withWish(
  { handover, file, log }: Execution,
  endedBy: Incumbent["endedBy"],
): Promise<Handover> {
  // The same is done again just before the execution, and then there is nothing left to wait for.
  log.flushSync();
  writeHandover(file, handover);
  // What a signal handler has noted reaches JavaScript with the next turn.
  await nextTurn();
  const wish = endedBy();
  if (wish === null) return handover;
  return { ...handover, [wish.leave ? "leftBy" : "endedBy"]: wish.cause };
}

/** What an execution takes along. */
export interface Execution {
  readonly handover: Handover;
  readonly file: string;
  readonly log: Pick<Logger, "error" | "flushSync">;
}

/** Executes a program with a handover; where that fails, the one that hands over. Returns when that fails too. */
export function execute(
  [program, ...words]: CommandLine,
  { handover, file, log }: Execution,
): DpmError {
  log.flushSync();
  const error = tryExecute([program, ...words], { handover, file });
  log.error(error.message);
  const { command } = handover.from;
  return tryExecute(command, { file, handover: { ...handover, refusedBecause: error.message } });
}

function tryExecute(
  command: CommandLine,
  { handover, file }: { readonly handover: Handover; readonly file: string },
): DpmError {
  writeHandover(file, handover);
  const { NODE_CHANNEL_FD: _, NODE_CHANNEL_SERIALIZATION_MODE: __, ...environment } = process.env;
  if (handover.mark !== undefined) environment[markVariable] = handover.mark;
  const keep = [...handover.sockets.map(({ fd }) => fd), handover.watchdogFd];
  return replaceProgram({ command: [...command, "--upgraded", file], environment, keep });
}
