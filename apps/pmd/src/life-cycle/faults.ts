import { type DpmError, dpmError } from "@dpm/errors";
import type { Logger } from "@dpm/logger";
import { exitCodes } from "./exit-codes.ts";
import { messageOf } from "../failure.ts";

/** What to do about faults of the program itself. */
export interface FaultActions {
  readonly log: Logger;
  /** The daemon goes on, and its clients see this. */
  readonly note: (error: DpmError) => void;
  /** The last act before a fatal end. */
  readonly abandon: () => void;
}

/**
 * A promise that nobody looked at is a bug of one request: logged, and the daemon goes on. An exception that nobody caught
 * may have left anything half done: the daemon ends, its processes live on, and the next daemon adopts them.
 */
export function watchFaults({ log, note, abandon }: FaultActions): void {
  process.on("unhandledRejection", (reason) => {
    log.error("a fault of this program, nobody looked at a failure", { err: reason });
    note(
      dpmError("ERR_DPM_DAEMON_SUPERVISION", { what: `a fault inside pmd: ${messageOf(reason)}` }),
    );
  });
  process.on("uncaughtException", (error) => {
    log.fatal("a fault of this program; it ends and leaves its processes to the next pmd", {
      err: error,
    });
    log.flushSync();
    abandon();
    process.exit(exitCodes.bug);
  });
}
