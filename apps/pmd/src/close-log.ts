import type { Logger } from "@dpm/logger";

const patienceMs = 3_000;

/** Closes the log when all is written, or gives up: on a full disk that may never be. */
export async function closeLog(log: Pick<Logger, "close">): Promise<void> {
  const { promise: gaveUp, resolve } = Promise.withResolvers<void>();
  // It also keeps this process alive until then; nothing else may.
  const timer = setTimeout(resolve, patienceMs);
  await Promise.race([log.close(), gaveUp]);
  clearTimeout(timer);
}
