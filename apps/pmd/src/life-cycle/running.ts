import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensurePrivateDirectory } from "../files/private-directory.ts";
import { type Published, publish } from "./published.ts";
import { errnoOf } from "../failure.ts";

/**
 * Lists this daemon among the running ones of its user, so that a client finds its token by the address alone,
 * also when its directories are not the usual ones. Takes entries of daemons that died without a word away.
 * Throws when the directory can't be used; the daemon works without an entry.
 */
export function listAsRunning(directory: string, published: Published): () => void {
  ensurePrivateDirectory(dirname(directory));
  ensurePrivateDirectory(directory);
  for (const name of readdirSync(directory)) {
    if (!isRunning(Number(name.replace(".json", ""))))
      rmSync(join(directory, name), { force: true });
  }
  const entry = join(directory, `${published.pid}.json`);
  publish(entry, published);
  return () => rmSync(entry, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === "EPERM";
  }
}
