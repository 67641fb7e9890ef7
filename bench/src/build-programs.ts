import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./repository.ts";

const sources = join(import.meta.dirname, "../c");

/** Builds the C programs where they are older than their sources, and says in which folder they are. */
export function buildPrograms(): string {
  const folder = join(cacheFolder, "programs");
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(sources);
  const newest = Math.max(...files.map((name) => statSync(join(sources, name)).mtimeMs));
  for (const name of files.filter((name) => name.endsWith(".c"))) {
    const program = join(folder, name.slice(0, -2));
    if ((statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0) > newest) continue;
    execFileSync("gcc", ["-O2", "-static", "-Wall", "-o", program, join(sources, name)]);
  }
  return folder;
}
