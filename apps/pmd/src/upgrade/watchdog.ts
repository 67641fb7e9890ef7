import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { type DpmError, dpmError } from "@dpm/errors";
import { errnoOf, messageOf } from "../failure.ts";
import { linkOf } from "../life-cycle/link-of.ts";
import type { CommandLine } from "../life-cycle/own-command.ts";
import { watchdogScript } from "./watchdog-script.ts";

/** A tiny process that brings the former pmd back when the new one does not get ready. */
export interface Watchdog {
  /** The link to it, for the new pmd: a line ends the watch. */
  readonly fd: number;
  /** To be in the environment of the new program under {@link markVariable}: all that has it ends with a program that fails. */
  readonly mark: string;
  /** Ends it, since nothing took over. */
  dismiss(): void;
}

/** How long the new pmd has, and what is started instead when that was too short. */
export interface WatchdogOptions {
  readonly readyWithinMs: number;
  /** Null: a service manager starts it. */
  readonly former: CommandLine | null;
}

/** The variable that tells a watchdog what belongs to the new program. That one takes it away before it starts anything lasting. */
export const markVariable = "PMD_UPGRADE";

/** What ends a watchdog. */
export const readyLine = "ready\n";

/** Starts a watchdog on this process. Throws ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE when none can be started. */
export async function startWatchdog({ readyWithinMs, former }: WatchdogOptions): Promise<Watchdog> {
  const mark = randomBytes(12).toString("hex");
  const words = [
    String(process.pid),
    (readyWithinMs / 1000).toFixed(3),
    `${markVariable}=${mark}`,
    ...(former ?? []),
  ];
  const child = start(words);
  child.unref();
  const failure = new Promise<Error>((resolve) => {
    child.once("error", (error) => resolve(error));
  });
  const link = linkOf(child);
  const fd = link === null ? -1 : descriptorOf(link);
  if (child.pid === undefined || link === null || fd < 0) throw unavailable(await failure);
  link.on("error", () => {}).unref();
  return { fd, mark, dismiss: () => void link.end(readyLine) };
}

function start(words: readonly string[]): ChildProcess {
  try {
    return spawn("/bin/sh", ["-c", watchdogScript, "pmd-watchdog", ...words], {
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "pipe"],
    });
  } catch (error) {
    // Some errors of the system come at once, others by an event.
    throw unavailable(error);
  }
}

function unavailable(cause: unknown): DpmError {
  const reason = `nothing could watch over it (${errnoOf(cause) ?? messageOf(cause)})`;
  return dpmError("ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE", { reason }, cause);
}

function descriptorOf(socket: Socket): number {
  const { _handle: handle }: { readonly _handle?: { readonly fd: number } | null } =
    socket as object;
  return handle?.fd ?? -1;
}
