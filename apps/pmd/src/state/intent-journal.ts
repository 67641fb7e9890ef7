// What is being launched or ended, written in the moment before: a line is in the kernel's hands at once, while a transaction of
// another thread takes a millisecond. Read at the start for what the database had not taken in when the last daemon died.
import { closeSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import type { StoredEvent, StoredProcess } from "@dpm/process-core";
import { toStoredProcess } from "./table-journal.ts";

/** A launch or an end with the events of its process that the database may not have. */
export interface NotedIntent {
  readonly process: StoredProcess;
  /** In their order; the last one is what is about to be done. */
  readonly events: readonly StoredEvent[];
}

/** The file of intents. Nothing of it ever throws. */
export interface IntentJournal {
  /** What is in it, oldest first; a line that was cut off is left out. */
  read(): readonly NotedIntent[];
  /** Writes one down, safe from the death of the daemon at once. False: it could not be written. */
  note(intent: NotedIntent): boolean;
  /** The process is no longer configured: what was noted of it counts no more. */
  forget(id: string): void;
  /** To be called when the database has all that was noted; begins the file anew when it has grown. */
  settled(): void;
  /** Begins the file anew. */
  clear(): void;
  close(): void;
}

type Entry = NotedIntent | { readonly removed: string };

const longBytes = 1024 * 1024;
// A database that takes nothing for so long is no reason to fill the disk.
const mostBytes = 64 * 1024 * 1024;

/** Makes the journal of a file, which is opened when there is something to write. */
export function createIntentJournal(path: string): IntentJournal {
  let file: number | null = null;
  let bytes = sizeOf(path);

  const letGo = (): void => {
    if (file === null) return;
    const open = file;
    file = null;
    attempt(() => closeSync(open));
  };
  const clear = (): void => {
    attempt(() => {
      file ??= openSync(path, "a", 0o600);
      ftruncateSync(file);
      bytes = 0;
    });
  };

  const append = (entry: Entry): boolean => {
    if (bytes > mostBytes) return false;
    const line = `${JSON.stringify(entry)}\n`;
    const isWritten = attempt(() => {
      file ??= openSync(path, "a", 0o600);
      const written = writeSync(file, line);
      bytes += written;
      // The rest of a line that did not fit must not become the beginning of the next.
      if (written < Buffer.byteLength(line)) throw new Error("no space");
    });
    if (!isWritten && file !== null) {
      attempt(() => file !== null && writeSync(file, "\n"));
      letGo();
    }
    return isWritten;
  };

  return {
    read: () => {
      let noted: NotedIntent[] = [];
      for (const entry of linesOf(path).flatMap(parse)) {
        if ("removed" in entry) noted = noted.filter(({ process }) => process.id !== entry.removed);
        else noted.push(entry);
      }
      return noted;
    },
    note: append,
    // Of an empty file there is nothing to forget.
    forget: (id) => void (bytes > 0 && append({ removed: id })),
    settled: () => {
      if (bytes > longBytes) clear();
    },
    clear,
    close: letGo,
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}

function parse(line: string): readonly Entry[] {
  try {
    const entry: { readonly removed?: string } & Partial<NotedIntent> = JSON.parse(line);
    if (entry.removed !== undefined) return [{ removed: entry.removed }];
    const process = toStoredProcess(entry.process ?? {});
    return process === null || !Array.isArray(entry.events)
      ? []
      : [{ process, events: entry.events }];
  } catch {
    return [];
  }
}

function attempt(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
