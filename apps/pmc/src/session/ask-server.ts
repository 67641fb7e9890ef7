import { type DpmError, toReport } from "@dpm/errors";
import { type Client, type Command, createRequestKey, type RequestOptions } from "@dpm/rpc";

import { toKnownError } from "../known-error.ts";
import type { Target } from "../targets/find-targets.ts";
import { openClient } from "./open-client.ts";
import { collectAnswer, type ServerAnswer } from "./server-answer.ts";

/** What to ask of a server, and on what terms. */
export interface Question {
  /** Sent together over one connection; what answers them is one answer. */
  readonly requests: readonly Command[];
  /** Milliseconds for everything; Infinity for no limit. */
  readonly timeoutMs: number;
  readonly version: string;
  /** Told each time the answer has grown; gives what there is of it. */
  readonly onProgress?: ((answer: () => ServerAnswer) => void) | undefined;
  /** Whether to wait, after the answer, until the server has closed the connection. */
  readonly waitForEnd: boolean;
}

const longestGoodbyeMs = 10_000;

function failed(answer: ServerAnswer, error: unknown): ServerAnswer {
  return { ...answer, error: toReport(toKnownError(error)) };
}

async function goodbye(client: Client): Promise<void> {
  const timer = Promise.withResolvers<void>();
  const handle = setTimeout(timer.resolve, longestGoodbyeMs);
  await Promise.race([client.closed(), timer.promise]);
  clearTimeout(handle);
}

/** Asks one server. Never rejects: that it could not be asked is its answer. */
export async function askServer(target: Target, question: Question): Promise<ServerAnswer> {
  const startedAt = performance.now();
  const collected = collectAnswer(target.text);
  let client: Client;
  try {
    client = await openClient(target, question);
  } catch (error) {
    return failed(collected.answer(), error);
  }
  const remainingMs = Math.max(1, question.timeoutMs - (performance.now() - startedAt));
  const options: RequestOptions = Number.isFinite(remainingMs) ? { timeoutMs: remainingMs } : {};
  let failure: DpmError | null = null;
  await Promise.all(
    question.requests.map(async (request) => {
      try {
        const key = createRequestKey();
        for await (const result of client.request(request, { ...options, key })) {
          collected.add(result);
          question.onProgress?.(() => collected.answer());
        }
      } catch (error) {
        failure ??= toKnownError(error);
      }
    }),
  );
  if (failure === null && question.waitForEnd) await goodbye(client);
  client.close();
  return failure === null ? collected.answer() : failed(collected.answer(), failure);
}
