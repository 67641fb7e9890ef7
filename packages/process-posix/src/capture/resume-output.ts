import type { Output } from "@dpm/process-core";
import type { BatchQueue } from "./batch-queue.ts";
import type { CaptureChange } from "./capture-change.ts";
import { fifoPath, isLostFifo, lostFifo } from "./fifo.ts";
import type { LogTroubles } from "./log-troubles.ts";
import { fifoStreams } from "./stream-plan.ts";

/** Reads on what a process writes that an earlier daemon started; `pid` is its own, or null where it has ended or isn't known. */
export type ResumeOutput = (id: string, output: Output | null, pid: number | null) => Promise<void>;

/** What that works with. */
export interface Resuming {
  readonly directory: string;
  readonly changes: Pick<BatchQueue<CaptureChange>, "add">;
  readonly troubles: LogTroubles;
  readonly isClosed: () => boolean;
}

const retryMs = 1000;

/** Makes it. A process whose FIFO nobody reads is held up, so it is tried until it works. */
export function createResumeOutput(resuming: Resuming): ResumeOutput {
  const { directory, changes, troubles, isClosed } = resuming;
  const unread = new Set<string>();
  const healed = (id: string, path: string): void =>
    isLostFifo(path) ? troubles.found(id) : troubles.healed(path);

  const resume: ResumeOutput = async (id, output, pid) => {
    const failures = new Set<string>();
    const failed = (errno: string, path: string): void => {
      failures.add(path);
      if (unread.has(path)) return;
      unread.add(path);
      if (isLostFifo(path)) troubles.lost(id, errno);
      else troubles.failing(path, errno);
    };
    await changes.add({ kind: "resume", id, pid, output, failed });
    const names = fifoStreams.map((stream) => fifoPath(directory, id, stream));
    for (const path of names.flatMap((name) => [name, lostFifo(name)]))
      if (!failures.has(path) && unread.delete(path)) healed(id, path);
    if (failures.size === 0 || isClosed()) return;
    setTimeout(() => void resume(id, output, pid).catch(() => {}), retryMs).unref();
  };
  return resume;
}
