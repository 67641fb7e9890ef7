import { readFileSync } from "node:fs";
import { writePrivateFile } from "./files/write-private-file.ts";

const shape = /^[A-Za-z0-9-]{8,64}$/;

/**
 * The name of a state directory. It is kept beside the database, since what runs is marked with it and has to be found
 * when the database is lost. `fallback` is what the database says: its name of former versions, or a new one.
 */
export function readInstanceId(path: string, fallback: string): string {
  try {
    const text = readFileSync(path, "utf8").trim();
    return shape.test(text) ? text : fallback;
  } catch {
    return fallback;
  }
}

/** Writes the name down, unless it stands there. Throws what the system says. */
export function writeInstanceId(path: string, id: string): void {
  if (readInstanceId(path, "") !== id) writePrivateFile(path, `${id}\n`);
}
