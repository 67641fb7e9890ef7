import type { Logger } from "@dpm/logger";
import type { ShutdownReport, Supervisor } from "@dpm/process-core";
import type { ShutdownWish } from "../services.ts";

/** How a daemon comes to its end. */
export interface Ending {
  /** Stops the processes in order, or lets them run on. Asked again, gives the same answer. */
  end(wish: ShutdownWish): Promise<ShutdownReport>;
  /** No more politeness towards the processes. */
  hurry(): void;
  /** Resolves when the processes have been dealt with, whoever asked for it. */
  readonly ended: Promise<ShutdownReport>;
}

/** What an ending works with. */
export interface EndingOptions {
  readonly supervisor: Pick<Supervisor, "shutdown">;
  readonly log: Logger;
  /** How long the processes may take together; asked when it begins. */
  readonly timeoutMs: () => number;
}

/** Makes the ending of a daemon; it does nothing before it is asked to. */
export function createEnding({ supervisor, log, timeoutMs }: EndingOptions): Ending {
  const ended = Promise.withResolvers<ShutdownReport>();
  let begun = false;
  return {
    ended: ended.promise,
    end({ leave, cause }) {
      if (!begun) {
        begun = true;
        log.info(leave ? `${cause}: the processes run on` : `${cause}: stopping the processes`);
        supervisor.shutdown({ leave, timeoutMs: timeoutMs() }).then(ended.resolve, ended.reject);
      }
      return ended.promise;
    },
    hurry() {
      log.warn("asked again to end: killing what is left");
      supervisor.shutdown({ leave: false, timeoutMs: 0 }).catch(() => {});
    },
  };
}
