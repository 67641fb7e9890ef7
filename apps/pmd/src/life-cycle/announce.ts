import { keepWritten } from "../files/keep-written.ts";
import type { InstanceLock } from "../instance-lock.ts";
import type { Paths } from "../paths.ts";
import type { Troubles } from "../troubles.ts";
import { publish, type Published, unpublish } from "./published.ts";
import { listAsRunning } from "./running.ts";

/** What an announcement is made with. */
export interface AnnounceOptions {
  readonly paths: Pick<Paths, "pidFile" | "publishedFile" | "runningDirectory">;
  readonly lock: InstanceLock;
  readonly troubles: Pick<Troubles, "set" | "clear">;
}

/**
 * Writes down where the daemon is found. What can't be written now, since a disk is full, is a trouble and is written
 * later: a running daemon never ends for it. The answer takes everything away again.
 */
export function announce(
  published: Published,
  { paths, lock, troubles }: AnnounceOptions,
): () => void {
  let unlist = (): void => {};
  const stops = [
    {
      name: "pid-file",
      path: paths.pidFile,
      loss: "a second one on its state directory can't name its pid",
      write: () => lock.notePid(),
    },
    {
      name: "published",
      path: paths.publishedFile,
      loss: "clients and scripts are not told where it listens",
      write: () => publish(paths.publishedFile, published),
    },
    {
      name: "listed",
      path: paths.runningDirectory,
      loss: "clients have to be told where its token is",
      write: () => {
        unlist = listAsRunning(paths.runningDirectory, published);
      },
    },
  ].map((convenience) => keepWritten(convenience, troubles));
  return () => {
    for (const stop of stops) stop();
    unpublish(paths.publishedFile);
    unlist();
  };
}
