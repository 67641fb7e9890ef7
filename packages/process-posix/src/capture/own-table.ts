import { closeSync, readdirSync, readlinkSync } from "node:fs";
import { blockSignals, unshareDescriptors } from "./pump-calls.ts";

// What Node's own loops wait at, and wake each other with across threads. Not pipes: the main thread may just be starting a program,
// and would wait for ever for the end of one whose other end is copied here.
const kept = /^anon_inode:\[(?:eventfd|eventpoll|io_uring)\]$/;

/**
 * Gives this thread a table of descriptors of its own, so that its thousands neither count for the main thread nor cost its starts
 * anything, and closes its copies of what isn't needed here: a listener of the main thread would stay open in them. Answers how many
 * are left. Where the system doesn't allow it, one table is shared as ever.
 */
export function separateDescriptors(needed: readonly number[]): number {
  const fds = (): readonly number[] => readdirSync("/proc/thread-self/fd").map(Number);
  // Node's handlers write to a pipe, by a number of the main thread's table.
  blockSignals();
  if (!unshareDescriptors()) return fds().length;
  for (const fd of fds()) {
    if (fd <= 2 || needed.includes(fd)) continue;
    try {
      if (!kept.test(readlinkSync(`/proc/thread-self/fd/${fd}`))) closeSync(fd);
    } catch {
      // The one that listed the others.
    }
  }
  return fds().length;
}
