import type { Logger } from "@dpm/logger";
import { atMost } from "./at-most.ts";

const patienceMs = 3_000;

/** Closes the log when all is written, or gives up: on a full disk that may never be. */
export async function closeLog(log: Pick<Logger, "close">): Promise<void> {
  await atMost(patienceMs, log.close());
}
