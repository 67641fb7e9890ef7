import type { ExitReport, InstanceListener } from "@dpm/process-core";
import { type ProcessEntry, readProcEntry } from "@dpm/launch";
import { lookForEndedChild, reapChild } from "./native/wait.ts";

/** Reaps the children of this process, and whatever orphan it inherited. */
export interface Children {
  /** Calls back once when this child has ended, out of the event loop, never at once. */
  watch(pid: number, listener: InstanceListener): void;
  /** Looks in the next turn whether anything has ended, for what may have done so before it was watched. */
  reapSoon(): void;
  /** How a process ended that was reaped before anybody watched it; null when none of that start was. */
  endOf(pid: number, startTicks: string): ExitReport | null;
  /** Reaps no more; what is watched stays unreaped. */
  close(): void;
}

/** How long an orphan waits that might be a child of Node itself, which reaps its own. */
const politenessMs = 100;
/** Ends that are remembered for whoever asks later: after an upgrade children end before they are adopted. */
const mostRemembered = 4_096;

/**
 * Begins to reap on SIGCHLD, on this thread. Own children are reaped by their number; a stranger only after a look, so that
 * the end of what `node:child_process` started still reaches it.
 */
export function watchChildren(): Children {
  const watched = new Map<number, InstanceListener>();
  const waiting = new Map<number, number>();
  const remembered = new Map<string, ExitReport>();
  const ownSession = readProcEntry(process.pid)?.session ?? 0;
  let timer: NodeJS.Timeout | null = null;

  const tell = (pid: number): boolean => {
    const listener = watched.get(pid);
    if (listener === undefined) return false;
    const child = reapChild(pid);
    if (child === null) return false;
    watched.delete(pid);
    listener.exited(child.report);
    return true;
  };

  const reapStranger = (pid: number): boolean => {
    const entry = readProcEntry(pid);
    if (entry === null) return false;
    if (!isSurelyNoChildOfNode(entry, ownSession) && !hasWaited(pid)) return false;
    waiting.delete(pid);
    const child = reapChild(pid);
    if (child === null) return false;
    remembered.set(`${pid} ${entry.startTicks}`, child.report);
    if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value ?? "");
    return true;
  };

  const hasWaited = (pid: number): boolean => {
    const now = performance.now();
    const since = waiting.get(pid);
    if (since !== undefined && now - since >= politenessMs) return true;
    if (since === undefined) waiting.set(pid, now);
    timer ??= setTimeout(() => {
      timer = null;
      reap();
    }, politenessMs + 1).unref();
    return false;
  };

  const reap = (): void => {
    for (;;) {
      const child = lookForEndedChild();
      if (child === null) break;
      if (tell(child.pid) || reapStranger(child.pid)) continue;
      // The look answers with the same one for as long as it is there, so the others are asked one by one.
      for (const pid of watched.keys()) tell(pid);
      return;
    }
    waiting.clear();
  };

  process.on("SIGCHLD", reap);
  // What ended before now sends no signal any more.
  let isClosed = false;
  const reapSoon = (): void => {
    setImmediate(() => {
      if (!isClosed) reap();
    });
  };
  reapSoon();
  return {
    watch: (pid, listener) => {
      watched.set(pid, listener);
    },
    reapSoon,
    endOf: (pid, startTicks) => remembered.get(`${pid} ${startTicks}`) ?? null,
    close: () => {
      isClosed = true;
      process.off("SIGCHLD", reap);
      if (timer !== null) clearTimeout(timer);
      watched.clear();
    },
  };
}

// What Node starts is in this session, or leads its own when it is detached. An orphan of a service is in that one's session,
// or in one that its parent led.
function isSurelyNoChildOfNode({ pid, session }: ProcessEntry, ownSession: number): boolean {
  return session !== ownSession && session !== pid;
}
