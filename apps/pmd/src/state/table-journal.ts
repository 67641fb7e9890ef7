// The table of processes a second time, as lines of text beside the database: what is needed to find again what runs when the
// database is lost. Each line is the newest word on one process. It is never read while the database is sound.
import { appendFileSync, readFileSync } from "node:fs";
import type { StoredProcess } from "@dpm/process-core";
import { writePrivateFile } from "../files/write-private-file.ts";
import type { WriteTask } from "./database-tasks.ts";

/** The second copy of the table. Nothing of it ever throws: the database is what counts. */
export interface TableJournal {
  /** What it remembers; what can't be read of it is left out. */
  read(): readonly StoredProcess[];
  /** Adds what was just written into the database. `all` gives the whole table, for when the file has grown long. */
  append(tasks: readonly WriteTask[], all: () => readonly StoredProcess[]): void;
  /** Begins anew with the whole table. */
  rewrite(processes: readonly StoredProcess[]): void;
}

const longestBytes = 1024 * 1024;

/** Makes the journal of a file. */
export function createTableJournal(path: string): TableJournal {
  let bytes = 0;
  let limit = longestBytes;

  const rewrite = (processes: readonly StoredProcess[]): void => {
    const text = processes.map((process) => `${JSON.stringify(process)}\n`).join("");
    bytes = text.length;
    limit = Math.max(longestBytes, 4 * bytes);
    attempt(() => writePrivateFile(path, text));
  };

  return {
    read: () => {
      const found = new Map<string, StoredProcess>();
      for (const line of linesOf(path)) {
        const entry = parse(line);
        if (entry === null) continue;
        if ("removed" in entry) found.delete(entry.removed);
        else found.set(entry.id, entry);
      }
      return [...found.values()];
    },
    append: (tasks, all) => {
      const text = tasks.map(lineOf).join("");
      if (text === "") return;
      bytes += text.length;
      if (bytes > limit) rewrite(all());
      else attempt(() => appendFileSync(path, text, { mode: 0o600 }));
    },
    rewrite,
  };
}

function lineOf(task: WriteTask): string {
  if (task.kind === "save") return `${JSON.stringify(task.process)}\n`;
  return task.kind === "remove" ? `${JSON.stringify({ removed: task.id })}\n` : "";
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}

function parse(line: string): StoredProcess | { readonly removed: string } | null {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== "object" || entry === null) return null;
    if ("removed" in entry) return { removed: String(entry.removed) };
    return toStoredProcess(entry);
  } catch {
    return null;
  }
}

/** Something that was read as a process, as far as it matters for finding it again; null when it is none. Older versions knew less. */
export function toStoredProcess(entry: Partial<StoredProcess>): StoredProcess | null {
  return isStoredProcess(entry)
    ? {
        ...entry,
        launch: entry.launch ?? null,
        ending: entry.ending ?? null,
        runs: entry.runs ?? null,
      }
    : null;
}

function isStoredProcess(entry: Partial<StoredProcess>): entry is StoredProcess {
  const { id, desired, state, bootId, eventSequence, restarts, instance } = entry;
  return (
    typeof id === "string" &&
    (desired === "up" || desired === "down") &&
    typeof state === "string" &&
    typeof bootId === "string" &&
    typeof eventSequence === "number" &&
    typeof restarts === "number" &&
    (instance === null || (instance !== undefined && instance.pid > 0))
  );
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // The disk is full or read-only: the write into the database says so.
  }
}
