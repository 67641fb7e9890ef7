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
  /** What asked for it, once it has begun; null before. */
  readonly begunBy: string | null;
  /** From now on a wish is only noted: another program takes the place of this one, and carries it out. */
  defer(): void;
  /** What was noted since; null while nobody wished for an end. */
  readonly deferred: ShutdownWish | null;
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
  let begunBy: string | null = null;
  let isDeferring = false;
  let deferred: ShutdownWish | null = null;
  return {
    ended: ended.promise,
    get begunBy() {
      return begunBy;
    },
    get deferred() {
      return deferred;
    },
    defer() {
      isDeferring = true;
    },
    end(wish) {
      const { leave, cause } = wish;
      if (isDeferring) {
        if (deferred === null) log.info(`${cause}: the pmd that takes over will do so`);
        deferred ??= wish;
      } else if (begunBy === null) {
        begunBy = cause;
        log.info(leave ? `${cause}: the processes run on` : `${cause}: stopping the processes`);
        supervisor.shutdown({ leave, timeoutMs: timeoutMs() }).then(ended.resolve, ended.reject);
      }
      return ended.promise;
    },
    hurry() {
      if (isDeferring) return;
      log.warn("asked again to end: killing what is left");
      supervisor.shutdown({ leave: false, timeoutMs: 0 }).catch(() => {});
    },
  };
}
