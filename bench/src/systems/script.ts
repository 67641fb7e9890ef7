import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A word as a shell reads it back. */
export const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Writes a program of one shell line. */
export function writeScript(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
}
