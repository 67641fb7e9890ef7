import type { ChildProcess } from "node:child_process";
import { Socket } from "node:net";

/**
 * The link on descriptor 3 of a process that was just started; null where nothing was started. Without a free descriptor
 * Node tells so later, by an event, and leaves out even the list of streams until then.
 */
export function linkOf({ stdio }: { readonly stdio?: ChildProcess["stdio"] }): Socket | null {
  const link = stdio?.[3];
  return link instanceof Socket ? link : null;
}
