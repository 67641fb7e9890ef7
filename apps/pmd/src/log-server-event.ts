import type { Logger } from "@dpm/logger";
import type { ServerEvent } from "@dpm/rpc";

/** Writes what happens on connections into the daemon's log. */
export function logServerEvent(
  log: Logger,
  { kind, level, message, peer, error, cause }: ServerEvent,
): void {
  log[level](message, {
    event: kind,
    peer,
    code: error?.code,
    ...(cause === undefined ? {} : { err: cause }),
  });
}
