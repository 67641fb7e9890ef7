import type { ExitReport, StoredEvent } from "@dpm/process-core";

/** One event of a process as one line for people: id, old → new, pid, how it ended, and why. */
export function transitionLine(event: StoredEvent): string {
  const pid = event.pid === null ? "" : ` pid ${event.pid}`;
  const exit = event.exit === null ? "" : ` ${exitWords(event.exit)}`;
  return `${event.id}: ${event.from} → ${event.to}${pid}${exit} (${event.cause})`;
}

function exitWords(report: ExitReport): string {
  switch (report.kind) {
    case "exited":
      return `code ${report.code}`;
    case "signalled":
      return report.coreDumped ? `${report.signal}, core dumped` : report.signal;
    case "unknown":
      return "exit unknown";
  }
}
