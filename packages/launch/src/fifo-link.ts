import { basename, join } from "node:path";

/** A FIFO of captured output, as somebody's descriptor names it. */
export interface FifoLink {
  readonly name: string;
  /** Whether nobody can open it by that name any more. */
  readonly isLost: boolean;
}

const fifoName = /^[^/]+\.(?:out|err)$/;
const removed = " (deleted)";

/** Which FIFO of this folder a link in `/proc/PID/fd` leads to; null: none of them. */
export function parseFifoLink(link: string, directory: string): FifoLink | null {
  const isRemoved = link.endsWith(removed);
  const path = isRemoved ? link.slice(0, -removed.length) : link;
  const name = basename(path);
  if (!path.startsWith("/") || !fifoName.test(name)) return null;
  const whole = join(directory, name);
  if (path === whole) return { name, isLost: isRemoved };
  // Of a file system that is not mounted any more, as that of a user who has logged out, only the end of the path is left.
  const isEnd = path.lastIndexOf("/") > 0 && whole.endsWith(path);
  return isEnd ? { name, isLost: true } : null;
}
