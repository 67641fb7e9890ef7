import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import { dpmError } from "@dpm/errors";
import { atMost } from "../at-most.ts";
import type { Troubles } from "../troubles.ts";
import { errnoOf, messageOf } from "../failure.ts";
import { guardianScript } from "./guardian-script.ts";
import { linkOf } from "./link-of.ts";
import type { CommandLine } from "./own-command.ts";

/** A tiny process that starts pmd again when it dies. It is made anew when it dies itself. */
export interface Guardian {
  /** The process that watches now; null while there is none. */
  readonly pid: number | null;
  /** Tells it that pmd ends on purpose, and resolves when it is gone or does not react. */
  dismiss(): Promise<void>;
}

/** What a guardian is made with. */
export interface GuardianOptions {
  /** What it starts. */
  readonly command: CommandLine;
  /** Lives of pmd, this one included, that were short in a row; decides how soon it acts. */
  readonly shortLives: number;
  readonly troubles: Pick<Troubles, "set" | "clear">;
  /** How long a life of pmd has to be so that the next death is the first one again; a minute unless told. */
  readonly longLifeMs?: number;
}

const goodbye = "done\n";
const patienceMs = 2_000;
const firstRetryMs = 100;
const longestRetryMs = 30_000;
const steadyMs = 60_000;
const usualLongLifeMs = 60_000;

/** Starts a guardian; it never keeps this process alive. Where none can be started it is tried again, and that is a trouble. */
export function startGuardian({ troubles, ...wish }: GuardianOptions): Guardian {
  let current: Watched | null = null;
  let dismissed = false;
  let retryMs = firstRetryMs;
  let retry: NodeJS.Timeout | undefined;

  const make = (): void => {
    const begun = performance.now();
    let ended = false;
    const gone = Promise.withResolvers<void>();
    const end = (error: unknown): void => {
      if (ended) return;
      ended = true;
      current = null;
      gone.resolve();
      if (dismissed) return;
      if (performance.now() - begun > steadyMs) retryMs = firstRetryMs;
      const reason = error === null ? "it ended" : (errnoOf(error) ?? messageOf(error));
      troubles.set("guardian", dpmError("ERR_DPM_DAEMON_GUARDIAN", { reason }));
      retry = setTimeout(make, retryMs).unref();
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    };
    let child: ChildProcess;
    try {
      child = start(guardianCommand(wish));
    } catch (error) {
      // Some errors of the system come at once, others by the event.
      return end(error);
    }
    child.on("error", end);
    child.unref();
    const link = linkOf(child);
    if (link === null) return;
    // Its end of the link is closed with it, whoever reaps it.
    link.on("error", () => {}).on("close", () => end(null));
    link.resume().unref();
    if (child.pid === undefined) return;
    current = { pid: child.pid, link, gone: gone.promise };
    troubles.clear("guardian");
  };
  make();

  return {
    get pid() {
      return current?.pid ?? null;
    },
    async dismiss() {
      dismissed = true;
      clearTimeout(retry);
      if (current === null) return;
      const { link, gone } = current;
      link.ref().write(goodbye);
      await atMost(patienceMs, gone);
      link.destroy();
    },
  };
}

interface Watched {
  readonly pid: number;
  readonly link: Socket;
  readonly gone: Promise<void>;
}

/** What starts `command` again when it dies, as a command itself: what ends the life of pmd is the end of its descriptor 3. */
export function guardianCommand({
  command,
  shortLives,
  longLifeMs = usualLongLifeMs,
}: Pick<GuardianOptions, "command" | "shortLives" | "longLifeMs">): CommandLine {
  const words = [guardianScript, String(shortLives), String(Math.ceil(longLifeMs / 1000))];
  return ["/bin/sh", "-c", guardianScript, "pmd-guardian", ...words, ...command];
}

function start([shell, ...words]: CommandLine): ChildProcess {
  const { NODE_CHANNEL_FD: _, NODE_CHANNEL_SERIALIZATION_MODE: __, ...environment } = process.env;
  // What it writes goes where pmd writes: detached, that is the log.
  return spawn(shell, words, {
    cwd: "/",
    env: environment,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
}
