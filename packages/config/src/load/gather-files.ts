import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { isDpmError } from "@dpm/errors";
import type { Problem } from "../source/problem.ts";
import { readSourceFile } from "../source/read-source-file.ts";
import type { Position, SourceFile } from "../source/source-node.ts";
import { checkFileAccess } from "./check-file-access.ts";
import type { FileSet } from "./file-set.ts";
import { findIncludes } from "./find-includes.ts";
import type { Gathering } from "./gathering.ts";
import { mapConcurrently } from "./map-concurrently.ts";

const filesAtOnce = 32;
const longestChain = 32;
const extensions = new Set([".xml", ".yaml", ".yml", ".toml", ".json"]);

/**
 * Reads a main file, everything it includes and the override beside it.
 * Throws when the main file cannot be read at all; everything else that is wrong is reported.
 */
export async function gatherFiles(file: string, gathering: Gathering): Promise<FileSet> {
  const path = resolve(file);
  const main = await readChecked(path, gathering);
  const localPath = await findLocalOverride(path, gathering);
  const local =
    localPath === null
      ? null
      : await readOrReport(localPath, { line: 1, column: 1, file: localPath }, gathering);
  const included: SourceFile[] = [];
  const seen = new Set([path, ...(localPath === null ? [] : [localPath])]);
  const visit = async (parent: SourceFile, chain: readonly string[]): Promise<void> => {
    for (const include of await findIncludes(parent, gathering)) {
      const { at } = include;
      const cycle = include.paths.find((found) => chain.includes(found));
      if (cycle !== undefined || chain.length > longestChain) {
        const shown = [...chain, cycle ?? "…"].join(" includes ");
        gathering.report({
          at,
          message: `the include leads back to a file that is being read: ${shown}`,
        });
        continue;
      }
      const fresh = include.paths.filter((found) => !seen.has(found));
      for (const found of fresh) {
        seen.add(found);
      }
      const read = await mapConcurrently(fresh, filesAtOnce, async (found) =>
        readOrReport(found, at, gathering),
      );
      for (const child of read.filter((child) => child !== null)) {
        included.push(child);
        await visit(child, [...chain, child.path]);
      }
    }
  };
  await visit(main, [path]);
  return { main, included, local };
}

async function readChecked(path: string, { report }: Gathering): Promise<SourceFile> {
  const refusal = await checkFileAccess(path);
  if (refusal !== null) {
    report(refusal);
  }
  return readSourceFile(path);
}

async function readOrReport(
  path: string,
  at: Position,
  gathering: Gathering,
): Promise<SourceFile | null> {
  try {
    return await readChecked(path, gathering);
  } catch (error) {
    if (!isDpmError(error)) {
      throw error;
    }
    const problems = (error.details as { readonly problems?: readonly Problem[] }).problems;
    for (const problem of problems ?? [{ at, message: error.message }]) {
      gathering.report(problem);
    }
    return null;
  }
}

/** The path of `<main>.local.<extension>`, whatever its format; null when there is none. */
async function findLocalOverride(main: string, { report }: Gathering): Promise<string | null> {
  const folder = dirname(main);
  const start = `${basename(main, extname(main))}.local`;
  const names = await readdir(folder);
  const found = names
    .filter(
      (name) =>
        name.startsWith(`${start}.`) && extensions.has(name.slice(start.length).toLowerCase()),
    )
    .toSorted();
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    const at = { file: join(folder, second), line: 1, column: 1 };
    report({
      at,
      message: `there is another local override, ${join(folder, first)}`,
      hint: "keep one of them",
    });
  }
  return first === undefined ? null : join(folder, first);
}
