import { basename, dirname, join } from "node:path";

/** A FIFO of captured output, as somebody's descriptor names it. */
export interface FifoLink {
  readonly name: string;
  /** Whether nobody can open it by that name any more. */
  readonly isLost: boolean;
}

/** Who has the descriptor. */
export interface LinkOwner {
  /** Whether it is certain to be a process of this daemon: then its FIFO may be wherever somebody has moved the folder. */
  readonly isOurs: boolean;
}

const fifoName = /^[^/]+\.(?:out|err)$/;
const removed = " (deleted)";
const unique = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Which FIFO of this folder a link in `/proc/PID/fd` leads to; null: none of them. */
export function parseFifoLink(
  link: string,
  directory: string,
  { isOurs }: LinkOwner = { isOurs: false },
): FifoLink | null {
  const isRemoved = link.endsWith(removed);
  const path = isRemoved ? link.slice(0, -removed.length) : link;
  const name = basename(path);
  if (!path.startsWith("/") || !fifoName.test(name)) return null;
  const whole = join(directory, name);
  if (path === whole) return { name, isLost: isRemoved };
  const folder = basename(dirname(path));
  // Of a file system that is not mounted any more, as that of a user who has logged out, only the end of the path is left.
  const isEnd = folder !== "" && whole.endsWith(path);
  // One that is there in another place may be that of another daemon, with a copy of our state.
  const isMoved = folder === basename(directory) && (isOurs || (isRemoved && unique.test(folder)));
  return isEnd || isMoved ? { name, isLost: true } : null;
}
