import { openPatiently } from "./open-patiently.ts";

/** A log that may be closed while nothing is written to it. */
export interface RestingLog {
  /** Closes it until something is to be written. */
  rest(): void;
}

/** Which logs are open: those that were written to last, whatever the number of processes. */
export interface OpenLogs {
  /** Opens the file of this one, if need be after another has been closed. */
  open<T>(log: RestingLog, open: () => T): T;
  /** It is being written to. */
  used(log: RestingLog): void;
  closed(log: RestingLog): void;
}

/** Makes it for so many at a time; `told` hears of each that is opened. */
export function createOpenLogs(most: number, told: () => void): OpenLogs {
  // Least recently used first.
  const logs = new Set<RestingLog>();
  const makeRoom = (): void => {
    for (const log of logs) {
      if (logs.size < most) return;
      logs.delete(log);
      log.rest();
    }
  };
  return {
    open: (log, open) => {
      logs.delete(log);
      makeRoom();
      const opened = openPatiently(open);
      logs.add(log);
      told();
      return opened;
    },
    used: (log) => {
      if (logs.delete(log)) logs.add(log);
    },
    closed: (log) => void logs.delete(log),
  };
}
