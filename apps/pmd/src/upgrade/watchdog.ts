import { spawn } from "node:child_process";
import { Socket } from "node:net";
import { dpmError } from "@dpm/errors";
import type { CommandLine } from "../life-cycle/own-command.ts";

/**
 * What a watchdog does, for `sh -c`. Its arguments: the pid of pmd, how many seconds it has, then what brings the former pmd
 * back. A line on descriptor 3 says that the new one is ready; its end without a line, that it died. One that takes too long
 * is killed: nothing else is known to help.
 */
const watchdogScript = `
pid=$1 limit=$2
shift 2
( trap 'kill $nap; exit 0' TERM; sleep "$limit" & nap=$!; wait $nap && kill -KILL "$pid" ) 3<&- &
late=$!
if read -r word <&3; then kill $late; wait; exit 0; fi
kill $late
echo "pmd-watchdog: the new pmd did not get ready, the former one is started" >&2
exec "$@" 3</dev/null
`;

/** A tiny process that brings the former pmd back when the new one does not get ready. */
export interface Watchdog {
  /** The link to it, for the new pmd: a line ends the watch. */
  readonly fd: number;
  /** Ends it, since nothing took over. */
  dismiss(): void;
}

/** How long the new pmd has, and what is started instead when that was too short. */
export interface WatchdogOptions {
  readonly readyWithinMs: number;
  readonly former: CommandLine;
}

/** What ends a watchdog. */
export const readyLine = "ready\n";

/** Starts a watchdog on this process. Throws ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE when none can be started. */
export async function startWatchdog({ readyWithinMs, former }: WatchdogOptions): Promise<Watchdog> {
  const words = [String(process.pid), (readyWithinMs / 1000).toFixed(3), ...former];
  const child = spawn("/bin/sh", ["-c", watchdogScript, "pmd-watchdog", ...words], {
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  child.unref();
  const failure = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
  });
  const link = child.stdio[3];
  const fd = link instanceof Socket ? descriptorOf(link) : -1;
  if (child.pid === undefined || !(link instanceof Socket) || fd < 0) {
    throw dpmError("ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE", { reason: await failure });
  }
  link.on("error", () => {}).unref();
  return { fd, dismiss: () => void link.end(readyLine) };
}

function descriptorOf(socket: Socket): number {
  const { _handle: handle }: { readonly _handle?: { readonly fd: number } | null } =
    socket as object;
  return handle?.fd ?? -1;
}
