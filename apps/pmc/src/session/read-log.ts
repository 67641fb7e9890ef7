import { setTimeout as pause } from "node:timers/promises";

import { type DpmError, isDpmError } from "@dpm/errors";
import type { LogChunk } from "@dpm/pdu";
import type { Client, ResultStream } from "@dpm/rpc";

import type { Target } from "../targets/find-targets.ts";
import { createCatchUp } from "./catch-up.ts";
import { openClient } from "./open-client.ts";

/** What to read, and how. */
export interface LogQuestion {
  readonly id: string;
  readonly follow: boolean;
  /** How many of the last lines first; null for all. */
  readonly lines: number | null;
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

async function readOnce(
  target: Target,
  question: LogQuestion,
  onClient: (client: Client, stream: ResultStream) => AsyncIterable<LogChunk>,
): Promise<void> {
  const client = await openClient(target, question);
  const { id, follow, lines, timeoutMs, stop } = question;
  const stream = client.request(
    { logs: { id, follow, lines } },
    Number.isFinite(timeoutMs) ? { timeoutMs } : {},
  );
  const cancel = (): void => stream.cancel();
  stop.addEventListener("abort", cancel);
  if (stop.aborted) cancel();
  try {
    for await (const chunk of onClient(client, stream)) await question.onChunk(chunk);
  } finally {
    stop.removeEventListener("abort", cancel);
    client.close();
  }
}

async function* chunksOf(stream: ResultStream): AsyncGenerator<LogChunk> {
  for await (const result of stream) if (result.payload === "log") yield result.log;
}

/** Reads the output of a process of one server, over broken connections too when it follows. Rejects with why it could not. */
export async function readLog(target: Target, question: LogQuestion): Promise<void> {
  const catchUp = createCatchUp(question.onChunk, question.onBack);
  let lines = question.lines;
  let wasConnected = false;
  let pauseMs = firstPauseMs;
  while (!question.stop.aborted) {
    try {
      await readOnce(target, { ...question, lines, onChunk: catchUp.take }, (_, stream) => {
        if (wasConnected) catchUp.begin();
        wasConnected = true;
        pauseMs = firstPauseMs;
        return chunksOf(stream);
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
