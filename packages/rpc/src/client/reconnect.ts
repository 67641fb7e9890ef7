import { type DpmError, dpmError, isDpmError } from "@dpm/errors";

import { systemClock } from "../clock.ts";
import type { Command } from "../command.ts";
import type { Client, RequestOptions } from "./client.ts";
import { mayPass } from "./may-pass.ts";
import { reconnectDelayMs, type ReconnectPolicy } from "./reconnect-policy.ts";
import { type ClientSource, repeatRequest } from "./repeat-request.ts";
import type { ResultStream } from "./result-stream.ts";

/** Requests that survive the loss of their connection. */
export interface ReconnectingClient {
  /**
   * Sends a request, and sends it again over a new connection when its own is lost. One that changes something is sent
   * with a key, so that a server that has it already doesn't run it twice; results that came before are not given again
   * unless they differ. One that only reads is sent again as long as nothing of its answer was given out.
   */
  request(command: Command, options?: RequestOptions): ResultStream;
  /** Ends the connection; requests that are open fail. */
  close(): void;
}

/** Makes a client that connects when it is first used and after each loss. `dial` makes one connection with its handshake. */
export function withReconnect(
  dial: () => Promise<Client>,
  policy: ReconnectPolicy = {},
): ReconnectingClient {
  const { clock = systemClock, giveUpAfterMs = 30_000, waitForServer = false } = policy;
  let client: Promise<Client> | undefined;
  let wasConnected = waitForServer;
  let isClosed = false;
  const wakers = new Set<() => void>();

  const sleep = (waitMs: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        wakers.delete(wake);
        cancel();
        resolve();
      };
      const cancel = clock.callAt(clock.monotonicMs() + waitMs, wake);
      wakers.add(wake);
    });

  const dialOnce = async (): Promise<Client> => {
    const made = await dial();
    wasConnected = true;
    if (isClosed) made.close();
    return made;
  };

  const isWorthAnother = (error: unknown): boolean =>
    wasConnected &&
    !isClosed &&
    (mayPass(error) || (isDpmError(error) && error.category === "deadline-exceeded"));

  const dialUntil = async (untilMs: number, losses: number): Promise<Client> => {
    for (let attempt = losses; ; attempt += 1) {
      await sleep(reconnectDelayMs(attempt, policy));
      if (isClosed) throw closedError();
      try {
        return await dialOnce();
      } catch (error) {
        const nextAtMs = clock.monotonicMs() + reconnectDelayMs(attempt + 1, policy);
        if (!isWorthAnother(error) || nextAtMs >= untilMs) throw error;
      }
    }
  };

  const forget = (lost: Promise<Client>): void => {
    if (client === lost) client = undefined;
  };

  const source: ClientSource = {
    giveUpAfterMs,
    get: async (untilMs, losses) => {
      if (isClosed) throw closedError();
      if (client === undefined) {
        const dialling = dialUntil(Math.min(untilMs, clock.monotonicMs() + giveUpAfterMs), losses);
        client = dialling;
        dialling
          .then((made) => made.closed())
          .then(
            () => forget(dialling),
            () => forget(dialling),
          );
      }
      const used = client;
      return { client: await used, forget: () => forget(used) };
    },
  };

  return {
    request: (command, options = {}) => repeatRequest(command, options, { source, clock }),
    close: () => {
      isClosed = true;
      for (const wake of wakers) wake();
      void client?.then(
        (open) => open.close(),
        () => undefined,
      );
    },
  };
}

function closedError(): DpmError {
  return dpmError("ERR_DPM_CANCELLED", { what: "the connection" });
}
