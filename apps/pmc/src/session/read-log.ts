import { setTimeout as pause } from "node:timers/promises";

import { type DpmError, dpmError, isDpmError } from "@dpm/errors";
import type { LogChunk } from "@dpm/pdu";

import type { Target } from "../targets/find-targets.ts";
import { createCatchUp } from "./catch-up.ts";
import { openClient } from "./open-client.ts";

/** What to read, and how. */
export interface LogQuestion {
  readonly id: string;
  readonly follow: boolean;
  /** How many of the last lines first; null for all. */
  readonly lines: number | null;
  /** Only what came since then, in µs since 1970; null for all. */
  readonly sinceUs: number | null;
  /** Whether chunks shall carry their times. */
  readonly times: boolean;
  readonly timeoutMs: number;
  readonly version: string;
  /** Ends the reading without an error. */
  readonly stop: AbortSignal;
  readonly onChunk: (chunk: LogChunk) => Promise<void>;
  /** The connection broke; it is tried again until it works or the reading is stopped. */
  readonly onLost: (error: DpmError) => void;
  /** It works again; `gap` when lines may be missing in between. */
  readonly onBack: (gap: boolean) => void;
}

const firstPauseMs = 250;
const longestPauseMs = 5_000;
// Enough to find the place again where reading stopped.
const linesAgain = 1_000;

/** Reads until the server ends it, over one connection. `onOpen` is told when there is one. */
async function readOnce(target: Target, question: LogQuestion, onOpen: () => void): Promise<void> {
  const client = await openClient(target, question);
  onOpen();
  const { id, follow, lines, sinceUs, times, timeoutMs, stop } = question;
  // Whoever does not know these would give everything, and nobody would see it.
  const unknown = sinceUs !== null ? "logs --since" : times ? "logs --timestamps" : null;
  if (unknown !== null && client.server.interfaceVersion.minor < 1) {
    client.close();
    const { address } = client;
    throw dpmError("ERR_DPM_WIRE_UNSUPPORTED_COMMAND", { address, command: unknown });
  }
  const stream = client.request(
    {
      logs: {
        id,
        follow,
        lines,
        ...(sinceUs === null ? {} : { sinceUs }),
        ...(times ? { times } : {}),
      },
    },
    Number.isFinite(timeoutMs) ? { timeoutMs } : {},
  );
  const cancel = (): void => stream.cancel();
  stop.addEventListener("abort", cancel);
  if (stop.aborted) cancel();
  try {
    for await (const result of stream) {
      if (result.payload === "log") await question.onChunk(result.log);
    }
  } finally {
    stop.removeEventListener("abort", cancel);
    client.close();
  }
}

/**
 * Reads the output of a process of one server, over broken connections too when it follows. Rejects with why it could not.
 * `locate` is asked before each connection, since a server may come back at another address.
 */
export async function readLog(locate: () => Target, question: LogQuestion): Promise<void> {
  const catchUp = createCatchUp(question.onChunk, question.onBack);
  let lines = question.lines;
  let wasConnected = false;
  let pauseMs = firstPauseMs;
  while (!question.stop.aborted) {
    try {
      const onChunk = (chunk: LogChunk): Promise<void> => catchUp.take(chunk);
      await readOnce(locate(), { ...question, lines, onChunk }, () => {
        if (wasConnected) catchUp.begin();
        wasConnected = true;
        pauseMs = firstPauseMs;
      });
      await catchUp.finish();
      return;
    } catch (error) {
      await catchUp.finish();
      const isLost = question.follow && wasConnected && isDpmError(error);
      if (!isLost || error.category !== "unavailable") throw error;
      if (pauseMs === firstPauseMs) question.onLost(error);
      await pause(pauseMs, undefined, { signal: question.stop }).catch(() => {});
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      lines = linesAgain;
    }
  }
}
