import { setImmediate as nextTurn } from "node:timers/promises";
import type { DpmError } from "@dpm/errors";
import type { Logger } from "@dpm/logger";
import { replaceProgram } from "@dpm/process-posix";
import { guardianCommand } from "../life-cycle/guardian.ts";
import type { CommandLine } from "../life-cycle/own-command.ts";
import { type HandedOver, type Handover, handoverVersion, writeHandover } from "./handover.ts";
import type { AcceptedUpgrade } from "./upgrades.ts";
import { isRunByServiceManager } from "../life-cycle/tell-service-manager.ts";
import { startWatchdog } from "./watchdog.ts";

/** What gives way. */
export interface Incumbent {
  readonly name: string;
  /** What runs it, and the words of its run. */
  readonly program: CommandLine;
  readonly words: readonly string[];
  readonly detached: boolean;
  readonly handoverFile: string;
  readonly log: Logger;
  /** Lets the processes and the clients go, and keeps the sockets. Nothing can go on in this process afterwards. */
  readonly handOver: () => Promise<HandedOver>;
  /** Of a detached one; the watchdog does its work meanwhile. */
  readonly dismissGuardian: () => Promise<void>;
  /** A signal to end that came meanwhile. */
  readonly endedBy: () => string | null;
}

/** Puts the program in the place of this one. Returns only when neither it nor this one can be executed; the watchdog then does what it can. */
export async function giveWay(upgrade: AcceptedUpgrade, self: Incumbent): Promise<DpmError> {
  const { log, words } = self;
  const command: CommandLine = [...self.program, ...words];
  const { readyWithinMs, to, program, actor } = upgrade;
  const watchdog = await startWatchdog({
    readyWithinMs,
    former: formerOf(command, self.detached),
  });
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
    endedBy: null,
    refusedBecause: null,
  };
  const execution = { handover, file: self.handoverFile, log };
  const complete = await withSignals(execution, self.endedBy);
  return execute([...program, ...words], { ...execution, handover: complete });
}

/** What brings this pmd back: where a service manager does that, nothing must come before it, which it would not know. */
function formerOf(command: CommandLine, detached: boolean): CommandLine {
  if (detached) return guardianCommand({ command, shortLives: 0 });
  return isRunByServiceManager() ? ["true"] : command;
}

/**
 * Adds the signal to end that came so far, once all that takes time is done: one that comes between this look and the execution
 * is seen by nobody.
 */
async function withSignals(
  { handover, file, log }: Execution,
  endedBy: () => string | null,
): Promise<Handover> {
  // The same is done again just before the execution, and then there is nothing left to wait for.
  log.flushSync();
  writeHandover(file, handover);
  // What a signal handler has noted reaches JavaScript with the next turn.
  await nextTurn();
  return { ...handover, endedBy: endedBy() };
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
  const keep = [...handover.sockets.map(({ fd }) => fd), handover.watchdogFd];
  return replaceProgram({ command: [...command, "--upgraded", file], environment, keep });
}
