import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(fileURLToPath(import.meta.resolve("@dpm/pmd/package.json")), "..");

/** pmd from its sources, as the tests run it: never older than what is tested. */
export const pmdFromSources: readonly [string, ...string[]] = [
  process.execPath,
  "--no-warnings",
  join(folder, "src/main.ts"),
];

/** The built pmd, which starts three times as fast. */
export const builtPmd: readonly [string, ...string[]] = [
  process.execPath,
  "--no-warnings",
  join(folder, "bin/pmd.js"),
];
