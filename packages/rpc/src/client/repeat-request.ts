import { dpmError } from "@dpm/errors";
import { permissionOf, type Result } from "@dpm/pdu";

import type { Clock } from "../clock.ts";
import type { Command } from "../command.ts";
import { commandNameOf } from "../command-name.ts";
import type { Client, RequestOptions } from "./client.ts";
import { createGiven } from "./given-results.ts";
import { mayPass } from "./may-pass.ts";
import { createRequestKey } from "./request-key.ts";
import type { ResultStream } from "./result-stream.ts";

/** Where a request gets its connection from. */
export interface ClientSource {
  /** How long losses without a result between them are put up with. */
  readonly giveUpAfterMs: number;
  /**
   * The connection there is, or a new one; the more were lost in a row, the later. Rejects when none can be had before
   * `untilMs`. `forget` makes sure that the next asking gets another.
   */
  get(
    untilMs: number,
    losses: number,
  ): Promise<{ readonly client: Client; readonly forget: () => void }>;
}

type Turn = IteratorResult<Result, undefined>;

const over: Turn = { done: true, value: undefined };

/** Sends a request until it has been answered, whatever becomes of its connections meanwhile. */
export function repeatRequest(
  command: Command,
  options: RequestOptions,
  { source, clock }: { readonly source: ClientSource; readonly clock: Clock },
): ResultStream {
  const changesNothing = permissionOf(commandNameOf(command)) === "read";
  const key = options.key ?? (changesNothing ? undefined : createRequestKey());
  const deadlineMs = clock.monotonicMs() + (options.timeoutMs ?? Number.POSITIVE_INFINITY);
  const given = createGiven();
  const cancelled = Promise.withResolvers<Turn>();
  let isCancelled = false;
  let hasGiven = false;
  let stream: ResultStream | undefined;

  const ask = (client: Client): ResultStream => {
    const leftMs = deadlineMs - clock.monotonicMs();
    const { timeoutMs = 0, wholeTimeoutMs = timeoutMs } = options;
    if (leftMs <= 0) {
      const { address } = client;
      throw dpmError("ERR_DPM_WIRE_DEADLINE", { address, timeoutMs: wholeTimeoutMs });
    }
    return client.request(command, {
      ...options,
      timeoutMs: leftMs,
      wholeTimeoutMs,
      ...(key === undefined ? {} : { key }),
    });
  };

  const isRepeatable = (error: unknown): boolean =>
    !isCancelled && mayPass(error) && (key !== undefined || !hasGiven);

  async function* results(): AsyncGenerator<Result, undefined> {
    let losses = 0;
    let untilMs = deadlineMs;
    for (;;) {
      const { client, forget } = await source.get(untilMs, losses);
      stream = ask(client);
      if (isCancelled) stream.cancel();
      given.startAgain();
      try {
        for await (const result of stream) {
          losses = 0;
          if (key !== undefined && !given.isNew(result)) continue;
          hasGiven = true;
          yield result;
        }
        return undefined;
      } catch (error) {
        if (!isRepeatable(error)) throw error;
        const nowMs = clock.monotonicMs();
        if (losses === 0) untilMs = Math.min(deadlineMs, nowMs + source.giveUpAfterMs);
        else if (nowMs >= untilMs) throw error;
        losses += 1;
        forget();
      }
    }
  }

  const generator = results();
  const cancel = (): void => {
    if (isCancelled) return;
    isCancelled = true;
    stream?.cancel();
    cancelled.resolve(over);
  };
  const iterator: AsyncIterator<Result, undefined> = {
    next: () => {
      if (isCancelled) return Promise.resolve(over);
      const turn = generator.next();
      // What it still comes to after a cancel concerns nobody.
      turn.catch(() => undefined);
      return Promise.race([turn, cancelled.promise]);
    },
    return: () => {
      cancel();
      return Promise.resolve(over);
    },
  };
  return { cancel, [Symbol.asyncIterator]: () => iterator };
}
