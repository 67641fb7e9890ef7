import { escapeLine } from "./escape.ts";
import { lastExitCell, pidCell, stateCell, uptimeCell } from "./process-words.ts";
import type { ServerTable } from "./server-rows.ts";

/** The status of each process. `now` is wall-clock time, for how long ago something ended. */
export function statusTable(now: number): ServerTable {
  return {
    titles: ["ID", "STATE", "PID", "UPTIME", "RESTARTS", "LAST EXIT"],
    flexible: [5, 0, 1],
    cells: ({ status }) => [
      { text: escapeLine(status.id) },
      stateCell(status),
      pidCell(status),
      uptimeCell(status),
      { text: String(status.restarts) },
      lastExitCell(status, now),
    ],
  };
}
