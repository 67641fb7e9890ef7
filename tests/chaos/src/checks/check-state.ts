import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The state as a file: sound, readable, and the events of each process numbered without a gap. */
export function checkState(folder: string): string[] {
  const path = join(folder, "state/state.db");
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    const verdict = database.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
    if (verdict !== "ok") return [`state: ${String(verdict)}`];
    const last = new Map<string, number>();
    const problems: string[] = [];
    for (const row of database
      .prepare("SELECT id, sequence FROM event ORDER BY number")
      .iterate()) {
      const id = String(row["id"]);
      const sequence = Number(row["sequence"]);
      const before = last.get(id);
      last.set(id, sequence);
      if (before !== undefined && sequence !== before + 1)
        problems.push(`history: event ${sequence} of ${id} follows ${before}`);
    }
    for (const row of database.prepare("SELECT id, event_sequence FROM process").iterate()) {
      const id = String(row["id"]);
      const noted = Number(row["event_sequence"]);
      if (last.has(id) && last.get(id) !== noted)
        problems.push(
          `history: ${id} is at event ${noted}, the last one stored is ${last.get(id)}`,
        );
    }
    return problems;
  } finally {
    database.close();
  }
}
