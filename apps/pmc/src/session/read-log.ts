import { setTimeout as pause } from "node:timers/promises";

import { type DpmError, dpmError, isDpmError } from "@dpm/errors";
import type { LogChunk } from "@dpm/pdu";
import type { Client } from "@dpm/rpc";

import type { Target } from "../targets/find-targets.ts";
import { openClient } from "./open-client.ts";
import { createOutage } from "./outage.ts";

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
  /** The connection has been broken for a while; it is tried again until it works or the reading is stopped. */
  readonly onLost: (error: DpmError) => void;
  /** It works again, after `onLost` or with `gap`: lines may be missing in between. */
  readonly onBack: (gap: boolean) => void;
}

const firstPauseMs = 25;
const longestPauseMs = 2_000;

/** How far reading has come, over all connections. */
interface Progress {
  /** The last position of each stream; none from a server that gives none. */
  readonly positions: Map<string, string>;
  hasBegun: boolean;
}

/** The request for what was not read yet. Throws ERR_DPM_WIRE_UNSUPPORTED_COMMAND for what the server would not heed. */
function requestFor({ server, address }: Client, question: LogQuestion, progress: Progress) {
  const { id, follow, lines, sinceUs, times } = question;
  const { minor } = server.interfaceVersion;
  // Whoever does not know these would give everything, and nobody would see it.
  const unknown = sinceUs !== null ? "logs --since" : times ? "logs --timestamps" : null;
  if (unknown !== null && minor < 1)
    throw dpmError("ERR_DPM_WIRE_UNSUPPORTED_COMMAND", { address, command: unknown });
  const isBlind = progress.hasBegun && !knowsPositions(server);
  const after = [...progress.positions].map(([stream, position]) => ({ stream, position }));
  return {
    id,
    follow,
    // Without positions only what comes from now on is surely new.
    lines: isBlind ? 0 : lines,
    ...(sinceUs === null || isBlind ? {} : { sinceUs }),
    ...(times ? { times } : {}),
    ...(follow && knowsPositions(server) ? { positions: true, after } : {}),
  };
}

function knowsPositions({ interfaceVersion }: Client["server"]): boolean {
  return interfaceVersion.minor >= 2;
}

/** Reads until the server ends it, over one connection. */
async function readOnce(client: Client, question: LogQuestion, progress: Progress): Promise<void> {
  const { timeoutMs, stop } = question;
  const stream = client.request(
    { logs: requestFor(client, question, progress) },
    Number.isFinite(timeoutMs) ? { timeoutMs } : {},
  );
  const cancel = (): void => stream.cancel();
  stop.addEventListener("abort", cancel);
  if (stop.aborted) cancel();
  try {
    for await (const result of stream) {
      if (result.payload !== "log") continue;
      const { log } = result;
      progress.hasBegun = true;
      if (log.data.length > 0 || log.gap !== null) await question.onChunk(log);
      if (log.position !== "") progress.positions.set(log.stream, log.position);
    }
  } finally {
    stop.removeEventListener("abort", cancel);
  }
}

/** Connects, unless it is stopped before; then null. */
async function openUnlessStopped(target: Target, question: LogQuestion): Promise<Client | null> {
  const stopped = Promise.withResolvers<null>();
  const giveUp = (): void => stopped.resolve(null);
  question.stop.addEventListener("abort", giveUp);
  const opening = openClient(target, question);
  try {
    const client = await Promise.race([opening, stopped.promise]);
    if (client === null) opening.then((late) => late.close()).catch(() => {});
    return client;
  } finally {
    question.stop.removeEventListener("abort", giveUp);
  }
}

/** Whether a server that was there before may be back at the next attempt. */
function mayComeBack(error: unknown): error is DpmError {
  if (!isDpmError(error)) return false;
  // One that is just being replaced takes connections, and answers later.
  return error.category === "unavailable" || error.code === "ERR_DPM_WIRE_HANDSHAKE_DEADLINE";
}

/**
 * Reads the output of a process of one server. Following goes on over broken connections, restarts and upgrades of the server,
 * right behind what was read. Rejects with why it could not. `locate` is asked before each connection, since a server may
 * come back at another address.
 */
export async function readLog(locate: () => Target, question: LogQuestion): Promise<void> {
  const { stop } = question;
  const progress: Progress = { positions: new Map(), hasBegun: false };
  const outage = createOutage(question.onLost, question.onBack);
  let wasConnected = false;
  let pauseMs = firstPauseMs;
  const onChunk = async (chunk: LogChunk): Promise<void> => {
    pauseMs = firstPauseMs;
    await question.onChunk(chunk);
  };
  while (!stop.aborted) {
    let client: Client | null = null;
    try {
      client = await openUnlessStopped(locate(), question);
      if (client === null) break;
      if (wasConnected) outage.back(progress.hasBegun && !knowsPositions(client.server));
      wasConnected = true;
      await readOnce(client, { ...question, onChunk }, progress);
      break;
    } catch (error) {
      if (!question.follow || !wasConnected || !mayComeBack(error)) {
        outage.close();
        throw error;
      }
      outage.lost(error);
    } finally {
      client?.close();
    }
    await pause(pauseMs, undefined, { signal: stop }).catch(() => {});
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  }
  outage.close();
}
