import { fileURLToPath } from "node:url";

/** The programs under `fixtures/`; each does one thing, says so in its first lines, and announces that it is ready. */
export type FixtureName =
  | "crashes.sh"
  | "double-forks.sh"
  | "exits-with.sh"
  | "forks-in-group.sh"
  | "http-server.mjs"
  | "ignores-term.sh"
  | "leaves-child.sh"
  | "prints-lines.sh"
  | "sleeps.sh";

/** The absolute path of a fixture program. */
export function fixturePath(name: FixtureName): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

/** What to execute to run a fixture: Node's by the Node of the test. */
export function fixtureProgram(
  name: FixtureName,
  ...args: readonly string[]
): [string, ...string[]] {
  const path = fixturePath(name);
  return name.endsWith(".mjs") ? [process.execPath, path, ...args] : [path, ...args];
}
