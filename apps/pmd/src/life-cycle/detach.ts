import { fork } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import type { DpmError } from "@dpm/errors";
import { dpmError } from "@dpm/errors";
import { errnoOf, messageOf } from "../failure.ts";
import { withNodeFlags } from "./node-flags.ts";

// So long, since adoption and the reading of 20,000 definitions on a busy machine come before readiness.
const readyTimeoutMs = 60_000;

/** What the detached daemon tells the one that started it; then nothing binds the two any more. */
export type DetachedMessage =
  | { readonly kind: "ready"; readonly addresses: readonly string[] }
  | { readonly kind: "failed"; readonly exitCode: number; readonly text: string };

/** How the start of a detached daemon came out. */
export type DetachOutcome =
  | { readonly kind: "ready"; readonly pid: number; readonly addresses: readonly string[] }
  | { readonly kind: "failed"; readonly exitCode: number; readonly text: string }
  /** It may still become ready; whoever waited decides. */
  | { readonly kind: "timed-out"; readonly error: DpmError; readonly pid: number };

/** What to start in the background. */
export interface Detached {
  /** The program that runs now. */
  readonly script: string;
  readonly words: readonly string[];
  /** Takes what the daemon writes before and beside its own log. */
  readonly logFile: string;
  /** How long it may take; 60 s unless told. */
  readonly timeoutMs?: number;
}

/**
 * Starts pmd in a session of its own, without a terminal and in `/`, and waits until it is ready or has failed.
 * Throws ERR_DPM_DAEMON_LOG_UNUSABLE.
 */
export async function detach({
  script,
  words,
  logFile,
  timeoutMs = readyTimeoutMs,
}: Detached): Promise<DetachOutcome> {
  const log = openLogFile(logFile);
  const child = fork(script, words, {
    execArgv: withNodeFlags(process.execArgv),
    detached: true,
    cwd: "/",
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  return new Promise((resolve) => {
    const finish = (outcome: DetachOutcome): void => {
      clearTimeout(timer);
      // Nothing of it may hold this process back.
      child.removeAllListeners();
      if (child.connected) child.disconnect();
      child.unref();
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      const error = dpmError("ERR_DPM_DAEMON_NOT_READY", { waitedMs: timeoutMs, logFile });
      finish({ kind: "timed-out", error, pid: child.pid ?? 0 });
    }, timeoutMs);
    child.once("message", (message: DetachedMessage) => {
      finish(message.kind === "ready" ? { ...message, pid: child.pid ?? 0 } : message);
    });
    child.once("error", (error) => finish({ kind: "failed", exitCode: 1, text: error.message }));
    child.once("exit", (code, signal) => {
      const text = `pmd ended before it was ready: ${signal ?? `code ${code}`}; see ${logFile}`;
      finish({ kind: "failed", exitCode: code === null || code === 0 ? 1 : code, text });
    });
  });
}

function openLogFile(path: string): number {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;
  try {
    return openSync(path, flags, 0o600);
  } catch (cause) {
    const errno = errnoOf(cause) ?? messageOf(cause);
    throw dpmError("ERR_DPM_DAEMON_LOG_UNUSABLE", { path, errno }, cause);
  }
}

/** Tells the starter, if there is one, and lets go of it. */
export async function tellStarter(message: DetachedMessage): Promise<void> {
  if (process.send === undefined || !process.connected) return;
  await new Promise<void>((resolve) => {
    process.send?.(message, () => resolve());
  });
  process.disconnect?.();
}
