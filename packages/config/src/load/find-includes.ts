import { dirname, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Position, SourceFile } from "../source/source-node.ts";
import { readItems, readText } from "../values/read-text.ts";
import type { Gathering } from "./gathering.ts";
import { readContext } from "./reading.ts";

/** What one `include` stands for. */
export interface Include {
  readonly at: Position;
  /** Absolute, sorted. */
  readonly paths: readonly string[];
}

/** The files that a file includes, relative to its own folder. A pattern may match nothing; a plain path has to exist. */
export async function findIncludes(
  file: SourceFile,
  { lookup, report }: Gathering,
): Promise<readonly Include[]> {
  const folder = dirname(file.path);
  const context = readContext({ folder, format: file.format }, lookup, report);
  const nodes = readItems(
    file.root.entries.filter(({ key }) => key === "include").map(({ value }) => value),
  );
  const includes: Include[] = [];
  for (const node of nodes) {
    const pattern = readText(node, context, "the path of a file, or a pattern")?.trim();
    if (pattern === "") {
      report({ at: node.at, message: "the include is empty", hint: "for example conf.d/*.xml" });
    } else if (pattern !== undefined) {
      includes.push({ at: node.at, paths: await matchingFiles(pattern, folder) });
    }
  }
  return includes;
}

async function matchingFiles(pattern: string, folder: string): Promise<readonly string[]> {
  if (!isDynamicPattern(pattern)) {
    return [resolve(folder, pattern)];
  }
  const found = await glob(pattern, {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
  });
  return found.map((path) => resolve(path)).toSorted();
}
